"""The lists of parties on file, and the mandates that nobody has succeeded."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.mandate import Mandate
from services.committees.domain.party_list import PartyList
from services.committees.domain.succession import Ended, Succession
from services.committees.store.list_tables import party_lists
from services.committees.store.mandates import Mandates
from services.committees.store.register_tables import bodies, memberships
from services.committees.store.tables import mandates
from shared.contracts.bodies import BodyKind, Capacity
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class PartyListNotFound(NotFound):
    code = "party-list-not-found"


class PartyLists(Cases[PartyList]):
    kind = PartyList
    missing = PartyListNotFound
    no_such = Text(
        kk="{id} партиялық тізімі жоқ.",
        ru="Партийного списка {id} нет.",
        en="There is no party list {id}.",
    )

    async def look_around(self, party_list: PartyList) -> None:
        """Whether the party has a list already, in either language of its name."""
        query = sa.select(party_lists.c.party).where(
            party_lists.c.convocation_id == party_list.convocation_id
        )
        others, own = (await self._work.session.scalars(query)).all(), party_list.party
        party_list.party_listed = any(own.kk == one.kk or own.ru == one.ru for one in others)

    async def with_seated(self, list_id: UUID) -> PartyList:
        """The list, and the numbers of those who ever took a seat by it."""
        found = await self.get(list_id)
        query = sa.select(mandates.c.list_number).where(mandates.c.list_id == list_id)
        found.seated = frozenset((await self._work.session.scalars(query)).all())
        return found

    async def succession(self, mandate: Mandate) -> Succession:
        """What the mandate is taken by. Raises PartyListNotFound, MandateNotFound."""
        return Succession(
            None if mandate.list_id is None else await self.with_seated(mandate.list_id),
            None if mandate.succeeds is None else await self._ended(mandate.succeeds),
        )

    async def _ended(self, mandate_id: UUID) -> Ended:
        found = await Mandates(self._work).get(mandate_id)
        query = sa.select(sa.exists().where(mandates.c.succeeds == mandate_id))
        succeeded = bool(await self._work.session.scalar(query))
        return Ended(found.convocation_id, found.until is not None, succeeded, found.list_id)


async def not_succeeded(work: UnitOfWork, convocation_id: UUID) -> Sequence[Mandate]:
    """The mandates that ended and that nobody has succeeded, the longest vacant first."""
    later = mandates.alias()
    query = (
        sa.select(Mandate)
        .where(mandates.c.convocation_id == convocation_id, mandates.c.until.is_not(None))
        .where(~sa.exists().where(later.c.succeeds == mandates.c.id))
        .order_by(mandates.c.until, mandates.c.id)
    )
    return (await work.session.scalars(query)).all()


async def without_a_committee(work: UnitOfWork, convocation_id: UUID) -> Sequence[Mandate]:
    """The deputies who are of no standing committee, by their numbers."""
    member = (
        sa.select(memberships.c.id)
        .join(bodies, bodies.c.id == memberships.c.body_id)
        .where(bodies.c.kind == BodyKind.STANDING_COMMITTEE, memberships.c.until.is_(None))
        .where(memberships.c.capacity == Capacity.MEMBER)
        .where(memberships.c.person_id == mandates.c.person_id)
    )
    query = (
        sa.select(Mandate)
        .where(mandates.c.convocation_id == convocation_id, mandates.c.until.is_(None))
        .where(~member.exists())
        .order_by(mandates.c.number)
    )
    return (await work.session.scalars(query)).all()
