"""The protocol of a vote as a table: RFC 4180, a row for each deputy on the roll."""

import csv
import io

from services.voting.api.protocols import items, phrases, wording
from services.voting.api.protocols.phrases import named
from services.voting.api.protocols.protocol import DeputyOnRoll, VoteProtocol
from shared.kernel.legible import plain
from shared.kernel.text import Language

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, in both widths (OWASP, CSV Injection).

Tab and line feed, which it takes for one too, are gone by then: they are shown by their codes.
"""

HEADINGS = (
    wording.NUMBER,
    wording.DEPUTY,
    wording.FACTION,
    wording.VOTED,
    wording.BALLOT,
    wording.RECORDED,
    wording.RECEIPT,
)
CODES = ("state", "person_id", "faction_id", "vote_id", "call")
"""Columns for programs: they are called and filled alike in every language."""


def as_csv(protocol: VoteProtocol, language: Language) -> bytes:
    """The roll with everyone's vote.

    It begins with the byte order mark: without it a spreadsheet reads UTF-8 as the code page of
    its machine, and no name is legible.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow([heading.on(language) for heading in HEADINGS] + list(CODES))
    writer.writerows(_row(deputy, protocol, language) for deputy in protocol.roll)
    return page.getvalue().encode("utf-8-sig")


def _row(deputy: DeputyOnRoll, protocol: VoteProtocol, language: Language) -> list[str]:
    cells = (
        str(deputy.number),
        named(deputy.name, language),
        phrases.faction(deputy, language),
        items.said(deputy, protocol.question, language),
        phrases.SOURCES[deputy.source].on(language) if deputy.source else "",
        deputy.recorded_at.isoformat() if deputy.recorded_at else "",
        deputy.receipt or "",
        deputy.state.value,
        str(deputy.person_id),
        str(deputy.faction_id or ""),
        str(protocol.vote_id),
        str(deputy.call or ""),
    )
    return [cell(one) for one in cells]


def cell(text: str) -> str:
    """An apostrophe before what would be a formula makes it text."""
    shown = plain(text)
    return f"'{shown}" if shown.lstrip().startswith(FORMULA) else shown
