"""The protocol of a vote on paper: PDF/A, so that an archive can keep it."""

import json
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import typst

from services.voting.api.protocols.minutes_sheet import sheet_of_minutes
from services.voting.api.protocols.protocol import VoteProtocol
from services.voting.api.protocols.sheet import Kind, sheet_of
from services.voting.domain.minutes import Minutes
from shared.kernel.text import Language

PAGE = Path(__file__).with_name("protocol.typ").read_bytes()
MINUTES = Path(__file__).with_name("minutes.typ").read_bytes()
FONTS = typst.Fonts(include_system_fonts=False)
"""Only those that come with the typesetter: a page looks alike on every machine."""

STANDARD: Final = "a-2a"
"""PDF/A-2a (ISO 19005-2): whole in itself, tagged, its text can be searched and read aloud."""

KEPT = 32
"""Pages at hand: after a vote many ask for the same few."""


@lru_cache(maxsize=KEPT)
def as_pdf(protocol: VoteProtocol, language: Language, kind: Kind) -> bytes:
    """The pages; the same protocol gives the same bytes, for its date is that of the close."""
    return _compiled(protocol, language, kind)


def minutes_as_pdf(minutes: Minutes, language: Language) -> bytes:
    """The minutes to be printed and signed; a draft says on every page that it is one."""
    return _set(MINUTES, sheet_of_minutes(minutes, language), minutes.content.closed_at)


def _compiled(protocol: VoteProtocol, language: Language, kind: Kind) -> bytes:
    return _set(PAGE, sheet_of(protocol, language, kind), protocol.closed_at)


def _set(page: bytes, sheet: dict[str, Any], at: datetime) -> bytes:
    # A date in a PDF knows no part of a second.
    closed = at.astimezone(UTC).replace(microsecond=0)
    sheet |= {"closed": closed.timetuple()[:6]}
    compiler = typst.Compiler(page, font_paths=FONTS, ignore_system_fonts=True)
    pages = compiler.compile(
        format="pdf",
        sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)},
        pdf_standards=STANDARD,
        timestamp=closed,
    )
    if not isinstance(pages, bytes):
        message = "a PDF is one file"
        raise TypeError(message)
    return pages
