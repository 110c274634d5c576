"""/petitions: what others collected signatures for, and what committees answer."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, Field, StringConstraints

from services.hearings.actions.take_petition import (
    answer_petition,
    refer_petition,
    take_petition,
)
from services.hearings.domain.petition import Petition, PetitionStage
from services.hearings.domain.petitions_procedure import PETITIONS
from services.hearings.store.petition_tables import petitions
from services.hearings.store.petitions import Petitions, listed
from shared.contracts.words import Bilingual
from shared.store.acts import acts_on
from shared.store.ids import new_id
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, Given, OptionShown, Shown, acts_shown, options_shown

router = APIRouter(prefix="/petitions", tags=["petitions"], route_class=KurultaiRoute)

MOST_SIGNATURES = 100_000_000
Named = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\r\n]+$")]
Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s]{1,500}$")]


class PetitionGiven(Given):
    """A petition as its source tells it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "source": "epetition.kz",
                    "number": "1204",
                    "subject": {"kk": "Ауа сапасы туралы", "ru": "О качестве воздуха"},
                    "signatures": 50400,
                    "filed_on": "2026-11-20",
                    "committee_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d002",
                }
            ]
        }
    )

    source: Named = Field(description="Who collected it; with the number it names the petition.")
    number: Named
    subject: Bilingual
    signatures: int = Field(ge=0, le=MOST_SIGNATURES)
    filed_on: date
    address: Address | None = Field(default=None, description="Where it can be read.")
    committee_id: UUID | None = Field(
        default=None, description="Who is to answer it, once enough have signed it."
    )

    def petition(self) -> Petition:
        told = self.model_dump(exclude={"subject", "committee_id"})
        petition = Petition(new_id(), subject=self.subject, **told)
        petition.named = self.committee_id
        return petition


class ReferralGiven(Given):
    """Which committee is to answer."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"committee_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d002"}]}
    )

    committee_id: UUID


class AnswerGiven(Given):
    """The answer of the committee."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"answer": {"kk": "Қаралды.", "ru": "Рассмотрено."}}]}
    )

    answer: Bilingual


class PetitionShown(Shown):
    """A petition, and what became of it."""

    id: UUID
    version: int
    stage: PetitionStage
    source: str
    number: str
    subject: Bilingual
    signatures: int
    filed_on: date
    address: str | None
    recorded_at: datetime
    committee_id: UUID | None
    threshold: int | None = Field(description="From which on it was referred.")
    referred_at: datetime | None
    last_day: date | None = Field(description="For the answer; null: the rules set no term.")
    answer: Bilingual | None
    answered_at: datetime | None


@router.post("", response_model=PetitionShown)
async def take(given: PetitionGiven, work: Work, here: Here) -> Petition:
    """Enter a petition, or what is new of it (the Apparatus). Told again it is the same one.

    If enough have signed it and a committee is named, it opens the question to that committee.
    """
    return await take_petition(work, here, given.petition())


@router.get("", response_model=list[PetitionShown])
async def all_petitions(
    work: Work,
    page: Page,
    stage: PetitionStage | None = None,
    committee_id: UUID | None = None,
) -> list[Any]:
    """Petitions, the newest first; of a stage or a committee if asked."""
    order = {"key": petitions.c.id, "id_": petitions.c.id}
    query = listed(stage, committee_id)
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/{petition_id}", response_model=PetitionShown)
async def petition(petition_id: UUID, work: Work) -> Petition:
    """One petition as it stands."""
    return await Petitions(work).get(petition_id)


@router.get("/{petition_id}/options")
async def options(
    petition_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with it; a closed act says why."""
    found = await Petitions(work).get(petition_id)
    return options_shown(PETITIONS.options(found, visitor), tongue)


@router.get("/{petition_id}/acts")
async def acts(petition_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on it, oldest first."""
    found = await Petitions(work).get(petition_id)
    return acts_shown(await acts_on(work, "petition", found.id), tongue)


@router.post("/{petition_id}/referral", response_model=PetitionShown)
async def refer(petition_id: UUID, given: ReferralGiven, work: Work, here: Here) -> Petition:
    """Open the question to a committee, if enough have signed it (the Apparatus)."""
    committee_id = given.committee_id
    return await refer_petition(work, here, petition_id=petition_id, committee_id=committee_id)


@router.post("/{petition_id}/answer", response_model=PetitionShown)
async def answer(petition_id: UUID, given: AnswerGiven, work: Work, here: Here) -> Petition:
    """Answer it (the chair of the committee that was asked, the Apparatus)."""
    return await answer_petition(work, here, petition_id=petition_id, words=given.answer)
