"""The hearings on file, and the bills they may be about."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.stages import Initiator, Stage
from services.hearings.store.tables import hearings, known_bills, register
from shared.contracts.bills import BillRegistered
from shared.kernel.errors import NotFound
from shared.kernel.occasion import ALMATY
from shared.kernel.terms import DAY
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class HearingNotFound(NotFound):
    code = "hearing-not-found"


class Hearings(Cases[Hearing]):
    kind = Hearing
    missing = HearingNotFound
    no_such = Text(kk="{id} тыңдауы жоқ.", ru="Слушаний {id} нет.", en="There is no hearing {id}.")

    async def alone(self, hearing_id: UUID) -> None:
        """Let nobody act on the hearing, or on what belongs to it, until this work ends."""
        query = sa.select(hearings.c.id).where(hearings.c.id == hearing_id)
        await self._work.session.execute(query.with_for_update(key_share=True))

    async def held(self, hearing_id: UUID) -> Hearing:
        """The hearing, which stays as it is until this work ends. Raises HearingNotFound."""
        query = sa.select(hearings.c.id).where(hearings.c.id == hearing_id)
        await self._work.session.execute(query.with_for_update(read=True))
        return await self.get(hearing_id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which hearings are asked for; None stands for any, `until` is the last day."""

    bill_id: UUID | None = None
    stage: Stage | None = None
    on_behalf_of: Initiator | None = None
    body_id: UUID | None = None
    since: date | None = None
    until: date | None = None


def listed(wanted: Wanted) -> sa.Select[Hearing]:
    """The hearings asked for; days are those of Astana on which they begin."""
    at = hearings.c.starts_at
    asked = {
        hearings.c.bill_id == wanted.bill_id: wanted.bill_id,
        hearings.c.stage == wanted.stage: wanted.stage,
        hearings.c.on_behalf_of == wanted.on_behalf_of: wanted.on_behalf_of,
        hearings.c.body_id == wanted.body_id: wanted.body_id,
    }
    clauses = [clause for clause, value in asked.items() if value is not None]
    if wanted.since:
        clauses.append(at >= datetime.combine(wanted.since, time(), ALMATY))
    if wanted.until:
        clauses.append(at < datetime.combine(wanted.until + DAY, time(), ALMATY))
    return sa.select(Hearing).where(*clauses)


async def know_registered(work: UnitOfWork, fact: BillRegistered) -> None:
    """Remember a bill that has its number in the register."""
    row = {"bill_id": fact.bill_id, "number": fact.number, "title": fact.title}
    await work.session.execute(insert(known_bills).values(row).on_conflict_do_nothing())


async def is_registered(work: UnitOfWork, bill_id: UUID | None) -> bool:
    query = sa.select(known_bills.c.bill_id).where(known_bills.c.bill_id == bill_id)
    return await work.session.scalar(query) is not None


async def is_in_opposition(work: UnitOfWork, faction_id: UUID | None) -> bool:
    factions = register.factions
    query = sa.select(factions.c.opposition).where(factions.c.faction_id == faction_id)
    return bool(await work.session.scalar(query))
