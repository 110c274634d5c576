"""What reaches the box at all: bodies that are no ballots, and a box out of reach."""

from uuid import UUID, uuid4

import pytest

from services.voting.store import ballot_box
from services.voting.store.ballot_box import BallotBox
from tests.voting import signing


@pytest.mark.parametrize(
    "changed",
    [
        *({"choice": choice} for choice in ("FOR", "For", " for", "for\n", "", "за", "f" * 41)),
        *(
            {"choice": choice}
            for choice in (None, 1, True, ["for"], {"for": True}, {}, "f" * 500_000)
        ),
        *({"request_id": id_} for id_ in (None, 7, "", "one", [], "0" * 100_000)),
        {"deputy": str(UUID(int=404))},
        {"person_id": str(UUID(int=404))},
        {"weight": 2},
        {"recorded_at": "2026-12-01T00:00:00Z"},
        {"a\u0000b": 1},
    ],
    ids=lambda changed: str(changed)[:40],
)
async def test_a_body_that_is_not_a_ballot_is_refused_and_nothing_is_recorded(
    http, settings, changed
):
    """The shape is looked at before anything is asked of the database."""
    body = {"choice": "for", "request_id": str(uuid4())} | changed

    headers = {"Authorization": f"Bearer {signing.token(uuid4(), settings)}"}

    answer = await http.post(f"/votes/{uuid4()}/ballot", json=body, headers=headers)

    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"", 422),
        (b"[]", 422),
        (b"null", 422),
        (b'"for"', 422),
        (b'{"choice":"for"', 400),
        (b'{"choice":"for"}', 422),
        (b"\xff\xfe", 400),
        (b"[" * 50_000, 400),
        (b'{"choice":"' + b"f" * 1_100_000 + b'"}', 413),
    ],
    ids=lambda raw: str(raw)[:20],
)
async def test_bytes_that_are_not_a_ballot_are_refused(http, settings, raw, status):
    token = signing.token(uuid4(), settings)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    answer = await http.post(f"/votes/{uuid4()}/ballot", content=raw, headers=headers)

    assert answer.status_code == status, answer.text


@pytest.mark.parametrize("name", ["choice", "request_id"])
async def test_a_name_given_twice_is_refused_and_nothing_is_recorded(floor, name):
    """Two readers of one text must not see two ballots in it."""
    vote_id, deputy = await floor.open_vote(), floor.deputies[10]
    twice = {"choice": '"for","choice":"against"', "request_id": f'"{uuid4()}"'}
    if name == "request_id":
        twice = {"choice": '"for"', "request_id": f'"{uuid4()}","request_id":"{uuid4()}"'}
    raw = f'{{"choice":{twice["choice"]},"request_id":{twice["request_id"]}}}'

    headers = floor.signed(deputy) | {"Content-Type": "application/json"}
    answer = await floor.http.post(f"/votes/{vote_id}/ballot", content=raw, headers=headers)

    assert answer.status_code == 400, answer.text
    assert answer.json()["code"] == "malformed-json"
    assert await floor.ballots_in(vote_id) == 0


async def test_with_the_database_away_the_deputy_is_asked_to_come_back(floor, app):
    vote_id = await floor.open_vote()
    nowhere = "postgresql+asyncpg://nobody:none@127.0.0.1:1/nothing"
    async with BallotBox.opened(nowhere) as away:
        app.state.ballot_box = away
        answer = await floor.cast(vote_id, floor.deputies[10])

    assert answer.status_code == 503
    assert answer.headers["retry-after"]


async def test_a_box_that_lost_its_connection_makes_another(floor):
    vote_id, request_id = await floor.open_vote(), uuid4()
    assert (await floor.cast(vote_id, floor.deputies[10], request_id=request_id)).is_success
    await floor.admin.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE $1",
        "%FROM cast_ballots(%",
    )

    answers = [await floor.cast(vote_id, floor.deputies[10], request_id=request_id) for _ in "12"]

    assert [answer.status_code for answer in answers] in ([503, 200], [200, 200])
    assert await floor.ballots_in(vote_id) == 1


async def test_with_too_many_waiting_the_deputy_is_asked_to_come_back(floor, app, monkeypatch):
    monkeypatch.setattr(ballot_box, "ROOM", 0)
    vote_id = await floor.open_vote()
    async with BallotBox.opened(floor.database_url) as small:
        app.state.ballot_box = small
        answer = await floor.cast(vote_id, floor.deputies[10])

    assert (answer.status_code, answer.json()["code"]) == (503, "box-is-full")
    assert answer.headers["retry-after"] == "1"
    assert await floor.ballots_in(vote_id) == 0
