"""/subscriptions: to be told of facts by signed webhooks. Each sees their own only."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from services.bills.actions.subscribe import ping_again, rotate_secret, subscribe
from services.bills.api.equipment import Post, post_of
from services.bills.api.subscriptions_given import ReplayGiven, SubscriptionGiven
from services.bills.api.subscriptions_shown import (
    DeliveryShown,
    KeyShown,
    ReplayShown,
    SubscriptionShown,
    SubscriptionWithSecret,
)
from services.bills.store.deliveries import of_subscription, send_again, send_one_again
from services.bills.store.subscriptions import (
    Subscription,
    own_subscription,
    remove,
    subscriptions_of,
)
from services.bills.store.tables import deliveries
from shared.web.dependencies import Here, Who, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.webhooks import check_target

router = APIRouter(prefix="/subscriptions", tags=["subscriptions"], route_class=KurultaiRoute)

Posting = Annotated[Post, Depends(post_of)]


async def _keep_no_secret(request: Request, work: Work) -> None:  # noqa: ARG001 it claims first
    """The answer is not kept for its Idempotency-Key: there is a secret in it."""
    request.state.claim = None


NotKept = Depends(_keep_no_secret)


@router.post("", status_code=201, dependencies=[NotKept])
async def make(
    given: SubscriptionGiven, work: Work, here: Here, who: Who, post: Posting
) -> SubscriptionWithSecret:
    """Ask to be told; a ping is sent first, and must be answered with 2xx."""
    target = check_target(given.target, to_loopback=post.to_loopback)
    made = await subscribe(work, who.person_id, here.at, target=target, interest=given.interest)
    return SubscriptionWithSecret.of(made, post.signer)


@router.get("", response_model=list[SubscriptionShown])
async def own(work: Work, who: Who) -> list[Subscription]:
    """One's own subscriptions."""
    return list(await subscriptions_of(work, who.person_id))


@router.get("/key")
async def key(post: Posting) -> KeyShown:
    """The public key of v1a signatures, for everybody."""
    return KeyShown(public_key=post.signer.public_key)


@router.get("/{subscription_id}", response_model=SubscriptionShown)
async def one(subscription_id: UUID, work: Work, who: Who) -> Subscription:
    """A subscription of one's own."""
    return await own_subscription(work, who.person_id, subscription_id)


@router.delete("/{subscription_id}", status_code=204)
async def end(subscription_id: UUID, work: Work, who: Who) -> Response:
    """End it, with all that waits."""
    found = await own_subscription(work, who.person_id, subscription_id)
    await remove(work, found.id)
    return Response(status_code=204)


@router.post("/{subscription_id}/ping", response_model=SubscriptionShown)
async def ping(subscription_id: UUID, work: Work, here: Here, who: Who) -> Subscription:
    """Send a ping; it also gives one that was disabled another chance."""
    return await ping_again(work, who.person_id, here.at, subscription_id=subscription_id)


@router.post("/{subscription_id}/secret", dependencies=[NotKept])
async def secret(
    subscription_id: UUID, work: Work, here: Here, who: Who, post: Posting
) -> SubscriptionWithSecret:
    """A new secret; for a day messages are signed by the old one too."""
    changed = await rotate_secret(work, who.person_id, here.at, subscription_id=subscription_id)
    return SubscriptionWithSecret.of(changed, post.signer)


@router.get("/{subscription_id}/deliveries")
async def sent(subscription_id: UUID, work: Work, who: Who, page: Page) -> list[DeliveryShown]:
    """What was or is to be sent, the oldest message first."""
    found = await own_subscription(work, who.person_id, subscription_id)
    query, places = of_subscription(found.id), deliveries.c
    rows = await page.rows(work.session, query, key=places.place, id_=places.id)
    return [DeliveryShown.of(row) for row in rows]


@router.post("/{subscription_id}/deliveries/{delivery_id}/replay")
async def again(subscription_id: UUID, delivery_id: UUID, work: Work, who: Who) -> DeliveryShown:
    """Send one message again, under the same webhook-id."""
    found = await own_subscription(work, who.person_id, subscription_id)
    return DeliveryShown.of(await send_one_again(work, found.id, delivery_id))


@router.post("/{subscription_id}/replay")
async def all_again(subscription_id: UUID, given: ReplayGiven, work: Work, who: Who) -> ReplayShown:
    """Send every fact since a time that it fits, those too from before the subscription."""
    found = await own_subscription(work, who.person_id, subscription_id)
    return ReplayShown(replayed=await send_again(work, found.id, given.since))
