"""Who speaks at hearings, what their protocol says, and what was said."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.minuting import Entry
from services.hearings.domain.speaking import Speech, SpeechStage
from services.hearings.domain.transcribing import Segment
from services.hearings.store.holding_tables import entries, segments, speeches
from services.hearings.store.of_hearing import CasesOfHearing
from services.hearings.store.tables import register
from shared.contracts.words import Bilingual
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.bodies import holds_at


class SpeechNotFound(NotFound):
    code = "speech-not-found"


class EntryNotFound(NotFound):
    code = "entry-not-found"


class SegmentNotFound(NotFound):
    code = "segment-not-found"


class Speeches(CasesOfHearing[Speech]):
    kind = Speech
    missing = SpeechNotFound
    no_such = Text(kk="{id} сөзі жоқ.", ru="Выступления {id} нет.", en="There is no speech {id}.")

    async def next_place(self, hearing_id: UUID) -> int:
        """The place after the last."""
        return (
            await _last(self._work.session, speeches.c.place, speeches.c.hearing_id == hearing_id)
            + 1
        )

    async def is_listed(self, hearing_id: UUID, person_id: UUID | None, name: Bilingual) -> bool:
        """Whether that person, or a guest of that name, is on the list or has spoken."""
        guest = sa.and_(speeches.c.person_id.is_(None), speeches.c.name == name)
        who = speeches.c.person_id == person_id if person_id else guest
        query = sa.select(
            sa.exists().where(
                speeches.c.hearing_id == hearing_id, speeches.c.stage != SpeechStage.STRUCK, who
            )
        )
        return bool(await self._work.session.scalar(query))

    async def look_at_the_faction(self, speech: Speech, at: datetime) -> None:
        """Whether the speaker is of the faction, and whether its floor is given already."""
        mandates = register.mandates
        query = sa.select(
            sa.exists().where(
                mandates.c.person_id == speech.person_id,
                mandates.c.faction_id == speech.for_faction,
                holds_at(mandates, at),
            ),
            sa.exists().where(
                speeches.c.hearing_id == speech.hearing_id,
                speeches.c.for_faction == speech.for_faction,
                speeches.c.guaranteed,
                speeches.c.stage != SpeechStage.STRUCK,
            ),
        )
        row = (await self._work.session.execute(query)).one()
        speech.of_the_faction, speech.faction_listed = row

    async def on_list(self, hearing: Hearing) -> list[Speech]:
        """Those who have yet to speak, in their order, each seen with the hearing."""
        query = (
            sa.select(Speech)
            .where(speeches.c.hearing_id == hearing.id, speeches.c.stage == SpeechStage.LISTED)
            .order_by(speeches.c.place, speeches.c.id)
        )
        found = await self.all_of(query)
        for each in found:
            each.seen = hearing
        return found

    async def somebody_speaks(self, hearing_id: UUID) -> bool:
        query = sa.select(
            sa.exists().where(
                speeches.c.hearing_id == hearing_id, speeches.c.stage == SpeechStage.SPEAKING
            )
        )
        return bool(await self._work.session.scalar(query))

    async def owed(self, hearing_id: UUID) -> int:
        """How many have yet to speak whom the floor is guaranteed."""
        query = sa.select(sa.func.count()).where(
            speeches.c.hearing_id == hearing_id,
            speeches.c.stage == SpeechStage.LISTED,
            speeches.c.guaranteed,
        )
        return (await self._work.session.execute(query)).scalar_one()


class Entries(CasesOfHearing[Entry]):
    kind = Entry
    missing = EntryNotFound
    no_such = Text(kk="{id} жазбасы жоқ.", ru="Записи {id} нет.", en="There is no entry {id}.")

    async def next_number(self, hearing_id: UUID) -> int:
        return (
            await _last(self._work.session, entries.c.number, entries.c.hearing_id == hearing_id)
            + 1
        )

    async def is_corrected(self, entry_id: UUID) -> bool:
        query = sa.select(sa.exists().where(entries.c.corrects == entry_id))
        return bool(await self._work.session.scalar(query))


class Segments(CasesOfHearing[Segment]):
    kind = Segment
    missing = SegmentNotFound
    no_such = Text(kk="{id} үзіндісі жоқ.", ru="Фрагмента {id} нет.", en="No segment {id}.")

    async def next_number(self, hearing_id: UUID) -> int:
        return (
            await _last(self._work.session, segments.c.number, segments.c.hearing_id == hearing_id)
            + 1
        )


def in_parts(
    case: type[Any], table: sa.Table, hearing: Hearing, *, insiders: bool
) -> sa.Select[Any]:
    """What belongs to the hearing; to the public, but for its closed parts."""
    query = sa.select(case).where(table.c.hearing_id == hearing.id)
    closed = [part.key for part in hearing.parts if part.closed]
    if insiders or not closed:
        return query
    return query.where(sa.or_(table.c.part.is_(None), table.c.part.not_in(closed)))


async def _last(
    session: AsyncSession, column: sa.ColumnElement[int], where: sa.ColumnElement[bool]
) -> int:
    query = sa.select(sa.func.coalesce(sa.func.max(column), 0)).where(where)
    last: int = (await session.execute(query)).scalar_one()
    return last
