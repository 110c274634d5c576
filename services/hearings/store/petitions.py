"""The petitions on file."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.hearings.domain.petition import Petition, PetitionStage
from services.hearings.store.petition_tables import petitions
from services.hearings.store.tables import bodies
from shared.contracts.bodies import BodyKind
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.bodies import holds_at
from shared.store.cases import Cases


class PetitionNotFound(NotFound):
    code = "petition-not-found"


class Petitions(Cases[Petition]):
    kind = Petition
    missing = PetitionNotFound
    no_such = Text(
        kk="{id} петициясы жоқ.", ru="Петиции {id} нет.", en="There is no petition {id}."
    )

    async def known(self, source: str, number: str) -> Petition | None:
        """The petition of that source and number; nobody else enters it until this work ends."""
        key = sa.func.hashtextextended(f"petition {source} {number}", 0)
        await self._work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))
        query = sa.select(Petition).where(
            petitions.c.source == source, petitions.c.number == number
        )
        return next(iter(await self.all_of(query)), None)

    async def body_is_there(self, body_id: UUID | None, at: datetime) -> bool:
        """Whether there is such a committee."""
        of = bodies.bodies
        query = sa.select(
            sa.exists().where(
                of.c.body_id == body_id,
                of.c.kind == BodyKind.STANDING_COMMITTEE,
                holds_at(of, at),
            )
        )
        return bool(await self._work.session.scalar(query))

    async def locked(self, petition_id: UUID) -> Petition | None:
        """One that waits for its answer; None where it does not, or somebody is at it just now."""
        query = (
            sa.select(Petition)
            .where(petitions.c.id == petition_id, petitions.c.stage == PetitionStage.REFERRED)
            .with_for_update(skip_locked=True)
        )
        return next(iter(await self.all_of(query)), None)


def past_their_term(day: date) -> sa.Select[Any]:
    """Petitions that wait for an answer though their last day is over."""
    return sa.select(petitions.c.id).where(
        petitions.c.stage == PetitionStage.REFERRED, petitions.c.last_day < day
    )


def listed(stage: PetitionStage | None, committee_id: UUID | None) -> sa.Select[Any]:
    """Petitions of the stage and of the committee that are named."""
    asked = {"stage": stage, "committee_id": committee_id}
    return sa.select(Petition).where(
        *(petitions.c[name] == value for name, value in asked.items() if value is not None)
    )
