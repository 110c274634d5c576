"""What is added or removed as a whole is one row, with all that is under it."""

from collections.abc import Iterable, Sequence

from shared.kernel.text import Language
from shared.texts.comparison import Kind
from shared.texts.tables.lining_up import LinedUp
from shared.texts.tree import Level

WHOLE = frozenset({Kind.ADDED, Kind.REMOVED})
APART = frozenset({Level.ARTICLE, Level.CHAPTER, Level.PARAGRAPH, Level.SECTION, None})
"""What has a row of its own even when all that it stands in is new."""

type Place = tuple[Language, Kind, str]


def folded(pairs: Iterable[LinedUp]) -> Sequence[Sequence[LinedUp]]:
    """Rows together with those that are folded into them, which follow them in the text."""
    groups: list[list[LinedUp]] = []
    heads: dict[Place, list[LinedUp]] = {}
    for pair in pairs:
        found = [heads.get(above) for above in _above(pair)]
        group = found[0] if found and all(one is found[0] for one in found) else None
        if group is None:
            group = []
            groups.append(group)
        group.append(pair)
        heads |= dict.fromkeys(_places(pair), group)
    return groups


def _above(pair: LinedUp) -> list[Place]:
    """Where the element above would be found, if the pair may be folded into its row at all."""
    if any(row.kind not in WHOLE or row.place.level in APART for row in pair.values()):
        return []
    return [(language, row.kind, row.place.under) for language, row in pair.items()]


def _places(pair: LinedUp) -> list[Place]:
    return [(language, row.kind, row.place.address) for language, row in pair.items()]
