"""The table of amendments as a page for the screen, a document to be edited, and one to be kept."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import docx
import typst
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from services.bills.api.amendments import wording
from services.bills.api.amendments.legible import printed
from services.bills.api.amendments.table import TableShown
from services.bills.api.amendments.wording import both
from shared.kernel.text import Language

PAGE = Path(__file__).with_name("table.typ").read_bytes()
FONTS = typst.Fonts(include_system_fonts=False)
"""Only those that come with the typesetter: a page looks alike on every machine."""

STANDARD: Final = "a-2a"
"""PDF/A-2a (ISO 19005-2): whole in itself, tagged, its text can be searched and read aloud."""

STYLE = (
    "body{font-family:serif;margin:2em}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #999;padding:.4em;vertical-align:top;white-space:pre-line}"
    "th{background:#eef1f4;text-align:left}"
)
SIZES = (8, 24, 58, 66, 30, 42, 42)
"""Widths of the columns on paper, in millimetres: together a line of A4 across."""


def as_html(table: TableShown, language: Language) -> bytes:
    """One page without scripts; what was written by others is text in it."""
    page = ET.Element("html", lang=language.value)
    head = ET.SubElement(page, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "title").text = wording.TITLE.on(language)
    ET.SubElement(head, "style").text = STYLE
    body = ET.SubElement(page, "body")
    ET.SubElement(body, "h1").text = wording.TITLE.on(language)
    ET.SubElement(body, "p").text = printed(_about(table, language))
    drawn = ET.SubElement(body, "table")
    _line(ET.SubElement(drawn, "thead"), "th", _headings(language))
    rows = ET.SubElement(drawn, "tbody")
    for row in table.rows(language):
        _line(rows, "td", row.cells)
    written: bytes = ET.tostring(page, encoding="utf-8", method="html")
    return b"<!DOCTYPE html>\n" + written


def _line(above: ET.Element, kind: str, cells: tuple[str, ...]) -> None:
    line = ET.SubElement(above, "tr")
    for cell in cells:
        ET.SubElement(line, kind).text = printed(cell)


def as_docx(table: TableShown, language: Language) -> bytes:
    """A document of Office Open XML, for those who work on it further."""
    document = docx.Document()
    _lay_across(document)
    document.core_properties.title = wording.TITLE.on(language)
    document.core_properties.author = wording.KURULTAI.on(language)
    document.core_properties.language = language.value
    document.add_heading(wording.TITLE.on(language), level=1)
    document.add_paragraph(printed(_about(table, language)))
    _fill(document, table, language)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _lay_across(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(12)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(9)


def _fill(document: Document, table: TableShown, language: Language) -> None:
    lines = [_headings(language), *(row.cells for row in table.rows(language))]
    drawn = document.add_table(rows=len(lines), cols=len(SIZES), style="Table Grid")
    drawn.autofit = False
    for line, row in zip(lines, drawn.rows, strict=True):
        for cell, words, width in zip(row.cells, line, SIZES, strict=True):
            cell.width, cell.text = Mm(width), printed(words)
    # The headings stand on every page.
    properties = drawn.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  the library has no name for it
    repeated = properties.makeelement(qn("w:tblHeader"))
    properties.append(repeated)


def as_pdf(table: TableShown, language: Language, at: datetime) -> bytes:
    """Pages to be kept. `at` is printed in the file as the time of its making."""
    made = at.astimezone(UTC).replace(microsecond=0)
    compiler = typst.Compiler(PAGE, font_paths=FONTS, ignore_system_fonts=True)
    pages = compiler.compile(
        format="pdf",
        sys_inputs={"sheet": json.dumps(_sheet(table, language, made), ensure_ascii=False)},
        pdf_standards=STANDARD,
        timestamp=made,
    )
    if not isinstance(pages, bytes):
        message = "a PDF is one file"
        raise TypeError(message)
    return pages


def _sheet(table: TableShown, language: Language, made: datetime) -> dict[str, Any]:
    """What is printed, as data: it is never made into markup."""
    return {
        "language": language.value,
        "made": made.timetuple()[:6],
        "chamber": wording.KURULTAI.on(language),
        "title": wording.TITLE.on(language),
        "about": printed(_about(table, language)),
        "page": wording.PAGE.on(language),
        "headings": _headings(language),
        "widths": SIZES,
        "rows": [[printed(cell) for cell in row.cells] for row in table.rows(language)],
    }


def _headings(language: Language) -> tuple[str, ...]:
    return tuple(heading.on(language) for heading in wording.COLUMNS)


def _about(table: TableShown, language: Language) -> str:
    number = f" № {table.bill_number}" if table.bill_number else ""
    return f"{wording.BILL.on(language)}{number}: {both(table.title, language)}"
