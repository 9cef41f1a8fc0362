"""The fixed parts of docs/scenarios.md: files, times, checks, mistakes."""

INTRODUCTION = """\
A scenario tells facts in order, asks questions on a day, and says what the answers should be.
Files are run with

```
knowntenant scenario FILE...
```

where each FILE is a file or a folder; `--pack NAME` runs everything under another pack, `-v` shows
the reasons of every answer, `--json` prints all of it for programs. Exit status: 0 everything
holds, 1 something does not, 2 a file could not be used: its problems are printed with file, line
and remedy, and all other scenarios are still run.

The packs here carry a proposal that is not in force and obliges nobody; every output says so."""

FILES = """\
A file is YAML in UTF-8. Several scenarios stand in one file, separated by `---`. Every value is
text until the fact or decision in which it stands says what it is, so `NO` is Norway where a place
stands and "no" where yes or no stands, and `7.300` stays as written. Put a text in quotes if it
holds a comma, a bracket, `#`, or a colon with a space behind it."""

FIRST_EXAMPLE = """\
scenario: Retention counts from the later of closing and last access
clause: 7.302(e)(2)
pack: nprm-2024
facts:
  - {happened: 2025-01-05, account: {id: A1, customer: C1, state: opened}}
  - {happened: 2027-06-01, access: {account: A1, ip: 203.0.113.9}}
  - {happened: 2027-06-30, learned: 2027-07-02, account: {id: A1, state: closed}}
then:
  - {as_of: 2027-07-05, ask: retention.retained_through, of: A1, expect: 2029-06-30, reading: D13}
  - {as_of: 2027-07-05, ask: retention.deletion_from, of: A1, expect: 2029-07-01}
"""

TIMES = """\
Facts and time:

- `happened` and `learned` are days (2027-03-01) or instants with a zone (2027-03-01T09:30:00Z,
  ...-05:00, or a zone's name behind it). An instant is the day that it is in the pack's zone.
- A fact counts in a question if it was learned by the end of `as_of`, and is part of how things
  stood on a day if it happened by the end of that day. `learned` may lie before `happened`: a
  change that was announced.
- A later fact with the same key (see each fact type) replaces only the values that it names;
  `none` takes a value away. A fact type without a key is an event: each one stands for itself.
- A fact with `corrects` takes the place of the one it names from the day it was learned; before
  that, the uncorrected fact counts. Values that it does not name stay as they were.
- One id is one person in all facts: a customer, an owner and a reseller are persons, and their
  `presence`, `contact` and `ownership` facts use that id.
- Knowledge: a `knowledge` fact says who knew (`by`), of what (`of`) and about whom (`about`); its
  `learned` day is the day of the knowledge."""

CHECKS = """\
How an answer is compared:

- A value is read in the form of the decision's answer. `unknown` can always be expected, and so
  can `none`: no value, or an empty list.
- A mapping matches by the keys that are given. A list is complete, in any order. One element may
  be written without brackets.
- `contains` and `lacks`: elements of a list, keys of a mapping, words of a text. Nothing is lacking
  in an answer that is unknown.
- `citing: 7.302(d)` is met by any clause within it, such as 7.302(d)(1)(iii)(E).
- `reading: D13` asks that a reading of D13 was taken, `{D13: later}` which one; `refused: literal`
  that this choice was refused.
- `flags` and `status` look for words in any case.
- Where the pack says nothing of what a decision needs, the question fails with that message."""

MISTAKES = """\
All problems of a scenario are reported at once, each with file and line, and with the nearest words
known: an unknown key, fact type, decision, clause, reading, choice, setting or argument; a fact
without a time; a day that does not exist; an id that no fact names; a correction of nothing; a key
written twice. A scenario with a problem is not judged."""
