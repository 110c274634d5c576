"""Everyone at once: no ballot twice, no vote closed twice."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from services.voting.actions.close_on_time import close_on_time, close_overdue
from services.voting.actions.open_vote import open_vote
from services.voting.domain.stages import Choice
from shared.contracts.voting import VoteClosed
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.occasion import Occasion
from tests.voting.builders import PROFILE, SEATS

CHOICES = list(Choice)


COUNT = "SELECT count(*) FROM ballots WHERE vote_id = $1"


async def test_145_deputies_vote_at_once(floor):
    vote_id = await floor.open_vote()
    choices = random.Random(7).choices(CHOICES, k=SEATS)  # noqa: S311 no secret

    answers = await asyncio.gather(
        *(floor.cast(vote_id, *ballot) for ballot in zip(floor.deputies, choices, strict=True))
    )

    assert {answer.status_code for answer in answers} == {201}
    closed = await floor.close(vote_id)
    expected = Counter(choices)
    assert closed["tally"] == {
        "votes_for": expected["for"],
        "against": expected["against"],
        "abstained": expected["abstained"],
        "present_not_voted": 0,
        "absent": 0,
        "absent_excused": 0,
        "recused": 0,
        "device_fault": 0,
        "voted": 0,
    }


@pytest.mark.parametrize("choices", [("for", "for"), ("for", "against")])
async def test_of_two_devices_at_once_one_ballot_stands(floor, choices):
    vote_id = await floor.open_vote()
    deputies = floor.deputies[:30]

    answers = await asyncio.gather(
        *(floor.cast(vote_id, person_id, choice) for person_id in deputies for choice in choices)
    )

    pairs = [sorted((a.status_code, b.status_code)) for a, b in zip(*[iter(answers)] * 2)]  # noqa: B905 two by two
    assert pairs == [[201, 409]] * 30
    assert {a.json()["code"] for a in answers if a.status_code == 409} == {"already-voted"}
    assert await floor.admin.fetchval(COUNT, UUID(vote_id)) == 30


async def test_the_same_request_from_ten_threads_of_one_device_is_one_ballot(floor):
    vote_id, request_id = await floor.open_vote(), uuid4()

    answers = await asyncio.gather(
        *(floor.cast(vote_id, floor.deputies[4], "for", request_id) for _ in range(10))
    )

    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    assert len({answer.content for answer in answers}) == 1


async def test_several_workers_close_a_vote_on_time_and_once(floor, running):
    vote_id = await floor.open_vote(window_seconds=1)
    await floor.cast_all(vote_id, ["for"] * 20)
    workers = [asyncio.create_task(close_on_time(running)) for _ in range(3)]

    async with asyncio.timeout(10):
        while (vote := await floor.get(f"/votes/{vote_id}"))["stage"] != "closed":  # noqa: ASYNC110 it is the worker that is waited for
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)  # time for a second worker to do it again
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)

    assert vote["tally"]["votes_for"] == 20
    results = await floor.admin.fetch("SELECT * FROM outbox WHERE type = $1", VoteClosed.type)
    assert len(results) == 1
    late = await floor.admin.fetchval("SELECT extract(epoch FROM closed_at - closes_at) FROM votes")
    assert 0 <= late < 1
    record = await floor.get(f"/votes/{vote_id}/acts")
    assert [(act["act"], act["role"]) for act in record][-1] == ("time_out", "clock")


async def test_the_chair_and_the_clock_at_once_make_one_result(floor, running):
    vote_id = await floor.open_vote()
    await floor.end_window(vote_id)

    answer, *_ = await asyncio.gather(
        floor.http.post(f"/votes/{vote_id}/closing", headers=floor.signed(floor.chair)),
        close_overdue(running, UUID(vote_id)),
        close_overdue(running, UUID(vote_id)),
    )

    assert answer.status_code in {200, 409}
    results = await floor.admin.fetch("SELECT * FROM outbox WHERE type = $1", VoteClosed.type)
    assert len(results) == 1


async def test_a_sitting_is_not_closed_while_one_of_its_votes_is_opening(floor, desk):
    sitting_id = await floor.sit()
    vote_id = await floor.prepare(sitting_id, await floor.ask())
    chair = Actor(floor.chair, frozenset({Standing(Role.CHAIR)}))
    path = f"/sittings/{sitting_id}/closing"

    async with desk.work() as work:
        here = Occasion.under(PROFILE, chair, datetime.now(UTC))
        await open_vote(work, here, vote_id=UUID(vote_id))
        closing = asyncio.create_task(
            floor.http.post(path, headers=floor.signed(floor.deputy_chair))
        )
        done, _ = await asyncio.wait([closing], timeout=0.3)
        assert not done

    assert (await closing).status_code == 409
    assert (await floor.get(f"/sittings/{sitting_id}"))["stage"] == "open"


async def test_a_vote_that_cannot_be_certified_stays_open_and_holds_up_no_other(floor, running):
    sitting_id = await floor.sit()
    broken, sound = await floor.open_vote(sitting_id), await floor.open_vote(sitting_id)
    await floor.admin.execute("DELETE FROM roll WHERE vote_id = $1 AND number = 9", UUID(broken))
    for vote_id in (broken, sound):
        await floor.end_window(vote_id)
        await close_overdue(running, UUID(vote_id))

    assert (await floor.get(f"/votes/{broken}"))["stage"] == "open"
    assert (await floor.get(f"/votes/{sound}"))["stage"] == "closed"
