"""Deliveries: each fact once for each subscription that it fits, and what came of sending it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.bills.domain.subscription import (
    NO_DELIVERY,
    DeliveryNotFound,
    DeliveryState,
    SubscriptionState,
)
from services.bills.store.subscriptions import Subscription, subscription_of
from services.bills.store.tables import bills, deliveries, subscriptions, to_tell
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

AT_ONCE = 200
MOST_REPLAYED = 10_000
PING_PLACE = 0

type Row = sa.Row[*tuple[Any, ...]]


async def find_subscribers(work: UnitOfWork) -> int:
    """Make the deliveries of facts that were told; how many facts were looked at.

    A fact leaves `to_tell` in the transaction that makes its deliveries: it has all of them, once.
    """
    taken = sa.select(to_tell.c.event_id).limit(AT_ONCE).with_for_update(skip_locked=True)
    gone = sa.delete(to_tell).where(to_tell.c.event_id.in_(taken)).returning(to_tell.c.event_id)
    events = (await work.session.scalars(gone)).all()
    if events:
        outbox = work.kept.outbox
        wanted = _wanted(outbox).where(outbox.c.event_id.in_(events))
        wanted = wanted.where(subscriptions.c.active_since <= outbox.c.at)
        await _make(work, wanted)
    return len(events)


async def send_again(work: UnitOfWork, subscription_id: UUID, since: datetime) -> int:
    """Send every fact since that time that the subscription fits, again or for the first time.

    How many, the oldest first; never more than `MOST_REPLAYED`.
    """
    outbox = work.kept.outbox
    wanted = _wanted(outbox).where(subscriptions.c.id == subscription_id, outbox.c.at >= since)
    return await _make(work, wanted.order_by(outbox.c.place).limit(MOST_REPLAYED), again=True)


async def send_one_again(work: UnitOfWork, subscription_id: UUID, delivery_id: UUID) -> Row:
    """Raises DeliveryNotFound."""
    again = sa.update(deliveries).where(
        deliveries.c.id == delivery_id, deliveries.c.subscription_id == subscription_id
    )
    rows = await work.session.execute(again.values(_anew()).returning(deliveries))
    row: Row | None = rows.one_or_none()
    if row is None:
        raise DeliveryNotFound(NO_DELIVERY.filled(id=delivery_id))
    return row


async def ping(work: UnitOfWork, subscription_id: UUID, event: dict[str, Any]) -> None:
    """Ask the receiver whether it is there."""
    row = {"id": new_id(), "subscription_id": subscription_id, "event_id": event["id"]}
    unsent = {"place": PING_PLACE, "ping": event, **_anew()}
    await work.session.execute(sa.insert(deliveries).values(row | unsent))


async def claim(work: UnitOfWork, *, most: int, busy_for: timedelta) -> Sequence[Subscription]:
    """Subscriptions to which something is to be sent now, taken for so long from all others.

    Who takes one and dies leaves it to the others when that time is over.
    """
    now = sa.func.now()
    free = sa.or_(subscriptions.c.busy_until.is_(None), subscriptions.c.busy_until < now)
    due = sa.exists().where(_due())
    found = sa.select(subscriptions.c.id).where(free, due).limit(most)
    taken = (
        sa.update(subscriptions)
        .where(subscriptions.c.id.in_(found.with_for_update(skip_locked=True)))
        .values(busy_until=now + busy_for)
        .returning(subscriptions)
    )
    return [subscription_of(row) for row in await work.session.execute(taken)]


async def next_delivery(work: UnitOfWork, subscription_id: UUID) -> Row | None:
    """The oldest delivery that is due, with the fact it is of; a ping has none."""
    outbox = work.kept.outbox
    query = (
        sa.select(deliveries, *(outbox.c[name].label(f"fact_{name}") for name in FACT))
        .join_from(deliveries, subscriptions)
        .outerjoin(outbox, outbox.c.event_id == deliveries.c.event_id)
        .where(deliveries.c.subscription_id == subscription_id, _due())
        .order_by(deliveries.c.place, deliveries.c.id)
        .limit(1)
    )
    return (await work.session.execute(query)).one_or_none()


async def mark(work: UnitOfWork, delivery_id: UUID, **values: Any) -> None:
    """Write down what came of an attempt."""
    marked = sa.update(deliveries).where(deliveries.c.id == delivery_id)
    await work.session.execute(marked.values(values))


async def release(work: UnitOfWork, subscription_id: UUID, **values: Any) -> None:
    """Let others take the subscription again."""
    freed = sa.update(subscriptions).where(subscriptions.c.id == subscription_id)
    await work.session.execute(freed.values(busy_until=None, **values))


async def forget_deliveries(work: UnitOfWork, *, before: datetime) -> int:
    """Let go of what was settled before that time; a replay makes it anew. How many."""
    settled = deliveries.c.state != DeliveryState.WAITING
    old = sa.delete(deliveries).where(settled, deliveries.c.last_at < before)
    return len((await work.session.scalars(old.returning(deliveries.c.id))).all())


def of_subscription(subscription_id: UUID) -> sa.Select[*tuple[Any, ...]]:
    """Its deliveries with the type of the fact of each."""
    return sa.select(deliveries).where(deliveries.c.subscription_id == subscription_id)


FACT = ("event_id", "type", "about", "case_id", "sequence", "body", "at", "trace")


def _due() -> sa.ColumnElement[bool]:
    """To an active one all that waits, to a pending one its ping."""
    pending = sa.and_(
        subscriptions.c.state == SubscriptionState.PENDING, deliveries.c.ping.is_not(None)
    )
    return sa.and_(
        deliveries.c.subscription_id == subscriptions.c.id,
        deliveries.c.state == DeliveryState.WAITING,
        deliveries.c.next_at <= sa.func.now(),
        sa.or_(subscriptions.c.state == SubscriptionState.ACTIVE, pending),
    )


def _wanted(outbox: sa.Table) -> sa.Select[*tuple[Any, ...]]:
    """Facts beside the active subscriptions that they fit."""
    bill_id = sa.cast(outbox.c.body["bill_id"].astext, sa.Uuid)
    led = sa.exists().where(
        bills.c.id == bill_id, bills.c.lead_committee_id == sa.any_(subscriptions.c.committees)
    )
    fits = (
        _any_or(subscriptions.c.bills, bill_id == sa.any_(subscriptions.c.bills)),
        _any_or(subscriptions.c.facts, outbox.c.type == sa.any_(subscriptions.c.facts)),
        _any_or(subscriptions.c.committees, led),
        subscriptions.c.state == SubscriptionState.ACTIVE,
    )
    columns = (subscriptions.c.id.label("subscription_id"), outbox.c.event_id, outbox.c.place)
    return sa.select(*columns).join_from(outbox, subscriptions, sa.true()).where(*fits)


def _any_or(asked: sa.Column[Any], fits: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return sa.or_(sa.func.cardinality(asked) == 0, fits)


async def _make(
    work: UnitOfWork, wanted: sa.Select[*tuple[Any, ...]], *, again: bool = False
) -> int:
    anew = _anew()
    values = (
        sa.literal(value) if isinstance(value, str | int) else value for value in anew.values()
    )
    rows = wanted.add_columns(sa.func.gen_random_uuid(), *values)
    names = ["subscription_id", "event_id", "place", "id", *anew]
    making = insert(deliveries).from_select(names, rows)
    key = [deliveries.c.subscription_id, deliveries.c.event_id]
    if again:
        making = making.on_conflict_do_update(index_elements=key, set_=anew)
    else:
        making = making.on_conflict_do_nothing(index_elements=key)
    return len((await work.session.scalars(making.returning(deliveries.c.id))).all())


def _literal(column: sa.Column[Any], value: Any) -> sa.ColumnElement[Any]:
    given = isinstance(value, sa.ColumnElement)
    return value if given else sa.literal(value, column.type)


def _anew() -> dict[str, Any]:
    """As if it had never been sent; its id, by which the receiver knows it, stays."""
    now = sa.func.now()
    return {"state": DeliveryState.WAITING, "attempts": 0, "next_at": now, "asked_at": now}
