"""The table on paper: PDF/A, so that an archive can keep it."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import typst

from shared.kernel.legible import printed
from shared.texts.comparison import Runs
from shared.texts.tables import page, wording
from shared.texts.tables.page import Paragraph, Wording
from shared.texts.tables.table import Table, TableRow

PAGE = Path(__file__).with_name("table.typ").read_bytes()
FONTS = typst.Fonts(include_system_fonts=False)
"""Only those that come with the typesetter: a page looks alike on every machine."""

STANDARD: Final = "a-2a"
"""PDF/A-2a (ISO 19005-2): whole in itself, tagged, its text can be searched and read aloud."""

LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
"""The same table gives the same bytes, whenever it is printed."""


def as_pdf(table: Table) -> bytes:
    """A4 across. What stands in the table goes to the page as data, never as markup."""
    compiler = typst.Compiler(PAGE, font_paths=FONTS, ignore_system_fonts=True)
    pages = compiler.compile(
        format="pdf",
        sys_inputs={"sheet": json.dumps(_sheet(table), ensure_ascii=False)},
        pdf_standards=STANDARD,
        timestamp=LONG_AGO,
    )
    if not isinstance(pages, bytes):
        message = "a PDF is one file"
        raise TypeError(message)
    return pages


def _sheet(table: Table) -> dict[str, Any]:
    return {
        "language": page.speaks(table).value,
        "heading": page.spoken(table, wording.TABLE),
        "title": _printed(page.title(table)),
        "legend": page.spoken(table, wording.LEGEND),
        "none": page.spoken(table, wording.NO_ROWS),
        "headings": _headings(table),
        "rows": [_row(table, row) for row in table.rows],
    }


def _headings(table: Table) -> list[str]:
    return [
        page.spoken(table, wording.NUMBER),
        page.spoken(table, wording.ELEMENT),
        *(_printed(column.heading) for column in page.columns(table)),
        page.spoken(table, wording.REASONS),
    ]


def _row(table: Table, row: TableRow) -> dict[str, Any]:
    return {
        "number": str(row.number),
        "element": [
            (language.value, _printed(name), _printed(change))
            for language, name, change in page.elements(table, row)
        ],
        "wordings": [_wording(found) for found in page.wordings(table, row)],
        "reasons": [(tag.value, _printed(words)) for tag, words in page.reasons(table, row)],
    }


def _wording(found: Wording) -> dict[str, Any]:
    paragraphs = [_paragraph(paragraph) for paragraph in found.paragraphs]
    return {"language": found.language.value, "paragraphs": paragraphs, "absent": found.absent}


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "mark": _printed(paragraph.mark),
        "heading": list(_runs(paragraph.heading)),
        "words": list(_runs(paragraph.words)),
    }


def _runs(runs: Runs) -> Iterable[tuple[str, str]]:
    return ((run.kind.value, _printed(run.text)) for run in runs)


def _printed(words: str) -> str:
    """In the letters of the page, line by line."""
    return "\n".join(printed(line) for line in words.split("\n"))
