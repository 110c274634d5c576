"""/acts: the register of acts in force. Anyone may read it."""

from typing import Annotated, Literal
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter, Query

from services.bills.actions.enter_act import enter_act
from services.bills.actions.enter_edition import enter_edition
from services.bills.actions.number_act import number_act
from services.bills.api.acts_given import ActGiven, ActNumberGiven, EditionGiven
from services.bills.api.acts_shown import ActInForceShown, EditionShown, EditionTextShown
from services.bills.api.bills import MOST
from services.bills.api.shown import BillLineShown
from services.bills.domain.bill import Bill
from services.bills.domain.in_force import ActInForce
from services.bills.store.acts_in_force import ActsInForce, edition_of, editions_of
from services.bills.store.relations import bills_amending
from services.bills.store.tables import acts_in_force
from shared.kernel.text import Language
from shared.web.dependencies import Here, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/acts", tags=["acts in force"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=ActInForceShown)
async def enter(given: ActGiven, work: Work, here: Here) -> ActInForce:
    """Enter an act with the edition that stands now (the clerk)."""
    return await enter_act(work, here, act=given.act(), edition=given.edition())


@router.get("", response_model=list[ActInForceShown])
async def all_acts(
    work: Work, page: Page, number: Annotated[str | None, Query(max_length=40)] = None
) -> list[ActInForce]:
    """Every act in the register, the newest entry first; that of one number if asked."""
    asked = acts_in_force.c.number == number if number else sa.true()
    query = sa.select(ActInForce).where(asked)
    order = {"key": acts_in_force.c.id, "id_": acts_in_force.c.id}
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/{act_id}", response_model=ActInForceShown)
async def one(act_id: UUID, work: Work) -> ActInForce:
    """The act, with the digests of its newest edition."""
    return await ActsInForce(work).get(act_id)


@router.get("/{act_id}/text")
async def text(
    act_id: UUID,
    work: Work,
    language: Literal[Language.KK, Language.RU] = Language.KK,
    number: Annotated[int | None, Query(ge=1, le=MOST)] = None,
) -> EditionTextShown:
    """One language's text with its digest: of the newest edition, or of that number."""
    found = await ActsInForce(work).get(act_id)
    return EditionTextShown.of(await edition_of(work, found.id, number), language)


@router.get("/{act_id}/editions")
async def editions(act_id: UUID, work: Work) -> list[EditionShown]:
    """The editions of the act, oldest first."""
    found = await ActsInForce(work).get(act_id)
    return [EditionShown.model_validate(row) for row in await editions_of(work, found.id)]


@router.post("/{act_id}/editions", response_model=ActInForceShown)
async def next_edition(act_id: UUID, given: EditionGiven, work: Work, here: Here) -> ActInForce:
    """Enter the next edition of the act (the clerk)."""
    return await enter_edition(work, here, act_id=act_id, edition=given.edition())


@router.post("/{act_id}/number", response_model=ActInForceShown)
async def number(act_id: UUID, given: ActNumberGiven, work: Work, here: Here) -> ActInForce:
    """Enter the number of a law that was published here (the clerk)."""
    return await number_act(work, here, act_id=act_id, number=given.number)


@router.get("/{act_id}/bills", response_model=list[BillLineShown])
async def bills(act_id: UUID, work: Work) -> list[Bill]:
    """The bills that amend the act, the newest first."""
    found = await ActsInForce(work).get(act_id)
    return list(await bills_amending(work, found.id))
