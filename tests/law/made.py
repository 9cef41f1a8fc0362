"""Small packs made for one test, on disk as real ones are."""

from pathlib import Path

HEAD = """
name = "made"
title = "Made for a test"
version = "1"
status = "made up"
in_force = false
source = "nowhere"
starts = 2027-01-01
last_verified_on = 2027-01-01
zone = "UTC"
notice = "It obliges nobody."
"""
CLAUSES = """
[clause."7.9(a)"]
who = ["provider"]
kind = "duty"
duty = "Do it in ten days."
decision = ["made.due", "made.state"]

[clause."7.9(b)"]
who = ["provider", "reseller"]
kind = "duty"
duty = "Do it later."
decision = "made.later"

[clause."§ 7.9(c) s.1"]
who = ["department"]
kind = "power"
duty = "It may be done."
not_software = "the Department's own power"
"""
ROWS = """
[parameter.share]
clause = "7.9(a)"
label = "a share"
unit = "percent"
last_verified_on = 2027-01-01
values = [
    { from = 2027-01-01, value = 25 },
    { from = 2028-02-29, value = "100/3", source = "a notice" },
    { from = 2030-01-01 },
]

[deadline.due]
clause = "§ 7.9(a)"
mechanism = "within_days"
trigger = "it happened"
count = 10

[deadline.target]
clause = "7.9(b)"
mechanism = "none_in_text"
trigger = "it happened"
policy = true
target_days = 5

[element.phone]
clause = "7.9(a)"
label = "telephone number"
of = ["individual", "entity"]
per = "person"
any_of = ["contact.phone"]

[element.place]
clause = "7.9(a)"
label = "places of use"
of = ["entity"]
per = "account"
any_of = ["contact.use_locations"]

[list.kinds]
clause = "7.9(a)"
label = "kinds"
entries = [
    { value = "vps", answer = "yes", clause = "7.9(a)" },
    { value = "saas", answer = "no", clause = "7.9", note = "ready-made" },
]

[reading.D1]
clauses = ["7.9(a)", "7.9(c) s.1"]
defect = "It is unclear."
taken = "wide"
choices = { wide = "as much as can be", narrow = "as little as can be" }

[part."made.state"]
first = "7.9(a)"
"""


def make(folder: Path, *, head: str = HEAD, clauses: str = CLAUSES, rows: str = ROWS) -> Path:
    """Write a pack of three files, its clauses in a folder of their own, and give its folder."""
    (folder / "clauses").mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(head, encoding="utf-8")
    (folder / "clauses" / "7.9.toml").write_text(clauses, encoding="utf-8")
    (folder / "rows.toml").write_text(rows, encoding="utf-8")
    return folder
