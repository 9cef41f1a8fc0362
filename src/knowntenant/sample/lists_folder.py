"""The folder that made-up lists are written into: new, empty, or one with such lists."""

from pathlib import Path

from knowntenant.sample.lists_files import FILES

MARK = "sample.toml"
README = "README.txt"
TRUTH = "truth.jsonl"
MADE_BY = 'made_by = "knowntenant lists sample"'


def refusal(folder: Path, *, force: bool) -> str:
    """Say in one sentence why a folder cannot be written into, or nothing where it can."""
    if folder.exists() and not folder.is_dir():
        return "is a file; name a folder that is new or empty."
    if not folder.exists() or not any(folder.iterdir()):
        return ""
    mark = folder / MARK
    if not mark.is_file() or MADE_BY not in mark.read_text(encoding="utf-8", errors="replace"):
        return "is not empty and holds no made-up lists; name a new or empty folder."
    return "" if force else "holds made-up lists already; --force writes them anew."


def prepare(folder: Path, *, entries: int, seed: int, customers: int) -> None:
    """Make the folder, take older lists away, leave mark and README."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, TRUTH, README):
        (folder / name).unlink(missing_ok=True)
    said = f"{MADE_BY}\nentries = {entries}\nseed = {seed}\ncustomers = {customers}\n"
    (folder / MARK).write_text(said, encoding="utf-8", newline="")
    told = _README.format(seed=seed, customers=customers)
    (folder / README).write_text(told, encoding="utf-8", newline="")


_README = f"""\
Made-up lists, in the formats of real ones. Nobody on them exists: every name is invented.

They go with the customers of

    knowntenant sample EXPORT --seed {{seed}} --customers {{customers}}

{TRUTH} tells, one a line, who of those customers, owners and resellers is on a list, and in which
disguise. expected: hit, a person has to look at it; weak, only an alias that the authority calls
weak; identifier, only a number is the same; alike, another company of that name but for its legal
form, which may come up; none, somebody else who looks alike.
"""
