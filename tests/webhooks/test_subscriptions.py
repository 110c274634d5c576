"""Subscriptions: who may have one, of what, and how it becomes active, is changed and ends."""

import asyncio
import json
from base64 import b64decode
from uuid import uuid4

import pytest
import sqlalchemy as sa
from standardwebhooks import Webhook, WebhookVerificationError

from services.bills.domain.subscription import MOST_OF_ONE_PERSON
from tests.bills.builders import ANOTHER_DEPUTY, DEPUTY
from tests.bills.conftest import signature_of


async def test_a_subscription_is_active_once_its_receiver_has_taken_the_ping(house):
    answer = await house.post("/subscriptions", target=house.receiver.url)
    made = answer.json()
    await house.deliver()

    [(headers, body)] = house.receiver.sent
    event = Webhook(made["secret"]).verify(body, headers)
    shown = await house.get(f"/subscriptions/{made['id']}")
    assert (answer.status_code, made["state"], shown["state"]) == (201, "pending", "active")
    assert event["type"] == "kz.kurultai.bills.subscription_ping.v1"
    assert event["data"]["subscription_id"] == made["id"]
    assert headers["content-type"] == "application/cloudevents+json"
    assert "secret" not in shown


async def test_until_then_it_is_told_nothing(house):
    house.receiver.answers = [500]
    made = (await house.post("/subscriptions", target=house.receiver.url)).json()
    await house.deliver()
    await house.a_fact()
    await house.deliver()
    [ping] = await house.deliveries_of(made, pings=True)
    assert (len(house.receiver.sent), ping["state"], ping["last_status"]) == (1, "waiting", 500)
    assert (await house.get(f"/subscriptions/{made['id']}"))["state"] == "pending"


async def test_who_is_not_signed_in_has_none(house):
    for method, path in (("POST", ""), ("GET", ""), ("GET", f"/{uuid4()}")):
        answer = await house.http.request(
            method, f"/subscriptions{path}", json={"target": "https://example.org/"}
        )
        assert answer.status_code == 401


async def test_each_sees_and_changes_their_own_only(house):
    own = await house.subscribed()
    await house.a_fact()
    await house.deliver()
    [delivery] = await house.deliveries_of(own)
    place = f"/subscriptions/{own['id']}"
    paths = [
        ("GET", place),
        ("DELETE", place),
        ("GET", f"{place}/deliveries"),
        ("POST", f"{place}/ping"),
        ("POST", f"{place}/secret"),
        ("POST", f"{place}/replay"),
        ("POST", f"{place}/deliveries/{delivery['id']}/replay"),
    ]
    for method, path in paths:
        answer = await house.http.request(
            method,
            path,
            json={"since": "2026-01-01T00:00:00Z"} if path.endswith("/replay") else None,
            headers=signature_of(ANOTHER_DEPUTY),
        )
        assert (answer.status_code, answer.json()["code"]) == (404, "subscription-not-found")
    assert await house.get("/subscriptions", ANOTHER_DEPUTY) == []
    assert [each["id"] for each in await house.get("/subscriptions")] == [own["id"]]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"target": "http://10.0.0.1/"}, "target-refused"),
        ({"target": "https://169.254.169.254/"}, "target-refused"),
        ({"target": "javascript:alert(1)"}, "target-refused"),
        ({"target": "https://example.org/", "interest": {"facts": ["x"]}}, "unknown-fact"),
        ({"target": "https://example.org/", "interest": {"bills": ["7"]}}, "invalid-request"),
        ({"interest": {}}, "invalid-request"),
    ],
)
async def test_what_cannot_be_a_subscription_is_refused(house, given, code):
    answer = await house.post("/subscriptions", **given)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert await house.get("/subscriptions") == []


