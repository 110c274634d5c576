"""The tree of an act as a DOCX that can be edited and taken in again."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from shared.texts.marks import HEADED
from shared.texts.tree import Act
from shared.texts.writing import Row, rows_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FONT, SIZE = "Times New Roman", Pt(14)
SET_IN = Cm(1.25)


def as_docx(act: Act) -> bytes:
    """The act as a file; numbers are typed, so that they are what the tree says they are."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, SIZE
    document.core_properties.title = act.title
    document.core_properties.language = act.language
    if act.title:
        title = document.add_paragraph()
        title.add_run(act.title).bold = True
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for row in rows_of(act):
        _add(document, row)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document: Document, row: Row) -> None:
    if row.is_heading and row.element is not None:
        document.add_heading(row.text, level=HEADED.index(row.element.level) + 1)
        return
    paragraph = document.add_paragraph(row.text)
    paragraph.paragraph_format.first_line_indent = SET_IN
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
