"""The table as it is laid out: headings and cells of text, the same in every form."""

from collections.abc import Iterator
from dataclasses import dataclass

from shared.kernel.text import Language, Text
from shared.texts.comparison import RunKind, Runs
from shared.texts.tables import wording
from shared.texts.tables.table import Cell, Table, TableRow

OF_LANGUAGE = {Language.KK: wording.KAZAKH, Language.RU: wording.RUSSIAN}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a cell, in one language: a mark, a heading in bold letters, words."""

    mark: str
    heading: Runs
    words: Runs


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in one column of wordings; `absent` where there is no such element."""

    language: Language
    paragraphs: tuple[Paragraph, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    language: Language
    kind: RunKind


def speaks(table: Table) -> Language:
    """The language of the page itself: that of its first column."""
    return table.languages[0]


def spoken(table: Table, words: Text) -> str:
    """The words in every language of the table."""
    return " / ".join(dict.fromkeys(words.on(language) for language in table.languages))


def title(table: Table) -> str:
    return " / ".join(table.sides.title.on(language) for language in table.languages)


def columns(table: Table) -> list[Column]:
    """The columns of wordings: of each language the old one and the new one."""
    return [
        Column(_heading(table, language, kind), language, kind)
        for language in table.languages
        for kind in (RunKind.DELETED, RunKind.INSERTED)
    ]


def _heading(table: Table, language: Language, kind: RunKind) -> str:
    side = table.sides.old if kind is RunKind.DELETED else table.sides.new
    if len(table.languages) == 1:
        return side.on(language)
    return f"{side.on(language)}, {OF_LANGUAGE[language].on(language)}"


def wordings(table: Table, row: TableRow) -> Iterator[Wording]:
    """The row's cells under `columns`."""
    for column in columns(table):
        cell = row.cell(column.language)
        paragraphs = tuple(_paragraphs(cell, column.kind)) if cell else ()
        yield Wording(column.language, paragraphs, wording.ABSENT.on(column.language))


def elements(table: Table, row: TableRow) -> Iterator[tuple[Language, str, str]]:
    """Of each language that has it: the element's name, and what became of it."""
    for language in table.languages:
        cell = row.cell(language)
        if cell:
            yield language, _risen(cell.element), cell.change


def reasons(table: Table, row: TableRow) -> Iterator[tuple[Language, str]]:
    for language in table.languages:
        if row.reason:
            yield language, row.reason.on(language)


def _risen(name: str) -> str:
    return name[:1].upper() + name[1:]


def _paragraphs(cell: Cell, kind: RunKind) -> Iterator[Paragraph]:
    sides = [line.side(kind) for line in cell.lines]
    yield from (Paragraph(*side) for side in sides if side)
