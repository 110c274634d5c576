"""Facts are sent at least once under one id, with growing patience, whoever dies on the way."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa
from standardwebhooks import Webhook

from services.bills.actions.deliver_webhooks import deliver_some
from services.bills.domain.subscription import LONGEST_PAUSE, pause_after
from services.bills.store.deliveries import find_subscribers, forget_deliveries
from services.bills.store.tables import deliveries, subscriptions, to_tell
from shared.messaging.envelope import Envelope, opened
from shared.messaging.signatures import Keyring
from tests.bills.builders import DEPUTY
from tests.bills.conftest import signature_of
from tests.webhooks.conftest import posting


async def set_times(desk, **values):
    async with desk.work() as work:
        await work.session.execute(sa.update(subscriptions).values(values))


def ago(**time):
    return datetime.now(UTC) - timedelta(**time)


async def test_a_fact_is_sent_as_it_stands_in_the_stream_signed_by_its_service(house, app):
    made = await house.subscribed()
    bill = await house.a_fact()
    await house.deliver()

    [(headers, body)] = house.receiver.sent
    event = Webhook(made["secret"]).verify(body, headers)
    envelope = Envelope.read(opened(body), teller="bills")
    own = app.state.post.keyring.own
    Keyring(own, {"bills": (own.public_key(),)}).check(event, datetime.now(UTC))
    assert (envelope.fact_type, str(envelope.case_id)) == ("bills.bill_drafted.v1", bill["id"])
    assert (event["specversion"], event["sequence"]) == ("1.0", 1)
    [delivery] = await house.deliveries_of(made)
    assert (delivery["state"], delivery["attempts"], delivery["last_status"]) == ("taken", 1, 204)
    assert delivery["event_id"] == event["id"]


async def test_a_fact_that_was_not_committed_is_not_sent(house, desk):
    await house.subscribed()
    refused = await house.post("/bills", kind="law")
    async with desk.sessions() as session:
        left = await session.scalar(sa.select(sa.func.count()).select_from(to_tell))
    await house.deliver()
    assert (refused.status_code, left, house.receiver.sent) == (422, 0, [])


async def test_it_is_sent_again_under_the_same_id_until_it_is_taken(house):
    made = await house.subscribed()
    house.receiver.answers = [500, 302, 404, 204]
    await house.a_fact()
    seen = []
    for _ in range(5):
        await house.deliver()
        [delivery] = await house.deliveries_of(made)
        seen.append((delivery["state"], delivery["attempts"], delivery["last_status"]))
        await house.make_due()
    assert seen == [
        ("waiting", 1, 500),
        ("waiting", 2, 302),
        ("waiting", 3, 404),
        ("taken", 4, 204),
        ("taken", 4, 204),
    ]
    assert len(house.receiver.sent) == 4
    assert len(set(house.receiver.ids)) == 1
    stamps = {body for _, body in house.receiver.sent}
    assert len(stamps) == 1


async def test_it_is_not_sent_before_its_time(house):
    await house.subscribed()
    house.receiver.answers = [500]
    await house.a_fact()
    await house.deliver()
    await house.deliver()
    assert len(house.receiver.sent) == 1


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 5), (2, 15), (3, 45), (4, 135), (5, 405)])
def test_the_pauses_grow(attempts, seconds):
    assert pause_after(attempts, 0.5).total_seconds() == pytest.approx(seconds)
    assert pause_after(attempts, 0.0).total_seconds() == pytest.approx(seconds * 0.8)
    assert pause_after(attempts, 1.0).total_seconds() == pytest.approx(seconds * 1.2)


@pytest.mark.parametrize("attempts", [9, 20, 10_000])
def test_and_are_never_longer_than_a_quarter_of_a_day(attempts):
    assert pause_after(attempts, 0.5) == LONGEST_PAUSE


async def test_after_three_days_a_message_is_given_up_and_the_next_is_tried(house):
    made = await house.subscribed()
    house.receiver.answers = [500, 204]
    await house.a_fact()
    await house.deliver()
    await house.make_due(asked_at=ago(days=3, hours=1))
    house.receiver.answers = [500]
    await house.deliver()
    [delivery] = await house.deliveries_of(made)
    await house.make_due()
    await house.a_fact()
    await house.deliver()
    assert delivery["state"] == "given_up"
    assert len(house.receiver.sent) == 3
    assert (await house.get(f"/subscriptions/{made['id']}"))["failing_since"] is None


async def test_who_says_gone_is_told_no_more_until_it_is_asked_again(house):
    made = await house.subscribed()
    house.receiver.answers = [410]
    await house.a_fact()
    await house.deliver()
    await house.a_fact()
    await house.deliver()
    shown = await house.get(f"/subscriptions/{made['id']}")
    told = len(house.receiver.sent)
    await house.post(f"/subscriptions/{made['id']}/ping")
    await house.deliver()
    again = await house.get(f"/subscriptions/{made['id']}")
    assert (shown["state"], shown["why_disabled"], told) == ("disabled", "gone", 1)
    assert (again["state"], again["why_disabled"]) == ("active", None)


async def test_who_takes_nothing_for_five_days_is_told_no_more(house, desk):
    made = await house.subscribed()
    house.receiver.answers = [503, 503]
    await house.a_fact()
    await house.deliver()
    await set_times(desk, failing_since=ago(days=5, hours=1))
    await house.make_due()
    await house.deliver()
    shown = await house.get(f"/subscriptions/{made['id']}")
    assert (shown["state"], shown["why_disabled"]) == ("disabled", "failing")


async def test_a_worker_that_dies_between_sending_and_marking_sends_again_the_same(
    house, app, desk
):
    made = await house.subscribed()
    await house.a_fact()
    house.receiver.answers = [0.3, 204]
    async with posting(app, desk) as post:
        dying = asyncio.create_task(deliver_some(post))
        while not house.receiver.sent:  # noqa: ASYNC110 it has it, and has not answered
            await asyncio.sleep(0.01)
        dying.cancel()
        await asyncio.gather(dying, return_exceptions=True)
    await house.deliver()
    held = len(house.receiver.sent)
    await set_times(desk, busy_until=ago(seconds=1))
    await house.deliver()

    assert (held, len(house.receiver.sent)) == (1, 2)
    assert len(set(house.receiver.ids)) == 1
    [delivery] = await house.deliveries_of(made)
    assert delivery["state"] == "taken"


async def test_two_workers_at_once_send_each_once(house, app, desk):
    made = await house.subscribed()
    bills = [await house.a_fact() for _ in range(30)]
    async with posting(app, desk) as one, posting(app, desk) as other:
        for _ in range(8):
            await asyncio.gather(deliver_some(one), deliver_some(other))
    cases = [json.loads(body)["data"]["bill_id"] for _, body in house.receiver.sent]
    assert sorted(cases) == sorted(bill["id"] for bill in bills)
    assert len(set(house.receiver.ids)) == 30
    assert len(await house.deliveries_of(made)) == 30


async def test_subscribers_are_found_once_however_many_look(house, desk):
    made = await house.subscribed()
    for _ in range(10):
        await house.a_fact()

    async def look():
        async with desk.work() as work:
            return await find_subscribers(work)

    looked = await asyncio.gather(*(look() for _ in range(6)))
    assert sum(looked) == 10
    assert len(await house.deliveries_of(made)) == 10


async def test_a_receiver_that_is_slow_keeps_the_others_from_nothing(house, app, desk):
    slow = await house.subscribed()
    await set_times(desk, target=f"{house.receiver.url}/slow")
    quick = await house.subscribed()
    await house.a_fact()
    house.receiver.answers = [3.0, 204]
    async with posting(app, desk, patience_s=1.0) as post:
        await deliver_some(post)
    states = [(await house.deliveries_of(each))[0]["state"] for each in (slow, quick)]
    assert sorted(states) == ["taken", "waiting"]


async def test_one_message_is_sent_again_under_its_id(house):
    made = await house.subscribed()
    await house.a_fact()
    await house.deliver()
    [delivery] = await house.deliveries_of(made)
    answer = await house.post(f"/subscriptions/{made['id']}/deliveries/{delivery['id']}/replay")
    await house.deliver()
    missing = await house.post(f"/subscriptions/{made['id']}/deliveries/{uuid4()}/replay")
    assert (answer.status_code, answer.json()["state"]) == (200, "waiting")
    assert house.receiver.ids == [delivery["message_id"]] * 2
    assert missing.status_code == 404


async def test_all_since_a_time_are_sent_again_and_those_before_the_subscription_too(house):
    earlier = await house.a_fact()
    began = datetime.now(UTC)
    made = await house.subscribed()
    later = await house.a_fact()
    await house.deliver()
    place = f"/subscriptions/{made['id']}/replay"

    some = await house.post(place, since=began.isoformat())
    every = await house.post(place, since="2026-01-01T00:00:00Z")
    await house.deliver()

    told = [json.loads(body)["data"]["bill_id"] for _, body in house.receiver.sent]
    assert (some.json(), every.json()) == ({"replayed": 1}, {"replayed": 2})
    assert told == [later["id"], earlier["id"], later["id"]]
    assert house.receiver.ids[0] == house.receiver.ids[2]


async def test_what_waits_for_a_disabled_receiver_is_sent_once_it_is_back(house, desk):
    made = await house.subscribed()
    house.receiver.answers = [500]
    await house.a_fact()
    await house.deliver()
    await set_times(desk, state="disabled", why_disabled="failing")
    await house.make_due()
    await house.deliver()
    before = len(house.receiver.sent)
    await house.post(f"/subscriptions/{made['id']}/ping")
    await house.deliver()
    assert (before, len(house.receiver.sent)) == (1, 3)


async def test_deliveries_are_paged_oldest_first(house):
    made = await house.subscribed()
    for _ in range(3):
        await house.a_fact()
    await house.deliver()
    async with house.desk.sessions() as session:
        order = sa.select(deliveries.c.id).order_by(deliveries.c.place)
        wanted = [str(each) for each in await session.scalars(order)]
    path, seen = f"/subscriptions/{made['id']}/deliveries?limit=2", []
    while path:
        answer = await house.http.get(path, headers=signature_of(DEPUTY))
        seen += [each["id"] for each in answer.json()]
        path = answer.links.get("next", {}).get("url")
    assert seen == wanted


async def test_what_was_settled_long_ago_is_forgotten_and_what_waits_is_not(house, desk):
    made = await house.subscribed()
    house.receiver.answers = [204, 500]
    await house.a_fact()
    await house.a_fact()
    await house.deliver()

    async with desk.work() as work:
        young = await forget_deliveries(work, before=ago(days=1))
        old = await forget_deliveries(work, before=datetime.now(UTC))

    left = await house.deliveries_of(made, pings=True)
    assert (young, old, [each["state"] for each in left]) == (0, 2, ["waiting"])


async def test_a_fact_from_before_a_subscription_was_active_is_not_sent_by_itself(house, desk):
    made = await house.subscribed()
    await house.a_fact()
    await set_times(desk, active_since=datetime.now(UTC) + timedelta(seconds=1))
    await house.deliver()
    assert (house.receiver.sent, await house.deliveries_of(made)) == ([], [])
