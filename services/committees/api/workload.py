"""What committees have to do, and what is late. Nobody's token is needed for it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from services.committees.domain.bill_work import Rapporteur
from services.committees.store import petitions, workload
from services.committees.store.committees import Committees
from services.committees.store.petitions import known_petitions
from services.committees.store.tables import referrals
from shared.contracts.words import Bilingual
from shared.web.dependencies import Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

router = APIRouter(tags=["workload"], route_class=KurultaiRoute)
ORDER: dict[str, Any] = {"key": workload.PLACE, "id_": referrals.c.id}


class Part(StrEnum):
    """How a committee takes part in the work on a bill."""

    LEAD = "lead"
    CO_COMMITTEE = "co_committee"


class InWorkShown(Shown):
    """A bill before its committees."""

    referral_id: UUID
    bill_id: UUID
    number: str | None = Field(description="Of the bill in the register.")
    title: Bilingual | None
    committee_id: UUID = Field(description="The lead committee.")
    committee_name: Bilingual
    reading: int
    rapporteur: Rapporteur | None
    conclusion_day: date | None = Field(description="Null where nobody has fixed it.")
    days_left: int | None = Field(description="0 on the day itself, negative past it.")
    is_overdue: bool
    opinions_awaited: list[UUID] = Field(description="Of which co-committees, for this reading.")
    requests_awaited: int = Field(description="Conclusions that others were asked for.")
    requests_overdue: int = Field(description="Those of them that are late.")

    @classmethod
    def of(cls, row: Any, today: date) -> Self:
        left = row.conclusion_day and (row.conclusion_day - today).days
        opined = {one.committee_id for one in row.opinions if one.reading == row.reading}
        awaited = [one.committee_id for one in row.co_committees]
        own = {name: getattr(row, name) for name in cls.model_fields if hasattr(row, name)}
        return cls(
            **own,
            days_left=left,
            is_overdue=left is not None and left < 0,
            opinions_awaited=[one for one in awaited if one not in opined],
        )


class WorkloadShown(InWorkShown):
    """A bill before one committee."""

    part: Part

    @classmethod
    def before(cls, committee_id: UUID, row: Any, today: date) -> Self:
        shown = InWorkShown.of(row, today)
        part = Part.LEAD if row.committee_id == committee_id else Part.CO_COMMITTEE
        return cls(**shown.model_dump(), part=part)


@router.get("/committees/{committee_id}/workload")
async def of_committee(
    committee_id: UUID, work: Work, page: Page, visitor: Visitor
) -> list[WorkloadShown]:
    """Bills before the committee, what is due first; those without a day come last."""
    found, today = await Committees(work).get(committee_id), visitor.day
    rows = await page.rows(work.session, workload.of_committee(found.id, today), **ORDER)
    return [WorkloadShown.before(found.id, row, today) for row in rows]


class PetitionShown(Shown):
    """A petition that opened a question to a committee."""

    petition_id: UUID
    committee_id: UUID
    subject: Bilingual
    referred_at: datetime
    last_day: date | None = Field(description="For the answer; null where the rules set no term.")
    days_left: int | None
    is_overdue: bool

    @classmethod
    def of(cls, row: Any, today: date) -> Self:
        left = row.last_day and (row.last_day - today).days
        own = {name: getattr(row, name) for name in cls.model_fields if hasattr(row, name)}
        return cls(**own, days_left=left, is_overdue=left is not None and left < 0)


@router.get("/committees/{committee_id}/petitions")
async def petitions_before(
    committee_id: UUID, work: Work, page: Page, visitor: Visitor
) -> list[PetitionShown]:
    """Petitions that the committee has to answer, what is due first."""
    found = await Committees(work).get(committee_id)
    order: dict[str, Any] = {"key": petitions.PLACE, "id_": known_petitions.c.petition_id}
    rows = await page.rows(work.session, petitions.before(found.id), **order)
    return [PetitionShown.of(row, visitor.day) for row in rows]


@router.get("/overdue")
async def overdue(
    work: Work, page: Page, visitor: Visitor, committee_id: UUID | None = None
) -> list[InWorkShown]:
    """Bills whose conclusion, or one that was asked for, is late; of all committees, or of one."""
    rows = await page.rows(work.session, workload.overdue(visitor.day, committee_id), **ORDER)
    return [InWorkShown.of(row, visitor.day) for row in rows]
