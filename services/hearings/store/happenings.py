"""What happened at a hearing, act by act, as the public may follow it live."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.minuting import Entry
from services.hearings.domain.speaking import Speech
from services.hearings.store.holding import in_parts
from services.hearings.store.holding_tables import entries, speeches
from services.hearings.store.tables import kept

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Happening:
    """An act on the hearing or on what belongs to it; its place only grows in one hearing.

    Whoever acts holds the hearing until the end of the transaction: no place is committed after a
    later one.
    """

    place: int
    act: str
    at: datetime
    case: Hearing | Entry | Speech


async def public_since(session: AsyncSession, hearing: Hearing, place: int) -> Sequence[Happening]:
    """What happened after that place, the oldest first; nothing of closed parts."""
    acts = kept.acts
    said = {
        "entry": in_parts(Entry, entries, hearing, insiders=False),
        "speech": in_parts(Speech, speeches, hearing, insiders=False),
    }
    mine = [sa.and_(acts.c.about == "hearing", acts.c.case_id == hearing.id)]
    for about, of_parts in said.items():
        ids: sa.Select[tuple[UUID]] = of_parts.with_only_columns(sa.literal_column("id"))
        mine.append(sa.and_(acts.c.about == about, acts.c.case_id.in_(ids)))
    query = (
        sa.select(acts.c.place, acts.c.act, acts.c.at, acts.c.about, acts.c.case_id)
        .where(acts.c.place > place, sa.or_(*mine))
        .order_by(acts.c.place)
        .limit(AT_ONCE)
    )
    rows = (await session.execute(query)).all()
    cases = await _cases(session, hearing, [(row.about, row.case_id) for row in rows])
    return [Happening(row.place, row.act, row.at, cases[row.case_id]) for row in rows]


async def last_place(session: AsyncSession, hearing: Hearing) -> int:
    """The place of the last act that the public may know of; 0 before the first."""
    place, found = 0, await public_since(session, hearing, 0)
    while found:
        place = found[-1].place
        found = await public_since(session, hearing, place)
    return place


async def _cases(
    session: AsyncSession, hearing: Hearing, named: Sequence[tuple[str, UUID]]
) -> dict[UUID, Hearing | Entry | Speech]:
    cases: dict[UUID, Hearing | Entry | Speech] = {hearing.id: hearing}
    said = [case_id for about, case_id in named if about == "entry"]
    for entry in await session.scalars(sa.select(Entry).where(entries.c.id.in_(said))):
        cases[entry.id] = entry
    spoken = [case_id for about, case_id in named if about == "speech"]
    for speech in await session.scalars(sa.select(Speech).where(speeches.c.id.in_(spoken))):
        cases[speech.id] = speech
    return cases
