"""What reaches the box at all: bodies that are no ballots, and a box out of reach."""

from uuid import UUID, uuid4

import pytest

from services.voting.store import ballot_box
from services.voting.store.ballot_box import BallotBox
from tests.voting import signing


@pytest.mark.parametrize(
    "changed",
    [
        *({"choice": choice} for choice in ("maybe", "FOR", "For", " for", "for\n", "", "за")),
        *({"choice": choice} for choice in (None, 1, True, ["for"], {"for": True}, "f" * 500_000)),
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


async def test_with_the_database_away_the_deputy_is_asked_to_come_back(floor, app, box):
    app.state.ballot_box = box
    vote_id = await floor.open_vote()
    await box._pool.close()  # noqa: SLF001 as if the server had gone

    answer = await floor.cast(vote_id, floor.deputies[10])

    assert answer.status_code == 503
    assert answer.headers["retry-after"]


async def test_with_every_connection_taken_the_deputy_is_asked_to_come_back(
    floor, app, urls, monkeypatch
):
    monkeypatch.setattr(ballot_box, "PATIENCE_SECONDS", 0.05)
    vote_id = await floor.open_vote()
    async with BallotBox.opened(urls["service"], 1) as small:
        app.state.ballot_box = small
        async with small._pool.acquire():  # noqa: SLF001 as another ballot under way
            answer = await floor.cast(vote_id, floor.deputies[10])
        again = await floor.cast(vote_id, floor.deputies[10])

    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert again.status_code == 201
