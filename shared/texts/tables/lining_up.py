"""The rows of both languages side by side: the texts are aligned element by element."""

from collections.abc import Iterator, Mapping, Sequence

from shared.kernel.text import Language
from shared.texts.comparison import Comparison, Row

type LinedUp = Mapping[Language, Row]
type Key = tuple[str, str]


def lined_up(comparisons: Sequence[Comparison]) -> list[LinedUp]:
    """Each element once, with its row in every language that has it, in the order of the text."""
    by_key = [{_key(row): row for row in comparison.every} for comparison in comparisons]
    order = list(by_key[0])
    for rows in by_key[1:]:
        order = list(_merged(order, list(rows)))
    return [_row(key, comparisons, by_key) for key in order]


def _key(row: Row) -> Key:
    """Where it stands now; what is removed, where it stood."""
    return ("new", row.new.address) if row.new else ("old", row.place.address)


def _merged(order: Sequence[Key], other: Sequence[Key]) -> Iterator[Key]:
    """The first order; what only the other has, behind what it stands behind there."""
    known, behind, last = set(order), dict[Key | None, list[Key]](), None
    for key in other:
        if key in known:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    yield from behind.get(None, ())
    for key in order:
        yield key
        yield from behind.get(key, ())


def _row(
    key: Key, comparisons: Sequence[Comparison], by_key: Sequence[Mapping[Key, Row]]
) -> LinedUp:
    return {
        comparison.language: rows[key]
        for comparison, rows in zip(comparisons, by_key, strict=True)
        if key in rows
    }
