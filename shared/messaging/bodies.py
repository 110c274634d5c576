"""The bodies of the Kurultai, kept in step with what committees tells."""

from sqlalchemy.dialects.postgresql import insert

from shared.contracts.bodies import BodyEnded, BodyFormed, BodyKind, MemberJoined, MemberLeft
from shared.contracts.committees import CommitteeFormed
from shared.messaging.consumers import Consumers
from shared.store.bodies import Bodies
from shared.store.unit_of_work import UnitOfWork


def hear_bodies(consumers: Consumers, kept: Bodies) -> None:
    """Have the service hear which bodies there are, and who belongs to them."""
    bodies, memberships = kept.bodies, kept.memberships

    @consumers.on(BodyFormed)
    async def formed(fact: BodyFormed, work: UnitOfWork) -> None:
        row = fact.model_dump(exclude={"at", "name"}) | {"name": fact.name}
        await work.session.execute(insert(bodies).values(row).on_conflict_do_nothing())

    @consumers.on(CommitteeFormed)
    async def committee_formed(fact: CommitteeFormed, work: UnitOfWork) -> None:
        row = {
            "body_id": fact.committee_id,
            "convocation_id": fact.convocation_id,
            "kind": BodyKind.STANDING_COMMITTEE,
            "name": fact.name,
            "since": fact.at,
        }
        await work.session.execute(insert(bodies).values(row).on_conflict_do_nothing())

    @consumers.on(BodyEnded)
    async def ended(fact: BodyEnded, work: UnitOfWork) -> None:
        ending = bodies.update().where(bodies.c.body_id == fact.body_id)
        await work.session.execute(ending.values(until=fact.until))

    @consumers.on(MemberJoined)
    async def joined(fact: MemberJoined, work: UnitOfWork) -> None:
        row = fact.model_dump(exclude={"at"})
        await work.session.execute(insert(memberships).values(row).on_conflict_do_nothing())

    @consumers.on(MemberLeft)
    async def left(fact: MemberLeft, work: UnitOfWork) -> None:
        leaving = memberships.update().where(memberships.c.membership_id == fact.membership_id)
        await work.session.execute(leaving.values(until=fact.until))