async def test_one_person_has_so_many_and_no_more_even_at_once(house):
    asked = [house.post("/subscriptions", target="https://example.org/") for _ in range(24)]
    answers = [answer.status_code for answer in await asyncio.gather(*asked)]
    assert sorted(answers) == [201] * MOST_OF_ONE_PERSON + [409] * 4
    assert len(await house.get("/subscriptions")) == MOST_OF_ONE_PERSON
    other = await house.post("/subscriptions", ANOTHER_DEPUTY, target="https://example.org/")
    assert other.status_code == 201


async def test_a_secret_is_shown_once_and_is_nowhere_in_the_database(house, desk):
    headers = signature_of(DEPUTY) | {"idempotency-key": "once"}
    answer = await house.http.post(
        "/subscriptions", json={"target": house.receiver.url}, headers=headers
    )
    secret = answer.json()["secret"]
    raw = b64decode(secret.removeprefix("whsec_"))
    async with desk.sessions() as session:
        for table in ("subscriptions", "deliveries", "repeats", "outbox", "acts"):
            rows = (await session.execute(sa.text(f"SELECT * FROM {table}"))).all()  # noqa: S608
            assert secret not in str(rows)
            assert raw.hex() not in str(rows)


async def test_while_a_secret_is_replaced_both_sign_and_then_the_new_one_alone(house, desk):
    made = await house.subscribed()
    new = (await house.post(f"/subscriptions/{made['id']}/secret")).json()
    await house.a_fact()
    await house.deliver()
    async with desk.work() as work:
        await work.session.execute(
            sa.text("UPDATE subscriptions SET rotated_at = now() - interval '25 hours'")
        )
    await house.a_fact()
    await house.deliver()

    (first, body), (second, body_2) = house.receiver.sent
    assert new["secret"] != made["secret"]
    assert new["generation"] == 2
    for secret in (made["secret"], new["secret"]):
        assert Webhook(secret).verify(body, first)
    assert Webhook(new["secret"]).verify(body_2, second)
    with pytest.raises(WebhookVerificationError):
        Webhook(made["secret"]).verify(body_2, second)


async def test_a_subscription_that_is_ended_is_told_nothing_more(house):
    made = await house.subscribed()
    answer = await house.http.delete(f"/subscriptions/{made['id']}", headers=signature_of(DEPUTY))
    await house.a_fact()
    await house.deliver()
    assert (answer.status_code, house.receiver.sent) == (204, [])
    assert await house.get("/subscriptions") == []


async def test_the_public_key_is_for_everybody(house):
    key = (await house.http.get("/subscriptions/key")).json()["public_key"]
    assert len(b64decode(key.removeprefix("whpk_"))) == 32


async def test_interests_choose_facts_by_bill_kind_and_committee(house, desk):
    first, second = await house.a_fact(), await house.a_fact()
    bills = await house.subscribed(bills=[second["id"]])
    kinds = await house.subscribed(facts=["bills.bill_withdrawn.v1"])
    committee = uuid4()
    led = await house.subscribed(committees=[str(committee)])
    every = await house.subscribed()
    async with desk.work() as work:
        await work.session.execute(
            sa.text("UPDATE bills SET lead_committee_id = :committee WHERE id = :bill"),
            {"committee": committee, "bill": first["id"]},
        )
    reason = {"kk": "Себебі бар.", "ru": "Есть причина."}
    for bill in (first, second):
        await house.post(f"/bills/{bill['id']}/withdrawal", reason=reason)
    await house.a_fact()
    await house.deliver()

    async def heard(subscription):
        mine = {each["message_id"] for each in await house.deliveries_of(subscription)}
        events = [
            json.loads(body)
            for headers, body in house.receiver.sent
            if headers["webhook-id"] in mine
        ]
        return sorted((e["type"].split(".")[3], e["data"]["bill_id"]) for e in events)

    withdrawn = [("bill_withdrawn", bill["id"]) for bill in (first, second)]
    assert await heard(bills) == [("bill_withdrawn", second["id"])]
    assert await heard(kinds) == sorted(withdrawn)
    assert await heard(led) == [("bill_withdrawn", first["id"])]
    assert len(await heard(every)) == 3
