"""The Government hours on file, and what stands around them."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.hearings.domain.government_hour import GovernmentHour, HourStage
from services.hearings.domain.hour_question import AskStage, HourQuestion
from services.hearings.store.government_tables import government_hours, hour_questions
from services.hearings.store.hearings import is_in_opposition
from services.hearings.store.tables import register
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.bodies import holds_at
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class HourNotFound(NotFound):
    code = "government-hour-not-found"


class HourQuestionNotFound(NotFound):
    code = "hour-question-not-found"


class GovernmentHours(Cases[GovernmentHour]):
    kind = GovernmentHour
    missing = HourNotFound
    no_such = Text(
        kk="{id} үкімет сағаты жоқ.",
        ru="Правительственного часа {id} нет.",
        en="There is no Government hour {id}.",
    )

    async def held(self, hour_id: UUID) -> GovernmentHour:
        """The hour, nobody else's until this work ends. Raises HourNotFound."""
        query = sa.select(government_hours.c.id).where(government_hours.c.id == hour_id)
        await self._work.session.execute(query.with_for_update())
        return await self.get(hour_id)

    async def look_around(self, hour: GovernmentHour, at: datetime) -> GovernmentHour:
        """Note the side of the faction, who of the signatories are deputies, and who waits."""
        mandates = register.mandates
        people = sa.select(mandates.c.person_id).where(
            mandates.c.person_id.in_(hour.signatories), holds_at(mandates, at)
        )
        hour.still_deputies = frozenset(await self._work.session.scalars(people))
        hour.seen_opposition = await is_in_opposition(self._work, hour.body_id)
        waiting = sa.select(sa.func.count()).where(
            hour_questions.c.hour_id == hour.id,
            hour_questions.c.stage == AskStage.ASKED,
            hour_questions.c.guaranteed,
        )
        hour.questions_waiting = (await self._work.session.execute(waiting)).scalar_one()
        return hour

    async def is_of(self, person_id: UUID, faction_id: UUID, at: datetime) -> bool:
        """Whether the person is a deputy of that faction."""
        mandates = register.mandates.c
        query = sa.select(
            sa.exists().where(
                mandates.person_id == person_id,
                mandates.faction_id == faction_id,
                holds_at(register.mandates, at),
            )
        )
        return bool(await self._work.session.scalar(query))

    @staticmethod
    def listed(stage: HourStage | None) -> sa.Select[Any]:
        query = sa.select(GovernmentHour)
        return query.where(government_hours.c.stage == stage) if stage else query


class HourQuestions(Cases[HourQuestion]):
    kind = HourQuestion
    missing = HourQuestionNotFound
    no_such = Text(kk="{id} сұрағы жоқ.", ru="Вопроса {id} нет.", en="There is no question {id}.")

    async def of(self, hour_id: UUID) -> list[HourQuestion]:
        """The questions to an hour, those of leaders of factions first, then as they were asked."""
        c = hour_questions.c
        query = sa.select(HourQuestion).where(c.hour_id == hour_id)
        return await self.all_of(query.order_by(c.guaranteed.desc(), c.asked_at, c.id))


async def hold_for_questions(work: UnitOfWork, hour_id: UUID) -> None:
    """The hour does not end while a question is asked."""
    query = sa.select(government_hours.c.id).where(government_hours.c.id == hour_id)
    await work.session.execute(query.with_for_update(read=True))
