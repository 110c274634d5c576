"""The candidacies on file."""

from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.candidacy import Candidacy
from services.committees.domain.stages import CandidacyStage
from services.committees.store.election_tables import candidacies, consultations
from services.committees.store.offices import Offices
from shared.kernel.actor import Role
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class CandidacyNotFound(NotFound):
    code = "candidacy-not-found"


class Candidacies(Cases[Candidacy]):
    kind = Candidacy
    missing = CandidacyNotFound
    no_such = Text(
        kk="{id} кандидатурасы жоқ.", ru="Кандидатуры {id} нет.", en="There is no candidacy {id}."
    )

    async def look_around(self, candidacy: Candidacy) -> None:
        """Whether the person stands for the office already, and whether factions consulted."""
        waiting = await self.waiting(candidacy.role, candidacy.committee_id)
        candidacy.stands_already = any(one.person_id == candidacy.person_id for one in waiting)
        if candidacy.committee_id is not None:
            candidacy.consulted = await self._consulted_on(candidacy.committee_id)

    async def waiting(self, role: Role, committee_id: UUID | None) -> list[Candidacy]:
        """Who stands for the office and awaits the decision."""
        query = (
            sa.select(Candidacy)
            .where(candidacies.c.stage == CandidacyStage.NOMINATED)
            .where(candidacies.c.role == role, candidacies.c.committee_id == committee_id)
            .order_by(candidacies.c.id)
        )
        return await self.all_of(query)

    async def _consulted_on(self, committee_id: UUID) -> bool:
        """What was said before the last chair took office was about that one."""
        on_it = sa.literal(committee_id) == sa.any_(consultations.c.committee_ids)
        filled = await Offices(self._work).filled_at(Role.COMMITTEE_CHAIR, committee_id)
        since = sa.true() if filled is None else consultations.c.entered_at > filled
        query = sa.select(sa.exists().where(on_it, since))
        return bool(await self._work.session.scalar(query))
