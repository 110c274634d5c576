"""The forms in which a comparison table is given out."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response

from shared.kernel.errors import Invalid
from shared.kernel.text import Text
from shared.texts.tables import wording
from shared.texts.tables.as_docx import as_docx
from shared.texts.tables.as_html import as_html
from shared.texts.tables.as_pdf import as_pdf
from shared.texts.tables.page import speaks
from shared.texts.tables.table import Table
from shared.web.preconditions import ENTITY_TAG

KEPT = 32
"""Pages at hand: many ask for the same few."""

NOTHING_ACTS = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What a page of the table may do: be read, and nothing else."""


class Form(StrEnum):
    JSON = "json"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


MEDIA: Mapping[Form, str] = {
    Form.JSON: "application/json",
    Form.HTML: "text/html; charset=utf-8",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.PDF: "application/pdf",
}
WRITERS: Mapping[Form, Callable[[Table], bytes]] = {
    Form.JSON: lambda table: table.model_dump_json().encode(),
    Form.HTML: as_html,
    Form.DOCX: as_docx,
    Form.PDF: as_pdf,
}
MOST_ROWS = 3000
"""Of a table that is set in pages: ten laws as long as that on legal acts, changed throughout."""

TOO_LONG = Text(
    kk="Кестеде {rows} жол бар, бетке басуға {most} рұқсат етілген. HTML не JSON түрінде алыңыз.",
    ru="В таблице {rows} строк, для печати допускается {most}. Возьмите её в виде HTML или JSON.",
    en="The table has {rows} rows, {most} are allowed on paper. Take it as HTML or JSON.",
)


class TableTooLong(Invalid):
    """Nobody prints it, and setting it would take minutes."""

    code = "table-too-long"


SHOWN_IN_PLACE = frozenset({Form.JSON, Form.HTML})

RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "model": Table,
        "description": "The comparison table, in the form asked for.",
        "content": {
            media.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
            for form, media in MEDIA.items()
            if form is not Form.JSON
        },
    },
    304: {"description": "The reader has these very bytes."},
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A table in a form; tables of the same words are the same."""

    form: Form
    digest: str
    table: Table = field(compare=False, repr=False)


async def answered(request: Request, table: Table, form: Form, name: str) -> Response:
    """The table as a file called `name`; 304 if the reader has it. Made off the loop.

    Raises:
        TableTooLong: to be set in pages.
    """
    rows = len(table.rows)
    if form not in SHOWN_IN_PLACE and rows > MOST_ROWS:
        raise TableTooLong(TOO_LONG.filled(rows=rows, most=MOST_ROWS))
    content = await asyncio.to_thread(_made, form, table)
    etag = f'"{sha256(content).hexdigest()}"'
    headers = _headers(table, form, name) | {"etag": etag}
    known = request.headers.get("if-none-match", "")
    if known.strip() == "*" or etag.strip('"') in _tags(known):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=MEDIA[form])


def _made(form: Form, table: Table) -> bytes:
    digest = sha256(table.model_dump_json().encode()).hexdigest()
    return _written(Asked(form, digest, table))


@lru_cache(maxsize=KEPT)
def _written(asked: Asked) -> bytes:
    return WRITERS[asked.form](asked.table)


def _tags(header: str) -> set[str]:
    return {tag["opaque"] for tag in ENTITY_TAG.finditer(header)}


def _headers(table: Table, form: Form, name: str) -> dict[str, str]:
    headers = {
        "content-language": ", ".join(table.languages),
        "vary": "Accept",
        "content-disposition": _disposition(table, form, name),
    }
    return headers | ({"content-security-policy": NOTHING_ACTS} if form is Form.HTML else {})


def _disposition(table: Table, form: Form, name: str) -> str:
    """The name twice: in ASCII for whoever knows no better, and as it is (RFC 6266, 4.3)."""
    short = f"{name}.{form}"
    long = quote(f"{wording.TABLE.on(speaks(table))} {short}", safe="")
    kind = "inline" if form in SHOWN_IN_PLACE else "attachment"
    return f"{kind}; filename=\"{short}\"; filename*=UTF-8''{long}"


def preferred_form(accepted: str) -> Form:
    """The form the reader likes best (RFC 9110, 12.5.1); JSON where none of ours is named."""
    liked: dict[Form, float] = {}
    for choice in accepted[:500].lower().split(","):
        media, _, parameters = choice.partition(";")
        form = BY_MEDIA.get(media.strip())
        if form is not None:
            liked.setdefault(form, _quality(parameters))
    best = max(liked, key=lambda form: liked[form], default=Form.JSON)
    return best if liked.get(best, 1) > 0 else Form.JSON


BY_MEDIA = {media.partition(";")[0]: form for form, media in MEDIA.items()}


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
