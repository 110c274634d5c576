"""/initiatives: for a referendum on the Constitution, which the Kurultai may only initiate."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter
from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from services.bills.actions.move_initiative import (
    ask_of_initiative,
    draft_initiative,
    move_initiative,
)
from services.bills.api.given import A_REASON, A_TEXT, A_TITLE, CorrectedTextsGiven, ReasonGiven
from services.bills.domain.decided import Vote
from services.bills.domain.referendum import acts
from services.bills.domain.referendum.initiative import (
    Initiative,
    InitiativeStage,
    ReferendumResult,
)
from services.bills.domain.referendum.procedure import REFERENDUM
from services.bills.store.initiatives import Initiatives
from services.bills.store.tables import initiatives
from shared.contracts.words import Bilingual, Digests
from shared.kernel.actor import Role
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import Given, OptionShown, Shown, options_shown

router = APIRouter(prefix="/initiatives", tags=["referendum"], route_class=KurultaiRoute)

A_RESULT: JsonDict = {
    "voters": 12000000,
    "took_part": 8000000,
    "regions": 20,
    "regions_for": 15,
    "source": {"kk": "Орталық сайлау комиссиясының хабарламасы", "ru": "Сообщение ЦИК"},
}


class InitiativeGiven(Given):
    """Amendments to the Constitution that are proposed for a referendum."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": A_TITLE, "texts": A_TEXT}]})

    title: Bilingual = Field(description="What the amendments are called.")
    texts: CorrectedTextsGiven = Field(description="Both languages, whole.")


class PresidentsDecisionGiven(ReasonGiven):
    """The President calls the referendum, or declines to."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"call": True, "reason": A_REASON}]})

    call: bool = Field(description="Whether the referendum is called.")


class ReferendumResultGiven(ReferendumResult):
    """What the Central Election Commission published."""

    model_config = ConfigDict(json_schema_extra={"examples": [A_RESULT]})


class InitiativeShown(Shown):
    """An initiative, and what became of it."""

    id: UUID
    version: int
    stage: InitiativeStage
    initiator: Role = Field(description="A deputy drafts for the Kurultai itself.")
    title: Bilingual
    kk: str
    ru: str
    digests: Digests
    question_id: UUID | None = Field(description="What the Kurultai is asked, while it is asked.")
    vote: Vote | None
    conclusion: Bilingual | None = Field(description="Of the Constitutional Court.")
    decision: Bilingual | None = Field(description="The President's words.")
    result: ReferendumResult | None


@router.post("", status_code=201, response_model=InitiativeShown)
async def draft(given: InitiativeGiven, work: Work, here: Here) -> Initiative:
    """Draft an initiative (a deputy, the President, the Government, the People's Council)."""
    return await draft_initiative(work, here, title=given.title, texts=given.texts.texts())


@router.get("", response_model=list[InitiativeShown])
async def all_initiatives(work: Work, page: Page) -> list[Initiative]:
    """Every initiative, the newest first."""
    order: dict[str, Any] = {"key": initiatives.c.id, "id_": initiatives.c.id}
    return await page.scalars(work.session, sa.select(Initiative), newest_first=True, **order)


@router.get("/{initiative_id}", response_model=InitiativeShown)
async def one(initiative_id: UUID, work: Work) -> Initiative:
    """The initiative as it stands."""
    return await Initiatives(work).get(initiative_id)


@router.get("/{initiative_id}/options")
async def initiative_options(
    initiative_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with it; a closed act says why."""
    found = await Initiatives(work).get(initiative_id)
    return options_shown(REFERENDUM.options(found, visitor), tongue)


@router.post("/{initiative_id}/question", response_model=InitiativeShown)
async def question(initiative_id: UUID, work: Work, here: Here) -> Initiative:
    """Put the Kurultai's own initiative to its vote (the presiding officer)."""
    return await ask_of_initiative(work, here, initiative_id=initiative_id)


@router.post("/{initiative_id}/proposal", response_model=InitiativeShown)
async def proposal(initiative_id: UUID, work: Work, here: Here) -> Initiative:
    """Propose it (its initiator, where that is not the Kurultai)."""
    return await move_initiative(
        work, initiative_id=initiative_id, moving=lambda one: acts.propose(one, here)
    )


@router.post("/{initiative_id}/court-conclusion", response_model=InitiativeShown)
async def court_conclusion(
    initiative_id: UUID, given: ReasonGiven, work: Work, here: Here
) -> Initiative:
    """Enter the conclusion of the Constitutional Court (the clerk)."""
    return await move_initiative(
        work,
        initiative_id=initiative_id,
        moving=lambda one: acts.note_conclusion(one, given.reason, here),
    )


@router.post("/{initiative_id}/presidents-decision", response_model=InitiativeShown)
async def presidents_decision(
    initiative_id: UUID, given: PresidentsDecisionGiven, work: Work, here: Here
) -> Initiative:
    """Call the referendum, or decline to (the President)."""
    return await move_initiative(
        work,
        initiative_id=initiative_id,
        moving=lambda one: acts.decide(one, call=given.call, words=given.reason, occasion=here),
    )


@router.post("/{initiative_id}/result", response_model=InitiativeShown)
async def result(
    initiative_id: UUID, given: ReferendumResultGiven, work: Work, here: Here
) -> Initiative:
    """Enter the published result; whether it is adopted follows from the numbers (the clerk)."""
    return await move_initiative(
        work,
        initiative_id=initiative_id,
        moving=lambda one: acts.note_result(one, given, here),
    )
