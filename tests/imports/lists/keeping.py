"""Small plain lists, and folders of them."""

from pathlib import Path

HEADINGS = "id,name,aliases,kind,birth_date,countries\n"


def own(*numbers: int, name: str = "Ali Sample") -> bytes:
    """Give a list of one's own, with a row for each number."""
    rows = (f"{n},{name} {n},深圳 {n},person,1964-02-29,VN\n" for n in numbers)
    return (HEADINGS + "".join(rows)).encode()


def put(folder: Path, name: str, body: bytes) -> Path:
    """Write a file into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(body)
    return folder


SDN = (
    b'1,"SAMPLE, Ali","individual","CYBER2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    b'"DOB 29 Feb 1964."\r\n'
)
ALT = b'1,1,"aka","MUSTER, Omar",-0- \r\n'
ADD = b'1,1,"1 Sample Street","Hanoi","Vietnam",-0- \r\n'
COMMENTS = b'2,"nothing"\r\n'


def put_sdn(folder: Path) -> Path:
    """Write OFAC's set of one entry."""
    for name, body in (("sdn.csv", SDN), ("alt.csv", ALT), ("add.csv", ADD)):
        put(folder, name, body)
    return put(folder, "sdn_comments.csv", COMMENTS)


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9))
    + b"]><CONSOLIDATED_LIST><INDIVIDUALS>&j;</INDIVIDUALS></CONSOLIDATED_LIST>"
)
