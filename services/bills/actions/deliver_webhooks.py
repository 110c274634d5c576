"""Facts are sent to those who asked for them: at least once, to each receiver one at a time."""

import asyncio
import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from services.bills.domain.subscription import (
    DISABLED_AFTER,
    GIVEN_UP_AFTER,
    DeliveryState,
    SubscriptionState,
    WhyDisabled,
    pause_after,
)
from services.bills.store.deliveries import (
    FACT,
    Row,
    claim,
    find_subscribers,
    forget_deliveries,
    mark,
    next_delivery,
    release,
)
from services.bills.store.subscriptions import Subscription
from shared.messaging.envelope import Envelope
from shared.messaging.signatures import Keyring
from shared.service import Running
from shared.store.unit_of_work import Desk
from shared.webhooks import Answer, Message, Poster, Signer

log = structlog.get_logger()

EVERY_S = 0.5
RECEIVERS_AT_ONCE = 32
IN_A_ROW = 20
SHOWN_FOR, FORGET_EVERY_S = timedelta(days=30), 3600
BUSY_FOR = timedelta(seconds=12 * IN_A_ROW)
"""Longer than so many messages take at most: who holds a receiver so long is dead."""


@dataclass(frozen=True, slots=True)
class Post:
    """All that sending needs.

    Attributes:
        keyring: signs the facts themselves, as they are signed in the stream.
        signer: signs the messages.
    """

    desk: Desk
    keyring: Keyring
    signer: Signer
    poster: Poster


async def deliver_webhooks(running: Running) -> None:
    """Until cancelled. Several workers share the receivers: one holds each at a time."""
    kept = running.app.state.post
    if kept is None:
        await asyncio.Event().wait()
    async with Poster(to_loopback=running.settings.webhooks_to_loopback) as poster:
        post = Post(running.desk, kept.keyring, kept.signer, poster)
        while True:
            if not await deliver_some(post):
                await asyncio.sleep(EVERY_S)


async def forget_old_deliveries(running: Running) -> None:
    """What came of a message is shown for a month."""
    while True:
        async with running.desk.work() as work:
            await forget_deliveries(work, before=datetime.now(UTC) - SHOWN_FOR)
        await asyncio.sleep(FORGET_EVERY_S)


async def deliver_some(post: Post) -> int:
    """Find subscribers of what was told, and send what is due; to how many receivers."""
    async with post.desk.work() as work:
        await find_subscribers(work)
    async with post.desk.work() as work:
        taken = await claim(work, most=RECEIVERS_AT_ONCE, busy_for=BUSY_FOR)
    async with asyncio.TaskGroup() as tasks:
        for subscription in taken:
            tasks.create_task(_send_to(post, subscription))
    return len(taken)


async def _send_to(post: Post, subscription: Subscription) -> None:
    """Some messages to one receiver, until it takes one no more or there are none."""
    changes: dict[str, Any] = {}
    for _ in range(IN_A_ROW):
        async with post.desk.work() as work:
            delivery = await next_delivery(work, subscription.id)
        if delivery is None:
            break
        answer = await _send(post, subscription, delivery)
        changes = _changed(subscription, delivery, answer)
        async with post.desk.work() as work:
            await mark(work, delivery.id, **_noted(delivery, answer))
        if changes.get("state") or not answer.taken:
            break
    async with post.desk.work() as work:
        await release(work, subscription.id, **changes)


async def _send(post: Post, subscription: Subscription, delivery: Row) -> Answer:
    now = datetime.now(UTC)
    message = Message(f"msg_{delivery.id.hex}", _body(post.keyring, delivery))
    secrets = [post.signer.secret_of(name) for name in subscription.secrets_at(now)]
    headers = post.signer.headers(message, int(now.timestamp()), secrets)
    return await post.poster.post(subscription.target, message.body, headers)


def _body(keyring: Keyring, delivery: Row) -> bytes:
    """The event as it stands in the stream, signature and all; the same bytes each time."""
    if delivery.ping is not None:
        return json.dumps(delivery.ping, ensure_ascii=False).encode()
    row = {name: getattr(delivery, f"fact_{name}") for name in FACT}
    return keyring.signed(Envelope.of_row(row)).as_bytes()


def _noted(delivery: Row, answer: Answer) -> dict[str, Any]:
    """What is written of the attempt."""
    now, attempts = datetime.now(UTC), delivery.attempts + 1
    seen = {"attempts": attempts, "last_at": now}
    seen |= {"last_status": answer.status, "last_error": answer.error}
    if answer.taken:
        return seen | {"state": DeliveryState.TAKEN}
    if answer.gone or now - delivery.asked_at > GIVEN_UP_AFTER:
        return seen | {"state": DeliveryState.GIVEN_UP}
    chance = random.random()  # noqa: S311 it spreads, and hides nothing
    return seen | {"next_at": now + pause_after(attempts, chance)}


def _changed(subscription: Subscription, delivery: Row, answer: Answer) -> dict[str, Any]:
    """What the answer changes about the subscription itself."""
    now = datetime.now(UTC)
    if answer.taken:
        opened = {"state": SubscriptionState.ACTIVE, "active_since": now}
        pinged = delivery.ping is not None and subscription.state is SubscriptionState.PENDING
        return {"failing_since": None} | (opened if pinged else {})
    if answer.gone:
        return _disabled(subscription, WhyDisabled.GONE)
    since = subscription.failing_since or now
    if now - since > DISABLED_AFTER:
        return _disabled(subscription, WhyDisabled.FAILING)
    return {"failing_since": since}


def _disabled(subscription: Subscription, why: WhyDisabled) -> dict[str, Any]:
    log.warning("subscription disabled", subscription_id=str(subscription.id), why=why)
    return {"state": SubscriptionState.DISABLED, "why_disabled": why}
