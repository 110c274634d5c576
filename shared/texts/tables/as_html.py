"""The table as one page of HTML, whole in itself: no script, nothing fetched from elsewhere."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from shared.kernel.legible import plain
from shared.texts.comparison import RunKind, Runs
from shared.texts.tables import page, wording
from shared.texts.tables.page import Paragraph, Wording
from shared.texts.tables.table import Table, TableRow

STYLE = Path(__file__).with_name("table.css").read_text(encoding="utf-8")
TAGS = {RunKind.DELETED: "del", RunKind.INSERTED: "ins"}


def as_html(table: Table) -> bytes:
    """UTF-8. What is removed is in `del`, what is added in `ins`; every cell has its language."""
    return "".join(_document(table)).encode()


def _document(table: Table) -> Iterator[str]:
    heading, subject = _text(page.spoken(table, wording.TABLE)), _text(page.title(table))
    yield f'<!doctype html>\n<html lang="{page.speaks(table)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{heading}: {subject}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    yield f"<main>\n<h1>{heading}</h1>\n<p>{subject}</p>\n"
    yield f"<p>{_text(page.spoken(table, wording.LEGEND))}</p>\n"
    yield from _table(table, f"{heading}: {subject}")
    yield "</main>\n</body>\n</html>\n"


def _table(table: Table, caption: str) -> Iterator[str]:
    if not table.rows:
        yield f"<p>{_text(page.spoken(table, wording.NO_ROWS))}</p>\n"
        return
    yield f"<table>\n<caption>{caption}</caption>\n<thead>\n<tr>\n"
    yield f'<th scope="col">{_text(page.spoken(table, wording.NUMBER))}</th>\n'
    yield f'<th scope="col">{_text(page.spoken(table, wording.ELEMENT))}</th>\n'
    for column in page.columns(table):
        yield f'<th scope="col" lang="{column.language}">{_text(column.heading)}</th>\n'
    yield f'<th scope="col">{_text(page.spoken(table, wording.REASONS))}</th>\n'
    yield "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows:
        yield from _row(table, row)
    yield "</tbody>\n</table>\n"


def _row(table: Table, row: TableRow) -> Iterator[str]:
    yield f'<tr id="{escape(row.address, quote=True)}">\n<td>{row.number}</td>\n<th scope="row">'
    for language, name, change in page.elements(table, row):
        yield f'<p lang="{language}">{_text(name)}<br><small>{_text(change)}</small></p>'
    yield "</th>\n"
    for found in page.wordings(table, row):
        yield f'<td lang="{found.language}">{"".join(_wording(found))}</td>\n'
    said = (f'<p lang="{tag}">{_text(words)}</p>' for tag, words in page.reasons(table, row))
    yield f"<td>{''.join(said)}</td>\n</tr>\n"


def _wording(found: Wording) -> Iterator[str]:
    if not found.paragraphs:
        yield f"<p><small>{_text(found.absent)}</small></p>"
    for paragraph in found.paragraphs:
        yield f"<p>{' '.join(part for part in _parts(paragraph) if part)}</p>"


def _parts(paragraph: Paragraph) -> tuple[str, str, str]:
    heading = _runs(paragraph.heading)
    bold = f"<strong>{heading}</strong>" if heading else ""
    return _text(paragraph.mark), bold, _runs(paragraph.words)


def _runs(runs: Runs) -> str:
    tagged = ((TAGS.get(run.kind), _text(run.text)) for run in runs)
    return "".join(f"<{tag}>{text}</{tag}>" if tag else text for tag, text in tagged)


def _text(words: str) -> str:
    """Escaped; a silent character is shown by its code point, a line's end breaks the line."""
    return "<br>".join(escape(plain(line), quote=True) for line in words.split("\n"))
