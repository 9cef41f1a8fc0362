"""Inheritance of packs: one parent, overridden leaf by leaf; and the hash of what results."""

import hashlib
import json
from collections.abc import Mapping
from typing import TypeAlias

Tree: TypeAlias = "Mapping[str, object]"


def overridden(parent: Tree, child: Tree) -> dict[str, object]:
    """Give the parent's tree with the child's leaves in place of its own; a list is one leaf."""
    merged = dict(parent)
    for key, value in child.items():
        below = merged.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            merged[key] = overridden(below, value)
        else:
            merged[key] = value
    return merged


def leaves(tree: Tree, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], object]:
    """Give every leaf of a tree under its path."""
    found: dict[tuple[str, ...], object] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            found |= leaves(value, (*path, key))
        else:
            found[(*path, key)] = value
    return found


def digest(tree: Tree) -> str:
    """Give the sha256 of a tree, whatever the order of its keys."""
    text = json.dumps(tree, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
