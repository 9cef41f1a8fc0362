"""How the form of a value is written for a reader: kinds with examples, lists, mappings."""

from knowntenant.documents.markdown import name
from knowntenant.law.kinds import Form, Kind, ListOf

_CHOICES = " | "


def form_in_words(form: Form) -> str:
    """Give a form in words, with every possible word where the list is closed."""
    if isinstance(form, Kind):
        return kind_in_words(form)
    if isinstance(form, ListOf):
        return f"list of {form_in_words(form.of)}"
    keys = "; ".join(f"{name(key)}: {form_in_words(below)}" for key, below in form.keys.items())
    return f"{form.name}, a mapping with {keys}"


def kind_in_words(kind: Kind) -> str:
    """Give the name of a kind, and its words where it is a closed list."""
    if _CHOICES in kind.example:
        return f"{kind.name} ({', '.join(map(name, kind.example.split(_CHOICES)))})"
    return kind.name


def kinds_in(form: Form) -> tuple[Kind, ...]:
    """Give every kind of scalar in a form, in order."""
    if isinstance(form, Kind):
        return (form,)
    below = (form.of,) if isinstance(form, ListOf) else tuple(form.keys.values())
    return tuple(kind for one in below for kind in kinds_in(one))


def example_of(form: Kind | ListOf) -> str:
    """Give a value as it would be written in a scenario."""
    if isinstance(form, ListOf):
        inside = form.of
        return f"[{example_of(inside)}]" if isinstance(inside, Kind | ListOf) else "[{...}]"
    return form.example.split(_CHOICES)[0]
