"""Someone asks to be told of facts, and is asked in turn whether they are there."""

from datetime import datetime
from typing import Any
from uuid import UUID

from services.bills.domain.subscription import Interest, SubscriptionState, check_interest
from services.bills.store.deliveries import ping
from services.bills.store.subscriptions import (
    Subscription,
    change,
    make_subscription,
    own_subscription,
)
from shared.messaging.envelope import Envelope
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

PING = "kz.kurultai.bills.subscription_ping.v1"


async def subscribe(
    work: UnitOfWork, person_id: UUID, at: datetime, *, target: str, interest: Interest
) -> Subscription:
    """A subscription that becomes active once its receiver takes the ping."""
    made = await make_subscription(work, person_id, target, check_interest(interest), at)
    await ping(work, made.id, ping_event(made.id, at))
    return made


async def ping_again(
    work: UnitOfWork, person_id: UUID, at: datetime, *, subscription_id: UUID
) -> Subscription:
    """Ask the receiver again; a subscription that was disabled has another chance."""
    found = await own_subscription(work, person_id, subscription_id)
    await ping(work, found.id, ping_event(found.id, at))
    if found.state is SubscriptionState.ACTIVE:
        return found
    again = {"state": SubscriptionState.PENDING, "why_disabled": None, "failing_since": None}
    return await change(work, found.id, **again)


async def rotate_secret(
    work: UnitOfWork, person_id: UUID, at: datetime, *, subscription_id: UUID
) -> Subscription:
    """The next secret; for a day both sign."""
    found = await own_subscription(work, person_id, subscription_id)
    return await change(work, found.id, generation=found.generation + 1, rotated_at=at)


def ping_event(subscription_id: UUID, at: datetime) -> dict[str, Any]:
    """An event of the same form as the facts; it is about the subscription and says no more."""
    return Envelope(
        id=new_id(),
        source="/kurultai/bills",
        type=PING,
        subject=f"subscription/{subscription_id}",
        time=at,
        sequence=1,
        data={"subscription_id": str(subscription_id), "at": at.isoformat()},
    ).as_told()
