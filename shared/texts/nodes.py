"""An act as a list of nodes: what is compared, element by element."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from shared.texts.comparison import Place
from shared.texts.tree import Act, Element, Level

WORD = re.compile(r"\w+")
COUNTED = frozenset({"preamble", Level.PART, Level.INDENT})
"""What is not printed with a number: its number is its place among its like."""

ASIDE = frozenset({"note", "end"})
"""Parts that are no norms of law are counted by themselves: `note-1`."""

type CountKey = tuple[str, str]


@dataclass(slots=True, eq=False)
class Node:
    """An element of an act, or its title, or a paragraph before its first element.

    Attributes:
        sort: `act`, `title`, `preamble`, or the level.
        rank: its place among what stands under the same node, from 0.
        words: how often each word stands in it or in what is under it.
        seal: a digest of its words and of all that is under it, but not of its own number.
        twin: the same element in the other act, once it is found.
    """

    sort: str
    number: str
    heading: str = ""
    text: str = ""
    address: str = ""
    level: Level | None = None
    parent: "Node | None" = None
    rank: int = 0
    children: "list[Node]" = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)
    own: frozenset[str] = frozenset()
    seal: bytes = b""
    twin: "Node | None" = None
    counted: bool = False

    @property
    def place(self) -> Place:
        return Place(
            level=self.level,
            number=self.number,
            address=self.address,
            under=self.parent.address if self.parent else "",
            rank=self.rank,
            heading=self.heading,
            text=self.text,
        )


def everything(node: Node) -> Iterator[Node]:
    """The node and all that is under it, in the order of the text."""
    yield node
    for child in node.children:
        yield from everything(child)


def nodes_of(act: Act) -> Node:
    """The act as a node, above its title, its preamble and its outermost elements."""
    root = Node("act", "")
    _under(root, Node("title", "", text=act.title, address="title"))
    for number, paragraph in enumerate(act.preamble, 1):
        address = f"preamble_{number}"
        _under(root, Node("preamble", str(number), text=paragraph, address=address))
    for element in act.elements:
        _plant(root, element)
    _finish(root)
    return root


def _plant(parent: Node, element: Element) -> None:
    node = Node(element.level, element.number, element.heading, element.text, level=element.level)
    outermost = element.level is Level.ARTICLE or not parent.address
    node.address = element.key if outermost else f"{parent.address}__{element.key}"
    _under(parent, node)
    for child in element.children:
        _plant(node, child)


def _under(parent: Node, node: Node) -> None:
    node.parent, node.rank = parent, len(parent.children)
    parent.children.append(node)


def _finish(node: Node) -> None:
    """Count the words and seal the node, what is under it first."""
    for child in node.children:
        _finish(child)
    own = WORD.findall(f"{node.heading} {node.text}".casefold())
    node.own = frozenset(own)
    node.words = Counter(own)
    for child in node.children:
        node.words.update(child.words)
    node.seal = _seal(node)
    _note_counted(node)


def _seal(node: Node) -> bytes:
    parts = [node.sort, node.heading, node.text]
    parts += [f"{child.number}\0{child.seal.hex()}" for child in node.children]
    return sha256("\0".join(f"{len(part)}:{part}" for part in parts).encode()).digest()


def _note_counted(node: Node) -> None:
    keys = [count_key(child.sort, child.number) for child in node.children]
    for child, number in zip(node.children, counted(node.text, keys), strict=True):
        child.counted = child.number == number


def count_key(sort: str, number: str) -> CountKey:
    """With what it is counted: notes with notes, other parts with parts."""
    aside = number.rpartition("-")[0]
    return sort, aside if aside in ASIDE else ""


def counted(text: str, keys: Iterable[CountKey]) -> Iterator[str]:
    """The number of each child by counting; an element's own words are its first part or indent.

    Args:
        text: the own words of the element above.
        keys: of its children, in their order. What is printed with a number gets none.
    """
    seen: Counter[CountKey] = Counter()
    for sort, aside in keys:
        seen[sort, aside] += 1
        plain = seen[sort, aside] + bool(text)
        number = f"{aside}-{seen[sort, aside]}" if aside else str(plain)
        yield number if sort in COUNTED else ""
