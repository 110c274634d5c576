"""Whether a fact still says what it said: fields are added, with a default, and never changed."""

from collections.abc import Iterator, Mapping
from typing import Any

type Schema = Mapping[str, Any]
type Pair = tuple[Schema, Schema]

OF_PEOPLE = {"title", "description", "$schema", "$id", "$defs", "examples"}
"""What is said to people, or is looked up."""
LOOKED_INTO = {"properties", "required", "items", "anyOf", "enum", "$ref"}


class FactChanged(Exception):
    """A fact is not what it was under the same version; the message says which and how."""


def broken(before: Mapping[str, Schema], after: Mapping[str, Schema]) -> list[str]:
    """What would keep a hearer of yesterday, or a fact of yesterday, from being understood."""
    complaints = []
    for name, schema in before.items():
        if name in after:
            complaints += [f"{name}: {c}" for c in _changes(schema, after[name])]
        elif not _succeeded(name, after):
            complaints.append(f"{name}: is told no more, and no later version is")
    return complaints


def _succeeded(name: str, after: Mapping[str, Schema]) -> bool:
    fact, _, version = name.rpartition(".v")
    return any(
        later.rpartition(".v")[0] == fact and int(later.rpartition(".v")[2]) > int(version)
        for later in after
        if ".v" in later
    )


def _changes(before: Schema, after: Schema) -> Iterator[str]:
    return _compared((before, after), (before, after), "")


def _compared(both: Pair, roots: Pair, where: str) -> Iterator[str]:
    """What changed there; references are followed in the schema that makes them."""
    defaults = tuple(schema.get("default", ...) for schema in both)
    before, after = (_followed(schema, root) for schema, root in zip(both, roots, strict=True))
    if ... not in defaults and defaults[0] != defaults[1]:
        yield f"the default of {where} is another"
    for keyword in sorted((before.keys() | after.keys()) - OF_PEOPLE - LOOKED_INTO - {"default"}):
        if before.get(keyword) != after.get(keyword):
            yield f"{where or 'it'} has another {keyword}"
    yield from _words((before, after), where)
    yield from _alternatives((before, after), roots, where)
    yield from _fields((before, after), roots, where)
    if ("items" in before) != ("items" in after):
        yield f"{where} has other items"
    elif "items" in before:
        yield from _compared((before["items"], after["items"]), roots, f"{where}[]")


def _words(both: Pair, where: str) -> Iterator[str]:
    """A list of words may grow, and not begin."""
    before, after = (schema.get("enum") for schema in both)
    if (before is None) != (after is None):
        yield f"{where} is a word of a list, or no longer one"
    elif gone := [word for word in before or () if word not in (after or ())]:
        yield f"{where} can no longer be {', '.join(map(str, gone))}"


def _alternatives(both: Pair, roots: Pair, where: str) -> Iterator[str]:
    before, after = (schema.get("anyOf", []) for schema in both)
    if len(before) != len(after):
        yield f"{where} is of other types"
        return
    for pair in zip(before, after, strict=True):
        yield from _compared(pair, roots, where)


def _fields(both: Pair, roots: Pair, where: str) -> Iterator[str]:
    before, after = (schema.get("properties", {}) for schema in both)
    needed_before, needed = (set(schema.get("required", ())) for schema in both)
    for name, field in before.items():
        path = f"{where}.{name}".lstrip(".")
        if name not in after:
            yield f"{path} is gone"
        else:
            yield from _compared((field, after[name]), roots, path)
    for name in sorted(needed - needed_before):
        path = f"{where}.{name}".lstrip(".")
        yield f"{path} is needed, and has no default for the facts of before"


def _followed(schema: Schema, root: Schema) -> Schema:
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema
