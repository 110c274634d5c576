"""A tree while it grows: nodes that still take children, the path of those that are open."""

from collections import Counter
from dataclasses import dataclass, field

from shared.kernel.text import Language, Text
from shared.texts.marks import printed
from shared.texts.refusals import NO_ARTICLE, NO_CHAPTER, TextRefused
from shared.texts.tree import Element, Level

RANKS = (
    Level.SECTION,
    Level.CHAPTER,
    Level.PARAGRAPH,
    Level.ARTICLE,
    Level.POINT,
    Level.SUB_POINT,
)
GROUPS = frozenset(RANKS[:3])
"""Elements that group articles (Law 480-V, art. 23(2))."""
NOTE, END = "note", "end"


@dataclass(slots=True, eq=False)
class Node:
    """An element that still takes children."""

    level: Level
    number: str = ""
    heading: str = ""
    text: str = ""
    line: int = 0
    children: list["Node"] = field(default_factory=list)
    _keys: set[tuple[Level, str]] = field(default_factory=set)
    _counts: Counter[str] = field(default_factory=Counter)

    def next_of(self, level: Level) -> str:
        """The number of its next part or indent; its own words are the first."""
        self._counts[level] += 1
        return str(self._counts[level] + bool(self.text))

    def next_aside(self, kind: str) -> str:
        """The number of its next part that is no norm of law: a note, or what follows the end."""
        self._counts[kind] += 1
        return f"{kind}-{self._counts[kind]}"

    def take(self, node: "Node") -> None:
        self.children.append(node)
        self._keys.add((node.level, node.number))

    def has(self, level: Level, number: str) -> bool:
        return (level, number) in self._keys

    def finished(self) -> Element:
        return Element(
            level=self.level,
            number=self.number,
            heading=self.heading,
            text=self.text,
            children=tuple(child.finished() for child in self.children),
            line=self.line,
        )


class Growth:
    """The act so far, and the path from it to the element that was read last."""

    def __init__(self, language: Language, *, has_articles: bool) -> None:
        self.language = language
        self.root = Node(Level.SECTION)
        self.path: list[Node] = []
        self._has_articles = has_articles

    @property
    def last(self) -> Node:
        return self.path[-1] if self.path else self.root

    def nearest(self, *levels: Level) -> Node | None:
        """The innermost open element of one of these levels."""
        return next((node for node in reversed(self.path) if node.level in levels), None)

    def close_to(self, node: Node) -> None:
        """Close all that is open inside a node."""
        while self.path and self.path[-1] is not node:
            self.path.pop()

    def add(self, parent: Node, node: Node) -> None:
        """Open a node inside an open one, after all that is there."""
        self.close_to(parent)
        parent.take(node)
        self.path.append(node)

    def parent_of(self, level: Level) -> Node:
        """The open element into which one of this level goes: the innermost of those above it."""
        above = RANKS[: RANKS.index(level)]
        return self.nearest(*above) or self.root

    def above(self, node: Node) -> Node:
        """The parent of an open node."""
        at = self.path.index(node)
        return self.path[at - 1] if at else self.root

    def refuse_out_of_order(self, node: Node, parent: Node) -> None:
        """Raises TextRefused for a point outside an article, a paragraph outside a chapter."""
        if node.level is Level.PARAGRAPH and parent.level is not Level.CHAPTER:
            raise self._refused(node, NO_CHAPTER)
        outside = parent.level in GROUPS
        if node.level is Level.SUB_POINT and outside:
            raise self._refused(node, NO_ARTICLE)
        if node.level is Level.POINT and outside and self._has_articles:
            raise self._refused(node, NO_ARTICLE)

    def _refused(self, node: Node, message: Text) -> TextRefused:
        cited = printed(node.finished(), self.language)
        return TextRefused(message, element=cited, line=node.line)
