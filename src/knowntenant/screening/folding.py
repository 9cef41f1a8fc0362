"""Values folded so that what is only a way of writing them no longer shows."""

import re
import unicodedata

from knowntenant.screening.entry import Identifier, IdKind

_PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ħ": "h",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
    }
)
"""Letters whose accent Unicode does not take apart."""
# In other scripts a mark can make another letter, so only these fall away: Latin, Greek and
# Cyrillic accents, Arabic short vowels, and the Arabic stroke that stretches a word.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0652\u0640]")
_DROPPED = re.compile("['`\u00b4\u02bc\u2018\u2019]")  # apostrophes and what is typed for them
_LETTERS = re.compile(r"\b([^\W\d_]) (?=[^\W\d_]\b)")
"""A letter by itself before another one: G.m.b.H. and GmbH, A. B. and A.B., are written alike."""
_CASELESS_WALLETS = ("0x", "bc1")


def folded_name(name: str) -> str:
    """Give a name without case, accents, punctuation, unseen signs and spare spaces.

    The order of words stays, and so do all letters: names that fold to the same are the same name
    written otherwise. A name made of punctuation alone stays as it is.
    """
    # Taken apart before as well, because ornamental letters have a case only once they are plain.
    apart = unicodedata.normalize("NFKD", _DROPPED.sub("", name))
    parted = unicodedata.normalize("NFKD", apart.casefold())
    plain = unicodedata.normalize("NFKC", _ACCENTS.sub("", parted)).translate(_PLAIN)
    kept = "".join(map(_sign, plain))
    return _LETTERS.sub(r"\1", " ".join(kept.split())) or " ".join(name.casefold().split())


def _sign(sign: str) -> str:
    match unicodedata.category(sign)[0]:
        case "P" | "Z":
            return " "
        case "C":  # zero-width and other unseen signs, and line breaks
            return " " if sign.isspace() else ""
        case _:
            return sign


def folded_identifier(identifier: Identifier) -> str:
    """Give an identifier as `kind country value`, without case, spaces and punctuation.

    A wallet keeps its case where its alphabet tells capitals from small letters.
    """
    value = identifier.value.strip()
    if identifier.kind is not IdKind.WALLET or value.lower().startswith(_CASELESS_WALLETS):
        value = value.casefold()
    bare = "".join(sign for sign in value if sign.isalnum()) or value
    return f"{identifier.kind} {identifier.country.casefold().strip() or '-'} {bare}"
