"""Subscriptions of people, each for its owner only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.subscription import (
    MOST_OF_ONE_PERSON,
    NO_SUBSCRIPTION,
    OLD_SECRET_FOR,
    TOO_MANY,
    Interest,
    SubscriptionNotFound,
    SubscriptionState,
    TooManySubscriptions,
    WhyDisabled,
)
from services.bills.store.tables import subscriptions
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Subscription:
    """A subscription as it stands.

    Attributes:
        generation: of its secret, from 1.
        rotated_at: when the newest secret was given; the one before is good for a day more.
    """

    id: UUID
    person_id: UUID
    target: str
    interest: Interest
    state: SubscriptionState
    why_disabled: WhyDisabled | None
    generation: int
    rotated_at: datetime | None
    made_at: datetime
    failing_since: datetime | None

    def secrets_at(self, now: datetime) -> list[str]:
        """The names of the secrets that sign now, the newest first."""
        recent = self.rotated_at is not None and now - self.rotated_at < OLD_SECRET_FOR
        generations = [self.generation, self.generation - 1] if recent else [self.generation]
        return [f"{self.id} {generation}" for generation in generations]


async def make_subscription(
    work: UnitOfWork, person_id: UUID, target: str, interest: Interest, at: datetime
) -> Subscription:
    """Raises TooManySubscriptions."""
    await work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(person_id.int % 2**63)))
    if len(await subscriptions_of(work, person_id)) >= MOST_OF_ONE_PERSON:
        raise TooManySubscriptions(TOO_MANY.filled(most=MOST_OF_ONE_PERSON))
    row = {
        "id": new_id(),
        "person_id": person_id,
        "target": target,
        "bills": list(interest.bills),
        "committees": list(interest.committees),
        "facts": list(interest.facts),
        "state": SubscriptionState.PENDING,
        "generation": 1,
        "made_at": at,
    }
    made = await work.session.execute(sa.insert(subscriptions).values(row).returning(subscriptions))
    return subscription_of(made.one())


async def subscriptions_of(work: UnitOfWork, person_id: UUID) -> Sequence[Subscription]:
    """All of one person, the oldest first."""
    query = sa.select(subscriptions).where(subscriptions.c.person_id == person_id)
    rows = await work.session.execute(query.order_by(subscriptions.c.id))
    return [subscription_of(row) for row in rows]


async def own_subscription(
    work: UnitOfWork, person_id: UUID, subscription_id: UUID
) -> Subscription:
    """Raises SubscriptionNotFound, also for that of another."""
    query = sa.select(subscriptions).where(_own(person_id, subscription_id))
    row = (await work.session.execute(query.with_for_update())).one_or_none()
    if row is None:
        raise SubscriptionNotFound(NO_SUBSCRIPTION.filled(id=subscription_id))
    return subscription_of(row)


async def change(work: UnitOfWork, subscription_id: UUID, **values: Any) -> Subscription:
    """The subscription with these columns changed."""
    changed = sa.update(subscriptions).where(subscriptions.c.id == subscription_id)
    rows = await work.session.execute(changed.values(values).returning(subscriptions))
    return subscription_of(rows.one())


async def remove(work: UnitOfWork, subscription_id: UUID) -> None:
    """With all its deliveries."""
    await work.session.execute(
        sa.delete(subscriptions).where(subscriptions.c.id == subscription_id)
    )


def subscription_of(row: sa.Row[*tuple[Any, ...]]) -> Subscription:
    return Subscription(
        id=row.id,
        person_id=row.person_id,
        target=row.target,
        interest=Interest(bills=row.bills, committees=row.committees, facts=row.facts),
        state=row.state,
        why_disabled=row.why_disabled,
        generation=row.generation,
        rotated_at=row.rotated_at,
        made_at=row.made_at,
        failing_since=row.failing_since,
    )


def _own(person_id: UUID, subscription_id: UUID) -> sa.ColumnElement[bool]:
    return sa.and_(subscriptions.c.id == subscription_id, subscriptions.c.person_id == person_id)
