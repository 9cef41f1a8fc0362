"""The folder that a sample is written into: new, empty, or one with a sample to write anew."""

from importlib import resources
from pathlib import Path

from knowntenant.sample.days import AS_OF
from knowntenant.sample.files import Format
from knowntenant.sample.rows import COLUMNS
from knowntenant.sample.truth import PACKS, PROPOSAL

MARK = "sample.toml"
README = "README.txt"
TRUTH = "truth.jsonl"
PROGRAM = "program.toml"
MADE_BY = 'made_by = "knowntenant sample"'


def refusal(folder: Path, *, force: bool) -> str:
    """Say in one sentence why a folder cannot be written into, or nothing where it can."""
    if folder.exists() and not folder.is_dir():
        return f"{folder} is a file; name a folder that is new or empty."
    if not folder.exists() or not any(folder.iterdir()):
        return ""
    if not is_sample(folder):
        return f"{folder} is not empty and holds no sample of ours; name a new or empty folder."
    return "" if force else f"{folder} holds a sample already; --force writes it anew."


def is_sample(folder: Path) -> bool:
    """Tell whether a folder bears the mark of a sample."""
    mark = folder / MARK
    return mark.is_file() and MADE_BY in mark.read_text(encoding="utf-8", errors="replace")


def prepare(folder: Path, *, customers: int, seed: int) -> None:
    """Make the folder, take an older sample's files away, leave mark, program and README."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = (f"{table}.{form}" for table in (*COLUMNS, "access") for form in Format)
    for name in (*tables, TRUTH, README, PROGRAM):
        (folder / name).unlink(missing_ok=True)
    said = f"{MADE_BY}\ncustomers = {customers}\nseed = {seed}\nas_of = {AS_OF}\n"
    (folder / MARK).write_text(said, encoding="utf-8", newline="")
    (folder / README).write_text(_README, encoding="utf-8", newline="")
    (folder / PROGRAM).write_bytes(resources.files(__package__).joinpath(PROGRAM).read_bytes())


_README = f"""\
Synthetic data. Harborgrid does not exist, and neither do its customers: every name is invented,
every address on the internet is from ranges kept for documentation, and nobody has the telephone
numbers.

Review it as of {AS_OF}, the day for which it was made:

    knowntenant review . --as-of {AS_OF} --program {PROGRAM} \\
        {" ".join(f"--pack {pack}" for pack in PACKS)}

About one customer in a thousand stands in each of the planted situations (in a small sample each
stands once); all others are plain, complete, and give no finding. {TRUTH} tells one situation
a line: what it is, the ids concerned, and every finding that is to be made of them, with its pack
and clause; or "none", and why. The rule of pack {PROPOSAL} is proposed and not in force.

Accesses and usage cover 18 months. Lists in one cell are parted by semicolons.
"""
