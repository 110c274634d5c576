"""Where debates and speeches are kept, and what stands around them."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.delegation import DelegationStage
from services.voting.domain.refusals import DebateNotFound, SpeechNotFound
from services.voting.domain.speaking import Debate, DebateStage, Speech, SpeechStage
from services.voting.store.sittings import WAITING
from services.voting.store.tables import (
    agendas,
    debates,
    delegations,
    register,
    registrations,
    sittings,
    speeches,
)
from shared.kernel.actor import Role
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork

OFFICES = register.offices


async def hold_the_floor(work: UnitOfWork, sitting_id: UUID, *, shared: bool = False) -> None:
    """Nobody else gives the floor or ends the debate until this work ends; `shared` ones ask.

    It must be the first that this work reads of the floor: what was seen before is old.
    """
    key = sa.func.hashtextextended(f"floor {sitting_id}", 0)
    lock = sa.func.pg_advisory_xact_lock_shared if shared else sa.func.pg_advisory_xact_lock
    await work.session.execute(sa.select(lock(key)))


async def one_request_at_a_time(work: UnitOfWork, debate_id: UUID, person_id: UUID | None) -> None:
    key = sa.func.hashtextextended(f"speaker {debate_id} {person_id}", 0)
    await work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))


class Debates(Cases[Debate]):
    kind = Debate
    missing = DebateNotFound
    no_such = Text(kk="{id} жарыссөзі жоқ.", ru="Прений {id} нет.", en="There is no debate {id}.")

    async def sitting_of(self, debate_id: UUID) -> UUID:
        """Raises DebateNotFound."""
        query = sa.select(debates.c.sitting_id).where(debates.c.id == debate_id)
        found: UUID | None = await self._work.session.scalar(query)
        if found is None:
            raise self.missing(self.no_such.filled(id=debate_id))
        return found

    async def look_around(self, debate: Debate) -> None:
        """Note the sitting, the item, other debates, and who speaks or waits."""
        waiting = sa.and_(speeches.c.stage == SpeechStage.ASKED, speeches.c.guaranteed)
        query = sa.select(
            _stage_of(debate.sitting_id),
            sa.exists().where(
                debates.c.sitting_id == debate.sitting_id,
                debates.c.id != debate.id,
                debates.c.stage != DebateStage.ENDED,
            ),
            _someone_speaks(debate.sitting_id),
            sa.select(sa.func.count())
            .where(speeches.c.debate_id == debate.id, waiting)
            .scalar_subquery(),
        )
        row = (await self._work.session.execute(query)).one()
        debate.sitting_stage, debate.another_goes_on, debate.someone_speaks, debate.promised = row
        debate.item_is_there = await self._has_item(debate.sitting_id, debate.item_id)

    async def _has_item(self, sitting_id: UUID, item_id: UUID | None) -> bool:
        there = agendas.agendas
        query = sa.select(there.c["items"]).where(there.c.about_id == sitting_id)
        items = await self._work.session.scalar(query) or ()
        return any(item.id == item_id and item.state in WAITING for item in items)

    async def of(self, sitting_id: UUID) -> list[Debate]:
        """The debates of a sitting, in the order of time."""
        query = sa.select(Debate).where(debates.c.sitting_id == sitting_id)
        return await self.all_of(query.order_by(debates.c.opened_at, debates.c.id))


class Speeches(Cases[Speech]):
    kind = Speech
    missing = SpeechNotFound
    no_such = Text(kk="{id} сөзі жоқ.", ru="Выступления {id} нет.", en="There is no speech {id}.")

    async def sitting_of(self, speech_id: UUID) -> UUID:
        """Raises SpeechNotFound."""
        query = sa.select(speeches.c.sitting_id).where(speeches.c.id == speech_id)
        found: UUID | None = await self._work.session.scalar(query)
        if found is None:
            raise self.missing(self.no_such.filled(id=speech_id))
        return found

    async def look_around(self, speech: Speech) -> None:
        """Note debate and sitting, whether the speaker is there, and who speaks."""
        query = sa.select(
            _stage_of(speech.sitting_id),
            sa.select(debates.c.stage).where(debates.c.id == speech.debate_id).scalar_subquery(),
            sa.exists().where(
                registrations.c.sitting_id == speech.sitting_id,
                registrations.c.person_id == speech.person_id,
            ),
            self._asked_already(speech),
            _someone_speaks(speech.sitting_id),
        )
        row = (await self._work.session.execute(query)).one()
        speech.sitting_stage, speech.debate_stage, speech.is_present = row[:3]
        speech.asked_already, speech.someone_speaks = row[3:]
        await self._look_at_the_faction(speech)

    async def _look_at_the_faction(self, speech: Speech) -> None:
        """Of which faction the speaker is a delegate, and whether the other of the two asked."""
        speech.delegate_of = await self._work.session.scalar(
            sa.select(delegations.c.faction_id).where(
                _stands(speech.sitting_id), delegations.c.delegate_id == speech.person_id
            )
        )
        leads = sa.select(OFFICES.c.body_id).where(
            _leads(), OFFICES.c.person_id == speech.person_id
        )
        faction_id = speech.delegate_of or await self._work.session.scalar(leads)
        if faction_id is not None:
            speech.counterpart_asked = await self._counterpart_asked(speech, faction_id)

    async def _counterpart_asked(self, speech: Speech, faction_id: UUID) -> bool:
        either = sa.union(
            sa.select(OFFICES.c.person_id).where(_leads(), OFFICES.c.body_id == faction_id),
            sa.select(delegations.c.delegate_id).where(
                delegations.c.sitting_id == speech.sitting_id,
                delegations.c.faction_id == faction_id,
            ),
        )
        query = sa.exists().where(
            speeches.c.debate_id == speech.debate_id,
            speeches.c.person_id != speech.person_id,
            speeches.c.person_id.in_(either),
            speeches.c.guaranteed,
            speeches.c.stage != SpeechStage.WITHDRAWN,
        )
        return bool(await self._work.session.scalar(sa.select(query)))

    @staticmethod
    def _asked_already(speech: Speech) -> sa.ColumnElement[bool]:
        return sa.exists().where(
            speeches.c.debate_id == speech.debate_id,
            speeches.c.person_id == speech.person_id,
            speeches.c.kind == speech.kind,
            speeches.c.id != speech.id,
            speeches.c.stage != SpeechStage.WITHDRAWN,
        )

    async def of(self, debate_ids: Sequence[UUID]) -> list[Speech]:
        """The speeches of these debates, in the order in which the floor was asked for."""
        query = sa.select(Speech).where(speeches.c.debate_id.in_(debate_ids))
        return await self.all_of(query.order_by(speeches.c.asked_at, speeches.c.id))


def _leads() -> sa.ColumnElement[bool]:
    return sa.and_(OFFICES.c.role == Role.FACTION_LEADER, OFFICES.c.until.is_(None))


def _stands(sitting_id: UUID) -> sa.ColumnElement[bool]:
    return sa.and_(
        delegations.c.sitting_id == sitting_id, delegations.c.stage == DelegationStage.NAMED
    )


def _stage_of(sitting_id: UUID) -> sa.ScalarSelect[object]:
    return sa.select(sittings.c.stage).where(sittings.c.id == sitting_id).scalar_subquery()


def _someone_speaks(sitting_id: UUID) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        speeches.c.sitting_id == sitting_id, speeches.c.stage == SpeechStage.SPEAKING
    )
