"""The comparison table: what is in force and what is proposed, in both languages, with reasons.

Its columns are those that Law 480-V, art. 29(2) asks for: the structural element, the wording in
force, the wording proposed, the reasons.
"""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import Field

from shared.kernel.text import Language
from shared.texts.comparison import Comparison, Frozen, Kind, Row, RunKind, Runs
from shared.texts.naming import named
from shared.texts.tables.folding import folded
from shared.texts.tables.lining_up import LinedUp, lined_up
from shared.texts.tables.marks import mark
from shared.texts.tables.wording import KINDS


class Both(Frozen):
    """Words of the parliament in both of its languages."""

    kk: str
    ru: str

    def on(self, language: Language) -> str:
        return self.kk if language is Language.KK else self.ru


class Line(Frozen):
    """An element's own words in both wordings.

    Attributes:
        old_mark: what is printed before it, as `Статья 5.` or `1)`; none if it is not there.
    """

    old_mark: str | None
    new_mark: str | None
    heading: Runs
    words: Runs

    def side(self, kind: RunKind) -> tuple[str, Runs, Runs] | None:
        """Its mark, heading and words in one wording; none if it is not in it."""
        before = self.old_mark if kind is RunKind.DELETED else self.new_mark
        if before is None:
            return None
        heading, words = (
            tuple(run for run in runs if run.kind in {RunKind.EQUAL, kind})
            for runs in (self.heading, self.words)
        )
        return before, heading, words


class Cell(Frozen):
    """An element in one language: what became of it, and its words with those under it."""

    kind: Kind
    element: str = Field(description="What it is called.")
    change: str = Field(description="What became of it, in words.")
    old_address: str | None
    new_address: str | None
    lines: tuple[Line, ...]


class TableRow(Frozen):
    """A row of the table; a language whose text has no such element has no cell."""

    number: int
    address: str = Field(description="Where it stands now; where it stood, if it is removed.")
    kk: Cell | None
    ru: Cell | None
    reason: Both | None = None

    def cell(self, language: Language) -> Cell | None:
        return self.kk if language is Language.KK else self.ru


class Sides(Frozen):
    """What is compared: the name of the table's subject, and of its two columns of wordings."""

    title: Both
    old: Both
    new: Both


class Table(Frozen):
    """The comparison table.

    Attributes:
        languages: those that are shown, in the order of their columns.
        counts: of each kind, in the first language, unchanged elements too.
    """

    sides: Sides
    languages: tuple[Language, ...]
    counts: Mapping[Kind, int]
    rows: tuple[TableRow, ...]


def tabled(
    sides: Sides,
    comparisons: Sequence[Comparison],
    reasons: Mapping[str, Both],
    *,
    unchanged: bool = False,
) -> Table:
    """The table of one comparison, or of both languages' side by side.

    Args:
        sides: what the table is about.
        comparisons: one of each language that is to be shown.
        reasons: why, by the address of the element.
        unchanged: whether elements that do not differ are shown too.
    """
    pairs = lined_up(comparisons)
    shown = pairs if unchanged else [pair for pair in pairs if _differs(pair)]
    return Table(
        sides=sides,
        languages=tuple(comparison.language for comparison in comparisons),
        counts=comparisons[0].counts,
        rows=tuple(_row(n, group, reasons) for n, group in enumerate(folded(shown), 1)),
    )


def _differs(pair: LinedUp) -> bool:
    return any(row.differs for row in pair.values())


def _row(number: int, group: Sequence[LinedUp], reasons: Mapping[str, Both]) -> TableRow:
    [first, *_] = group[0].values()
    address = first.place.address
    cells = {language: _cell(language, group) for language in (Language.KK, Language.RU)}
    return TableRow(
        number=number,
        address=address,
        kk=cells[Language.KK],
        ru=cells[Language.RU],
        reason=reasons.get(address),
    )


def _cell(language: Language, group: Sequence[LinedUp]) -> Cell | None:
    rows = [pair[language] for pair in group if language in pair]
    if not rows:
        return None
    [first, *_] = rows
    return Cell(
        kind=first.kind,
        element=named(first.place.address, language),
        change=_change(first, language),
        old_address=first.old.address if first.old else None,
        new_address=first.new.address if first.new else None,
        lines=tuple(_lines(rows, language)),
    )


def _change(row: Row, language: Language) -> str:
    words = KINDS[row.kind]
    origin = named(row.old.address, language) if row.old else ""
    return words.filled(origin=origin).on(language)


def _lines(rows: Iterable[Row], language: Language) -> Iterable[Line]:
    for row in rows:
        yield Line(
            old_mark=mark(row.old, language) if row.old else None,
            new_mark=mark(row.new, language) if row.new else None,
            heading=row.heading,
            words=row.words,
        )
