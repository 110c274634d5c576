"""The new text made of the old one and of the rows in which they differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from shared.texts.comparison import Kind, Place, Row, RunKind, side
from shared.texts.nodes import Node, count_key, counted, nodes_of
from shared.texts.tree import Act, Element, Level

AWAY = frozenset({Kind.REMOVED, Kind.MOVED, Kind.MOVED_AND_CHANGED})
"""What does not stay where it stood."""


@dataclass(slots=True, eq=False)
class Piece:
    """An element of the text that is being made."""

    sort: str
    level: Level | None
    number: str
    heading: str
    text: str
    counted: bool
    children: "list[Piece]" = field(default_factory=list)


def rebuilt(old: Act, rows: Iterable[Row]) -> Act:
    """The new text.

    Args:
        old: a text in which no two elements have the same address.
        rows: those in which the comparison of the old text with the new one differs.
    """
    rebuilding = Rebuilding(list(rows))
    root = rebuilding.kept(nodes_of(old))
    rebuilding.settle(root, "")
    by_sort = {sort: [p for p in root.children if p.sort == sort] for sort in ("title", "preamble")}
    return Act(
        language=old.language,
        title=by_sort["title"][0].text,
        preamble=tuple(piece.text for piece in by_sort["preamble"]),
        elements=tuple(_element(piece) for piece in root.children if piece.level),
    )


class Rebuilding:
    def __init__(self, rows: list[Row]) -> None:
        self._of = {row.old.address: row for row in rows if row.old}
        self._rows = rows
        self._pieces: dict[str, Piece] = {}

    def kept(self, node: Node) -> Piece:
        """The node as it will be, with what stays under it."""
        row = self._of.get(node.address) if node.address else None
        piece = _piece(row) if row and row.new else _as_it_is(node)
        self._pieces[node.address] = piece
        for child in node.children:
            below, stays = self.kept(child), self._of.get(child.address)
            if stays is None or stays.kind not in AWAY:
                piece.children.append(below)
        return piece

    def settle(self, piece: Piece, address: str) -> None:
        """Put what comes here in its place, and go on below."""
        for row in sorted(self._coming(address), key=_rank):
            piece.children.insert(_rank(row), self._comer(row))
        for child, number in zip(piece.children, _numbers(piece), strict=True):
            child.number = number
            self.settle(child, _address(child, address))

    def _coming(self, address: str) -> Iterator[Row]:
        for row in self._rows:
            comes = row.kind is Kind.ADDED or row.kind in AWAY
            if comes and row.new and row.new.under == address:
                yield row

    def _comer(self, row: Row) -> Piece:
        return self._pieces[row.old.address] if row.old else _piece(row)


def _rank(row: Row) -> int:
    return row.place.rank


def _piece(row: Row) -> Piece:
    """The element of a row, its words taken from the runs."""
    new: Place = row.place
    sort = new.level or new.address.partition("_")[0]
    heading, text = (side(runs, RunKind.INSERTED) for runs in (row.heading, row.words))
    return Piece(sort, new.level, new.number, heading, text, counted=False)


def _as_it_is(node: Node) -> Piece:
    return Piece(node.sort, node.level, node.number, node.heading, node.text, node.counted)


def _numbers(piece: Piece) -> Iterator[str]:
    """The number of each child; those that are only counted are counted again.

    Unless one that came has another number than its place gives it: then nobody counted there.
    """
    keys = [count_key(child.sort, child.number) for child in piece.children]
    both = list(zip(piece.children, counted(piece.text, keys), strict=True))
    regular = all(child.counted or child.number == number for child, number in both)
    for child, number in both:
        yield number if child.counted and regular else child.number


def _address(piece: Piece, above: str) -> str:
    if piece.level is None:
        return piece.sort if piece.sort == "title" else f"{piece.sort}_{piece.number}"
    key = Element(level=piece.level, number=piece.number).key
    return key if piece.level is Level.ARTICLE or not above else f"{above}__{key}"


def _element(piece: Piece) -> Element:
    return Element(
        level=piece.level or Level.PART,
        number=piece.number,
        heading=piece.heading,
        text=piece.text,
        children=tuple(_element(child) for child in piece.children),
    )
