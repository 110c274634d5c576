"""Which of those who signed a draft are deputies still, and what they are called."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.bill import Bill
from services.bills.store.people import names_of
from services.bills.store.tables import register
from shared.contracts.words import Bilingual
from shared.store.unit_of_work import UnitOfWork


async def note_signers(work: UnitOfWork, bill: Bill, at: datetime) -> Bill:
    """Note which signers of the draft hold no mandate at that instant."""
    signers = frozenset(signature.person_id for signature in bill.co_initiators)
    seats = register.mandates.c
    query = (
        sa.select(seats.person_id)
        .where(seats.person_id.in_(signers))
        .where(seats.since <= at)
        .where(sa.or_(seats.until.is_(None), seats.until > at))
    )
    bill.no_longer_deputies = signers - set(await work.session.scalars(query))
    return bill


async def name_of(work: UnitOfWork, person_id: UUID | None) -> Bilingual | None:
    """What the person is called, if the service knows it."""
    return (await names_of(work, [person_id])).get(person_id) if person_id else None
