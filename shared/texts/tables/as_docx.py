"""The table as a document of a word processor (Office Open XML)."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as PaperTable
from docx.table import _Cell as PaperCell
from docx.table import _Row as PaperRow
from docx.text.paragraph import Paragraph as PaperParagraph

from shared.kernel.legible import plain
from shared.kernel.text import Language
from shared.texts.comparison import Run, RunKind
from shared.texts.tables import page, wording
from shared.texts.tables.page import Paragraph, Wording
from shared.texts.tables.table import Table, TableRow

LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
"""When every file in the document was made: the same table gives the same bytes."""

MARGIN, WIDE, HIGH = Mm(12), Mm(297), Mm(210)
TAGS = {Language.KK: "kk-KZ", Language.RU: "ru-RU"}
GONE, COME = RGBColor(0x8A, 0x1C, 0x0A), RGBColor(0x0B, 0x5A, 0x37)


def as_docx(table: Table) -> bytes:
    """A4 across; the header row is repeated; deletions are struck through, insertions underlined.

    The marks are letters' own and no tracked changes: nobody can accept or reject them unawares.
    """
    paper = _paper(table)
    paper.add_heading(plain(page.spoken(table, wording.TABLE)), level=1)
    paper.add_paragraph(plain(page.title(table)))
    paper.add_paragraph(plain(page.spoken(table, wording.LEGEND)))
    if table.rows:
        _fill(paper, table)
    else:
        paper.add_paragraph(page.spoken(table, wording.NO_ROWS))
    return _packed(paper)


def _paper(table: Table) -> Paper:
    paper = Document()
    [section] = paper.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = WIDE, HIGH
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    paper.styles["Normal"].font.name = "Times New Roman"
    paper.styles["Normal"].font.size = Pt(9)
    known = paper.core_properties
    known.title, known.author, known.comments = plain(page.title(table))[:255], "", ""
    known.language = TAGS[page.speaks(table)]
    known.created = known.modified = LONG_AGO
    return paper


def _fill(paper: Paper, table: Table) -> None:
    headings = [
        page.spoken(table, wording.NUMBER),
        page.spoken(table, wording.ELEMENT),
        *(column.heading for column in page.columns(table)),
        page.spoken(table, wording.REASONS),
    ]
    grid: PaperTable = paper.add_table(rows=1, cols=len(headings), style="Table Grid")
    _header(grid.rows[0], headings)
    for row in table.rows:
        _row(grid.add_row(), table, row)  # type: ignore[no-untyped-call]


def _header(header: PaperRow, headings: Iterable[str]) -> None:
    for cell, heading in zip(header.cells, headings, strict=True):
        cell.paragraphs[0].add_run(plain(heading)).bold = True
    repeated = OxmlElement("w:tblHeader")
    header._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 the library has no name for it


def _row(grid: PaperRow, table: Table, row: TableRow) -> None:
    number, element, *wordings, reason = grid.cells
    number.paragraphs[0].add_run(str(row.number))
    for language, name, change in page.elements(table, row):
        _say(_next(element), language, name)
        _say(_next(element), language, f"({change})")
    for cell, found in zip(wordings, page.wordings(table, row), strict=True):
        _write(cell, found)
    for language, words in page.reasons(table, row):
        _say(_next(reason), language, words)


def _write(cell: PaperCell, found: Wording) -> None:
    if not found.paragraphs:
        _say(_next(cell), found.language, found.absent)
    for paragraph in found.paragraphs:
        _set(_next(cell), paragraph, found.language)


def _set(line: PaperParagraph, paragraph: Paragraph, language: Language) -> None:
    if paragraph.mark:
        _say(line, language, f"{paragraph.mark} ")
    for run in paragraph.heading:
        _say_run(line, language, run, bold=True)
    if paragraph.heading and paragraph.words:
        _say(line, language, " ")
    for run in paragraph.words:
        _say_run(line, language, run)


def _next(cell: PaperCell) -> PaperParagraph:
    """The paragraph to write in: a cell is born with an empty one."""
    first: PaperParagraph = cell.paragraphs[0]
    return cell.add_paragraph() if first.runs else first


def _say(line: PaperParagraph, language: Language, words: str) -> None:
    _say_run(line, language, Run(kind=RunKind.EQUAL, text=words))


def _say_run(line: PaperParagraph, language: Language, run: Run, *, bold: bool = False) -> None:
    written = line.add_run("\n".join(plain(part) for part in run.text.split("\n")))
    written.bold = bold or None
    if run.kind is RunKind.DELETED:
        written.font.strike, written.font.color.rgb = True, GONE
    if run.kind is RunKind.INSERTED:
        written.font.underline, written.font.color.rgb = True, COME
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), TAGS[language])
    written._r.get_or_add_rPr().append(tag)  # noqa: SLF001 the library has no name for it


def _packed(paper: Paper) -> bytes:
    raw, packed = io.BytesIO(), io.BytesIO()
    paper.save(raw)
    with ZipFile(raw) as found, ZipFile(packed, "w", ZIP_DEFLATED) as kept:
        for name in found.namelist():
            info = ZipInfo(name, LONG_AGO.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            kept.writestr(info, found.read(name))
    return packed.getvalue()
