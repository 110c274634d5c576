"""Reading a profile's YAML: no floats, no key twice, and every key with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

FLOAT, INTEGER, DAY = (f"tag:yaml.org,2002:{kind}" for kind in ("float", "int", "timestamp"))

type Steps = tuple[int | str, ...]
"""The way from the top of the file to a value: keys, and places in lists."""


class ProfileUnreadable(Exception):
    """The file of a profile cannot be what it says; the message names the line and the key."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where in the file each key stands."""

    known: dict[Steps, int]

    def of(self, steps: Steps) -> int:
        """The line of the value, or of the nearest key above it."""
        while steps not in self.known and steps:
            steps = steps[:-1]
        return self.known.get(steps, 1)


class _Plain(yaml.SafeLoader):
    """Days stay words; the profile knows which words are days, and says where one is wrong."""


_Plain.yaml_implicit_resolvers = {
    letter: [(tag, form) for tag, form in forms if tag != DAY]
    for letter, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str, where: str) -> tuple[Any, Lines]:
    """What the text says, and on which lines.

    Raises:
        ProfileUnreadable: not YAML, a number with a point, or the same key twice.
    """
    try:
        root = yaml.compose(text, _Plain)
        content = yaml.load(text, _Plain)  # noqa: S506 a safe loader, less one kind of word
    except yaml.YAMLError as broken:
        message = f"{where}: {broken}"
        raise ProfileUnreadable(message) from broken
    if root is None:
        message = f"{where}: the file is empty"
        raise ProfileUnreadable(message)
    return content, Lines(dict(_walk(root, (), where)))


def _walk(node: yaml.Node, steps: Steps, where: str) -> Iterator[tuple[Steps, int]]:
    line = node.start_mark.line + 1
    if node.tag == FLOAT or (node.tag == INTEGER and not _as_written(node.value)):
        raise ProfileUnreadable(
            f"{where}, line {line}: {'.'.join(map(str, steps))}: {node.value} is not exact; "
            "write a share as 2/3, and a number in plain digits"
        )
    yield steps, line
    for step, child in _children(node, where):
        yield from _walk(child, (*steps, step), where)


def _as_written(number: str) -> bool:
    """Whether it means what it says: to YAML, 010 is eight and 1:30 ninety."""
    return number.isdecimal() and str(int(number)) == number


def _children(node: yaml.Node, where: str) -> Iterator[tuple[int | str, yaml.Node]]:
    match node:
        case yaml.SequenceNode():
            yield from enumerate(node.value)
        case yaml.MappingNode():
            yield from _keys(node, where)


def _keys(node: yaml.MappingNode, where: str) -> Iterator[tuple[str, yaml.Node]]:
    seen: set[str] = set()
    for key, child in node.value:
        if key.value in seen:
            line = key.start_mark.line + 1
            message = f"{where}, line {line}: {key.value}: this key stands here twice"
            raise ProfileUnreadable(message)
        seen.add(key.value)
        yield key.value, child
