"""Consultations of factions and recalls on file."""

from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.consultation import Consultation, Sides
from services.committees.domain.recall import Recall
from services.committees.domain.stages import RecallStage
from services.committees.store.composition import composition_of
from services.committees.store.election_tables import recalls
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class ConsultationNotFound(NotFound):
    code = "consultation-not-found"


class RecallNotFound(NotFound):
    code = "recall-not-found"


class Consultations(Cases[Consultation]):
    kind = Consultation
    missing = ConsultationNotFound
    no_such = Text(
        kk="{id} консультациясы жоқ.",
        ru="Консультации {id} нет.",
        en="There is no consultation {id}.",
    )

    async def look_around(self, consultation: Consultation) -> None:
        """The committees there are, and the factions that have deputies, by side."""
        found = await composition_of(self._work, consultation.convocation_id)
        there = {seat.faction_id for seat in found.seats if seat.faction_id is not None}
        consultation.sides = Sides(
            found.committees,
            frozenset(there - found.opposition),
            frozenset(there & found.opposition),
        )


class Recalls(Cases[Recall]):
    kind = Recall
    missing = RecallNotFound
    no_such = Text(
        kk="{id} кері шақыру мәселесі жоқ.",
        ru="Вопроса об отзыве {id} нет.",
        en="There is no recall {id}.",
    )

    async def asked(self, office_id: UUID) -> list[Recall]:
        """What the Kurultai is asked about the office, at most one."""
        query = sa.select(Recall).where(
            recalls.c.office_id == office_id, recalls.c.stage == RecallStage.PROPOSED
        )
        return await self.all_of(query)
