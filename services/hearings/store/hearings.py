"""The hearings on file, and the bills they may be about."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.stages import Stage
from services.hearings.store.tables import hearings, known_bills, register
from shared.contracts.bills import BillRegistered
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class HearingNotFound(NotFound):
    code = "hearing-not-found"


class Hearings(Cases[Hearing]):
    kind = Hearing
    missing = HearingNotFound
    no_such = Text(kk="{id} тыңдауы жоқ.", ru="Слушаний {id} нет.", en="There is no hearing {id}.")


def listed(*, bill_id: UUID | None, stage: Stage | None) -> sa.Select[Hearing]:
    """The hearings on that bill, at that stage; None stands for any."""
    asked = {hearings.c.bill_id: bill_id, hearings.c.stage: stage}
    given = (column == value for column, value in asked.items() if value is not None)
    return sa.select(Hearing).where(*given)


async def know_registered(work: UnitOfWork, fact: BillRegistered) -> None:
    """Remember a bill that has its number in the register."""
    row = {"bill_id": fact.bill_id, "number": fact.number, "title": fact.title}
    await work.session.execute(insert(known_bills).values(row).on_conflict_do_nothing())


async def is_registered(work: UnitOfWork, bill_id: UUID) -> bool:
    query = sa.select(known_bills.c.bill_id).where(known_bills.c.bill_id == bill_id)
    return await work.session.scalar(query) is not None


async def is_in_opposition(work: UnitOfWork, faction_id: UUID | None) -> bool:
    factions = register.factions
    query = sa.select(factions.c.opposition).where(factions.c.faction_id == faction_id)
    return bool(await work.session.scalar(query))
