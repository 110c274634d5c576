"""A request sent twice is carried out once."""

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from shared.web.repeats import forget_answers
from tests.web.web_service import KEPT, PETITIONS

LODGING = {"title": {"kk": "Өтініш", "ru": "Петиция"}}


async def count(engine, table=PETITIONS):
    async with engine.connect() as connection:
        return await connection.scalar(sa.select(sa.func.count()).select_from(table))


async def test_a_repeated_request_gets_the_answer_of_the_first(http, signed, engine):
    headers = signed | {"Idempotency-Key": "lodging-1"}

    first = await http.post("/petitions", json=LODGING, headers=headers)
    second = await http.post("/petitions", json=LODGING, headers=headers)

    assert (second.status_code, second.json()) == (201, first.json())
    assert second.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    for name in ("etag", "location", "content-type"):
        assert second.headers[name] == first.headers[name]
    assert await count(engine) == 1


async def test_twenty_at_once_under_one_key_act_once(http, signed, engine):
    headers = signed | {"Idempotency-Key": "lodging-2"}

    async def lodge():
        return await http.post("/petitions", json=LODGING, headers=headers)

    answers = await asyncio.gather(*(lodge() for _ in range(20)))

    given = [answer for answer in answers if answer.status_code == 201]
    waiting = [answer for answer in answers if answer.status_code != 201]
    assert len({answer.text for answer in given}) == 1
    assert all(a.json()["code"] == "in-progress" and a.headers["retry-after"] for a in waiting)
    assert await count(engine) == 1
    assert (await lodge()).text == given[0].text


async def test_a_key_of_one_request_is_not_for_another(http, signed, engine):
    headers = signed | {"Idempotency-Key": "lodging-3"}
    await http.post("/petitions", json=LODGING, headers=headers)

    answer = await http.post("/petitions", json=LODGING | {"number": 2}, headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (422, "key-reused")
    assert await count(engine) == 1


async def test_a_key_of_one_address_is_not_for_another(http, signed, lodge):
    petition, other = await lodge(), await lodge()
    headers = signed | {"Idempotency-Key": "filing"}
    await http.post(f"/petitions/{petition['id']}/filing", headers=headers)

    answer = await http.post(f"/petitions/{other['id']}/filing", headers=headers)

    assert answer.json()["code"] == "key-reused"


async def test_two_persons_may_use_the_same_key(http, signed, identity, engine):
    key = {"Idempotency-Key": "lodging-4"}
    other = {"Authorization": f"Bearer {identity.token(uuid4())}"}

    mine = await http.post("/petitions", json=LODGING, headers=signed | key)
    theirs = await http.post("/petitions", json=LODGING, headers=other | key)

    assert mine.json()["id"] != theirs.json()["id"]
    assert await count(engine) == 2


async def test_a_refusal_is_not_kept_so_that_the_request_can_succeed_later(
    http, signed, lodge, engine
):
    petition = await lodge(number=0)
    path, headers = f"/petitions/{petition['id']}/filing", signed | {"Idempotency-Key": "later"}
    refused = await http.post(path, headers=headers)
    async with engine.begin() as connection:
        await connection.execute(sa.update(PETITIONS).values(number=5))

    answer = await http.post(path, headers=headers)

    assert (refused.status_code, answer.status_code) == (409, 200)
    assert "idempotency-replayed" not in answer.headers


async def test_what_could_not_be_committed_is_not_kept_either(http, signed, engine):
    headers = signed | {"Idempotency-Key": "promise"}

    answer = await http.post(f"/petitions/{uuid4()}/promises", headers=headers)

    assert answer.status_code == 500
    assert await count(engine, KEPT.repeats) == 0


def digest(key):
    """A key as it is kept."""
    return hashlib.sha256(key.encode()).hexdigest()


async def test_old_answers_are_let_go_and_new_ones_kept(http, signed, app, engine):
    for key in ("old", "new"):
        await http.post("/petitions", json=LODGING, headers=signed | {"Idempotency-Key": key})
    now = datetime.now(UTC)
    async with engine.begin() as connection:
        kept = KEPT.repeats
        aged = sa.update(kept).where(kept.c.key == digest("old")).values(at=now - timedelta(days=9))
        await connection.execute(aged)

    async with app.state.desk.work() as work:
        await forget_answers(work, before=now - timedelta(days=7))

    async with engine.connect() as connection:
        assert await connection.scalar(sa.select(KEPT.repeats.c.key)) == digest("new")


@pytest.mark.parametrize("key", ["", "a" * 256, "with space", "tab\t", "ключ".encode()])
async def test_a_key_must_be_short_and_plain(http, signed, engine, key):
    headers = [(k.encode(), v.encode()) for k, v in signed.items()]
    headers.append((b"Idempotency-Key", key if isinstance(key, bytes) else key.encode()))

    answer = await http.post("/petitions", json=LODGING, headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (400, "bad-idempotency-key")
    assert await count(engine) == 0


async def test_the_answer_again_needs_the_same_sign_in_as_the_act(http, signed, identity, clerk):
    key = {"Idempotency-Key": "mine"}
    await http.post("/petitions", json=LODGING, headers=signed | key)
    expired = {"Authorization": f"Bearer {identity.token(clerk, exp=1)}"}

    nobody = await http.post("/petitions", json=LODGING, headers=key)
    late = await http.post("/petitions", json=LODGING, headers=expired | key)

    assert (nobody.status_code, late.status_code) == (401, 401)
