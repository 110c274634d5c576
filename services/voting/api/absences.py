"""/absences: who was away from which sittings, as evidence that can be checked and handed on.

Constitution 2026, art. 55(1): of being away without a good reason. Why somebody was excused is
nobody else's business, and not in it.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from services.voting.api.protocols.routes import CSV, TABLE, Written
from services.voting.api.protocols.table import cell
from services.voting.domain.seal import Seal
from services.voting.store.absences import absences_between
from shared.contracts.words import Bilingual
from shared.kernel.errors import Invalid
from shared.kernel.rules import Rules
from shared.kernel.text import Language, Text
from shared.tlog.note import Note
from shared.web.dependencies import Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

router = APIRouter(prefix="/absences", tags=["sittings"], route_class=KurultaiRoute)

MAX = "absences_max"
HEADING = "kurultai absences, v1"
"""The first line of the signed note: no checkpoint of a log begins with it."""
LONGEST_DAYS = 2000
DAYS: dict[str, Any] = {"ge": date(1990, 1, 1), "le": date(2999, 12, 31)}
First = Annotated[date, Query(alias="from", description="The first day, in Astana.", **DAYS)]
Last = Annotated[date, Query(alias="to", description="The last day, that day included.", **DAYS)]
Person = Annotated[UUID | None, Query(description="Of one deputy alone.")]
HEADINGS = (
    Text(kk="№", ru="№", en="No."),
    Text(kk="Депутат", ru="Депутат", en="Deputy"),
    Text(kk="Отырыс ашылды", ru="Заседание открыто", en="Sitting opened"),
    Text(kk="Дәлелді себеппен", ru="По уважительной причине", en="Excused"),
)
CODES = ("person_id", "sitting_id", "body_ids")
NO_SPAN = Text(
    kk="Соңғы күн біріншісінен ерте емес және аралығы 2000 күннен аспайды.",
    ru="Последний день не раньше первого, и между ними не больше 2000 дней.",
    en="The last day is not before the first, and no more than 2000 days lie between them.",
)


class NoSuchSpan(Invalid):
    code = "no-such-span"


class AwayShown(Shown):
    """A sitting from which the deputy was absent."""

    sitting_id: UUID
    opened_at: datetime
    body_ids: tuple[UUID, ...] = Field(description="The committees that sat; none: the plenary.")
    excused: bool


class AbsentShown(Shown):
    """A deputy with the sittings from which they were absent."""

    person_id: UUID
    number: int
    name: Bilingual
    without_good_reason: int
    exceeds: bool | None = Field(description="Whether these are more than the rules let pass.")
    absences: list[AwayShown]


class AbsencesShown(Shown):
    """Everyone's absences in a span of days, signed by the key of the log."""

    first: date
    last: date
    most: int | None = Field(description="Without good reason; more of them bring a penalty.")
    provision: str | None
    deputies: list[AbsentShown]
    note: str = Field(
        description="A signed note (C2SP): the days, and SHA-256 of the table as CSV in Kazakh."
    )

    @classmethod
    def of(cls, span: tuple[date, date], rows: Sequence[Any], rules: Rules, note: str) -> Self:
        most = rules.settled(MAX)
        limit = most if isinstance(most, int) else None
        written = rules.parameters.get(MAX)
        grouped = groupby(rows, key=lambda row: (row.person_id, row.number, row.name))
        return cls(
            first=span[0],
            last=span[1],
            most=limit,
            provision=written.source if written else None,
            deputies=[_absent(*who, list(away), limit) for who, away in grouped],
            note=note,
        )


def _absent(
    person_id: UUID, number: int, name: Bilingual, away: Sequence[Any], most: int | None
) -> AbsentShown:
    counts = sum(not row.excused for row in away)
    return AbsentShown(
        person_id=person_id,
        number=number,
        name=name,
        without_good_reason=counts,
        exceeds=None if most is None else counts > most,
        absences=[
            AwayShown(
                sitting_id=row.sitting_id,
                opened_at=row.opened_at,
                body_ids=row.bodies,
                excused=row.excused,
            )
            for row in away
        ],
    )


@router.get("")
async def absences(  # noqa: PLR0913, PLR0917 each is something to ask for
    work: Work,
    visitor: Visitor,
    request: Request,
    first: First,
    last: Last,
    person_id: Person = None,
) -> AbsencesShown:
    """Who was absent from sittings of the Kurultai and its bodies, and how often without reason."""
    _must_be_a_span(first, last)
    rows = await absences_between(work, first, last, person_id)
    note = _signed(request.app.state.seal, (first, last), as_csv(rows, Language.KK))
    return AbsencesShown.of((first, last), rows, visitor.rules, note)


@router.get(".csv", response_class=Response, responses=TABLE)
async def table(
    work: Work,
    first: First,
    last: Last,
    person_id: Person = None,
    language: Written = Language.KK,
) -> Response:
    """The same for a spreadsheet: a line for each absence."""
    _must_be_a_span(first, last)
    content = as_csv(await absences_between(work, first, last, person_id), language)
    headers = {
        "content-disposition": f'attachment; filename="absences-{first}-{last}.csv"',
        "content-language": language.value,
    }
    return Response(content, media_type=CSV, headers=headers)


def as_csv(rows: Sequence[Any], language: Language) -> bytes:
    """RFC 4180, with the byte order mark that spreadsheets need."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow([heading.on(language) for heading in HEADINGS] + list(CODES))
    writer.writerows(_line(row, language) for row in rows)
    return page.getvalue().encode("utf-8-sig")


def _line(row: Any, language: Language) -> list[str]:
    name = row.name.kk if language is Language.KK else row.name.ru
    plain = (str(row.number), name, row.opened_at.isoformat(), "+" if row.excused else "")
    ids = (str(row.person_id), str(row.sitting_id), " ".join(map(str, row.bodies)))
    return [cell(text) if text != "+" else text for text in (*plain, *ids)]


def _signed(seal: Seal, span: tuple[date, date], content: bytes) -> str:
    digest = sha256(content).hexdigest()
    text = f"{HEADING}\n{span[0]} {span[1]}\n{digest}\n"
    return str(Note(text, (seal.log.sign(text),)))


def _must_be_a_span(first: date, last: date) -> None:
    if not 0 <= (last - first).days <= LONGEST_DAYS:
        raise NoSuchSpan(NO_SPAN)
