"""The bodies on file, and who belongs to them."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from services.committees.domain.body import Body, Membership
from services.committees.domain.committee import Committee
from services.committees.domain.register_stages import BodyStage
from services.committees.store.register_tables import bodies, memberships
from services.committees.store.tables import known_people, mandates
from shared.contracts.bodies import BodyKind, Capacity
from shared.contracts.words import Bilingual
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class BodyNotFound(NotFound):
    code = "body-not-found"


class MembershipNotFound(NotFound):
    code = "membership-not-found"


class PersonUnknown(NotFound):
    code = "person-unknown"


NO_NAME = Text(
    kk="Бұл адамның аты тізілімде жоқ: атын көрсетіңіз.",
    ru="Имени этого лица в реестре нет: назовите его.",
    en="The register knows no name of this person: give it.",
)


class Bodies(Cases[Body]):
    kind = Body
    missing = BodyNotFound
    no_such = Text(kk="{id} органы жоқ.", ru="Органа {id} нет.", en="There is no body {id}.")

    async def look_around(self, body: Body) -> None:
        """What the other bodies leave open to this one."""
        there = sa.select(bodies.c.name, bodies.c.kind).where(
            bodies.c.convocation_id == body.convocation_id, bodies.c.until.is_(None)
        )
        others = (await self._work.session.execute(there)).all()
        body.name_taken = any(
            body.name.kk == name.kk or body.name.ru == name.ru for name, _ in others
        )
        body.bureau_there = any(kind is BodyKind.BUREAU for _, kind in others)
        if body.within:
            body.host = (await self.get(body.within)).stage


class Memberships(Cases[Membership]):
    kind = Membership
    missing = MembershipNotFound
    no_such = Text(
        kk="{id} мүшелігі жоқ.", ru="Членства {id} нет.", en="There is no membership {id}."
    )

    async def look_around(self, membership: Membership) -> None:
        """Whether the person is a deputy, and belongs to the body already."""
        person = membership.person_id
        query = sa.select(
            sa.exists().where(mandates.c.person_id == person, mandates.c.until.is_(None)),
            sa.exists().where(
                memberships.c.body_id == membership.body_id,
                memberships.c.person_id == person,
                memberships.c.until.is_(None),
            ),
        )
        membership.is_deputy, membership.belongs = (await self._work.session.execute(query)).one()

    async def of_person(self, person_id: UUID) -> list[Membership]:
        """Where the person is a member now, as a deputy."""
        query = (
            sa.select(Membership)
            .where(memberships.c.person_id == person_id, memberships.c.until.is_(None))
            .where(memberships.c.capacity == Capacity.MEMBER)
            .order_by(memberships.c.id)
        )
        return await self.all_of(query)

    async def of_body(self, body: Body) -> list[Membership]:
        """Everyone who belongs to the body now, each with the body."""
        query = (
            sa.select(Membership)
            .where(memberships.c.body_id == body.id, memberships.c.until.is_(None))
            .order_by(memberships.c.id)
        )
        found = await self.all_of(query)
        for membership in found:
            membership.body = body
        return found


async def enter_committee(work: UnitOfWork, committee: Committee, at: datetime) -> None:
    """A standing committee is a body like others: it has members."""
    row = {
        "id": committee.id,
        "convocation_id": committee.convocation_id,
        "kind": BodyKind.STANDING_COMMITTEE,
        "name": committee.name,
        "since": at,
        "stage": BodyStage.FORMED,
        "version": 1,
    }
    await work.session.execute(sa.insert(bodies).values(row))


async def name_on_file(work: UnitOfWork, person_id: UUID) -> Bilingual | None:
    """The name of the person's mandate in force, or as identity told it; None if nobody did."""
    of_mandate = sa.select(mandates.c.name).where(
        mandates.c.person_id == person_id, mandates.c.until.is_(None)
    )
    known = sa.select(known_people.c.name).where(known_people.c.person_id == person_id)
    for query in (of_mandate, known):
        name: Bilingual | None = await work.session.scalar(query)
        if name is not None:
            return name
    return None
