"""Bodies are formed and dissolved; people join them and leave."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.acts import register
from services.committees.domain.body import Body, Membership
from services.committees.store.bodies import (
    NO_NAME,
    Bodies,
    Memberships,
    PersonUnknown,
    name_on_file,
)
from services.committees.store.convocations import Convocations
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.bodies import BodyKind, Capacity
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Forming:
    """Which body is to be formed; a working group is of the body `within` which it is."""

    convocation_id: UUID
    kind: BodyKind
    name: Bilingual
    within: UUID | None


@dataclass(frozen=True, slots=True)
class Joining:
    """Who is to belong to a body, and how; of a person the register knows no name is needed."""

    person_id: UUID
    capacity: Capacity
    name: Bilingual | None = None


async def form_body(work: UnitOfWork, occasion: Occasion, forming: Forming) -> Body:
    convocation = await Convocations(work).get(forming.convocation_id)
    await wait_for_turn(work, Turn.BODIES)
    body = Body(new_id(), convocation.id, forming.kind, forming.name, occasion.at, forming.within)
    await Bodies(work).look_around(body)
    register.form(body, occasion)
    return Bodies(work).add(body)


async def dissolve_body(
    work: UnitOfWork, occasion: Occasion, *, body_id: UUID, ground: str
) -> Body:
    """Its members leave it in the same moment."""
    await wait_for_turn(work, Turn.BODIES)
    body = await Bodies(work).get(body_id)
    register.dissolve(body, ground, occasion)
    for membership in await Memberships(work).of_body(body):
        register.leave(membership, ground, occasion)
    return body


async def join_body(
    work: UnitOfWork, occasion: Occasion, *, body_id: UUID, joining: Joining
) -> Membership:
    """Raises PersonUnknown where no name is given and none is on file."""
    await wait_for_turn(work, Turn.BODIES)
    body = await Bodies(work).get(body_id)
    name = await name_on_file(work, joining.person_id) or joining.name
    if name is None:
        raise PersonUnknown(NO_NAME)
    membership = Membership(
        new_id(), body.id, joining.person_id, joining.capacity, name, occasion.at, body=body
    )
    await Memberships(work).look_around(membership)
    register.join(membership, occasion)
    return Memberships(work).add(membership)


async def leave_body(
    work: UnitOfWork, occasion: Occasion, *, membership_id: UUID, ground: str
) -> Membership:
    membership = await Memberships(work).get(membership_id)
    membership.body = await Bodies(work).get(membership.body_id)
    register.leave(membership, ground, occasion)
    return membership
