"""A deputy files an amendment."""

from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.amendments.acts import file
from services.bills.domain.amendments.amendment import Amendment
from services.bills.domain.amendments.making import Filing, proposed
from services.bills.domain.amendments.refusals import NOT_A_DEPUTY, NotACoAuthor
from services.bills.store.amendments.amendments import Amendments
from services.bills.store.amendments.around import Around, around
from services.bills.store.amendments.series import next_number
from services.bills.store.amendments.trees import acts_in
from services.bills.store.tables import register
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def file_amendment(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, filing: Filing
) -> Amendment:
    there = await around(work, occasion, bill_id)
    await _refuse_others(work, occasion, filing.invited)
    amendment = await _written(work, there, occasion, filing)
    file(amendment, occasion)
    return Amendments(work).add(amendment)


async def _written(
    work: UnitOfWork, there: Around, occasion: Occasion, filing: Filing
) -> Amendment:
    """The amendment, read against the texts that it is addressed to."""
    version = filing.text_version or there.amending.text_version
    acts = await acts_in(work, there.bill.id, version)
    change = proposed(filing.asked, acts)
    return Amendment(
        id=new_id(),
        bill_id=there.bill.id,
        amending_id=there.amending.id,
        number=await next_number(work, there.bill.id),
        author_id=occasion.by.person_id,
        invited=filing.invited,
        text_version=version,
        address=change.address,
        scope=change.scope,
        proposed=change,
        reasons=filing.reasons,
        provenance=filing.provenance,
        touches_budget=filing.touches_budget,
        filed_at=occasion.at,
        setting=there.setting,
    )


async def _refuse_others(work: UnitOfWork, occasion: Occasion, invited: tuple[UUID, ...]) -> None:
    seen = {occasion.by.person_id}
    for person in invited:
        if person in seen or not await _is_deputy(work, occasion, person):
            raise NotACoAuthor(NOT_A_DEPUTY.filled(person=person))
        seen.add(person)


async def _is_deputy(work: UnitOfWork, occasion: Occasion, person_id: UUID) -> bool:
    seats = register.mandates.c
    held = sa.select(
        sa.exists()
        .where(seats.person_id == person_id)
        .where(seats.since <= occasion.at)
        .where(sa.or_(seats.until.is_(None), seats.until > occasion.at))
    )
    return bool((await work.session.execute(held)).scalar_one())
