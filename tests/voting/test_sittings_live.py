"""Watching a sitting as it goes: the quorum, the item, who speaks; then its end."""

import asyncio
import json
from contextlib import asynccontextmanager
from itertools import groupby
from uuid import UUID, uuid4

import pytest

from services.voting.api import reading
from services.voting.api.sittings_live import SittingReaders
from services.voting.api.waking import woken_of_sittings
from tests.voting.test_live import events

QUORUM = 97


@pytest.fixture(autouse=True)
def _short_farewell(monkeypatch):
    monkeypatch.setattr(reading, "FAREWELL_SECONDS", 0.2)
    monkeypatch.setattr(reading, "LOOK_SECONDS", 0.02)


@pytest.fixture
async def registering(floor):
    """A sitting for which one deputy fewer is registered than a quorum."""
    sitting_id = await floor.registering()
    await floor.write_down(sitting_id, floor.deputies[: QUORUM - 1])
    return f"/sittings/{sitting_id}"


async def watch(floor, path, last_seen=None):
    headers = {"Last-Event-ID": str(last_seen)} if last_seen else {}
    async with asyncio.timeout(20):
        answer = await floor.http.get(f"{path}/live", headers=headers)
    assert answer.headers["content-type"] == "text/event-stream"
    return events(answer.text)


async def act(floor, path, by, body=None, status=None):
    """Act, and give who watches the time to see it."""
    done = await floor.post(path, body, by=by, status=status)
    await asyncio.sleep(0.15)
    return done


async def test_the_quorum_is_shown_as_deputies_register_and_as_mandates_end(floor, registering):
    watcher = asyncio.create_task(watch(floor, registering))
    await asyncio.sleep(0.2)
    await act(floor, f"{registering}/registration", floor.deputies[QUORUM - 1], status=201)
    await act(floor, f"{registering}/opening", floor.chair)
    await floor.end_mandate(floor.deputies[QUORUM - 2])
    await asyncio.sleep(0.2)
    await act(floor, f"{registering}/closing", floor.chair)

    told = await watcher

    seen = [(data["registered"], data["quorum_is_there"]) for _, _, data in told]
    assert [one for one, _ in groupby(seen)] == [(96, False), (97, True), (96, False)]
    assert {data["quorum"] for _, _, data in told} == {QUORUM}
    assert {data["provision"] for _, _, data in told} == {"Constitution 2026, art. 58(5)"}
    assert [name for _, name, _ in told] == ["sitting"] * (len(told) - 1) + ["closed"]
    numbers = [number for number, _, _ in told]
    assert numbers == sorted(set(numbers))


async def test_who_speaks_and_which_vote_is_open_is_shown(floor):
    sitting_id = await floor.sit(100)
    path = f"/sittings/{sitting_id}"
    debate = await floor.post(f"{path}/debates", {}, by=floor.chair)
    speech = {"kind": "debate"}
    asked = await floor.post(f"/debates/{debate['id']}/speeches", speech, by=floor.deputies[9])

    await floor.post(f"/speeches/{asked['id']}/giving", by=floor.chair)
    speaking = await floor.get(f"{path}/now")
    await floor.post(f"/speeches/{asked['id']}/ending", by=floor.chair)
    vote_id = await floor.open_vote(sitting_id)
    voting = await floor.get(f"{path}/now")

    assert speaking["speaker"]["person_id"] == str(floor.deputies[9])
    assert speaking["speaker"]["name"]["ru"]
    assert speaking["vote_id"] is None
    assert (voting["speaker"], voting["vote_id"]) == (None, vote_id)


async def test_who_comes_back_goes_on_and_after_the_end_sees_nothing_more(floor, registering):
    await floor.post(f"{registering}/registration", by=floor.deputies[QUORUM - 1], status=201)
    await floor.post(f"{registering}/opening", by=floor.chair)
    await floor.post(f"{registering}/closing", by=floor.chair)
    [(end, name, data)] = await watch(floor, registering)

    again = await watch(floor, registering, last_seen=end - 1)
    nothing = await floor.http.get(f"{registering}/live", headers={"Last-Event-ID": str(end)})

    assert (name, data["stage"]) == ("closed", "closed")
    assert again == [(end, name, data)]
    assert (nothing.status_code, nothing.content) == (204, b"")


async def test_nobody_watches_a_sitting_that_is_not(floor):
    answer = await floor.http.get(f"/sittings/{uuid4()}/live")
    assert answer.status_code == 404


async def test_what_is_told_of_a_sitting_or_of_its_parts_wakes_its_readers(desk):
    overheard, woken = {}, []

    @asynccontextmanager
    async def overhear(subject, told):
        overheard[subject] = told
        yield

    readers = SittingReaders(None, desk)
    readers.wake = woken.append
    sitting_id = uuid4()
    part = json.dumps({"data": {"sitting_id": str(sitting_id)}}).encode()
    agenda = json.dumps({"data": {"about_id": str(sitting_id)}}).encode()
    of_neither = json.dumps({"data": {"vote_id": str(uuid4())}}).encode()
    async with woken_of_sittings(readers, overhear):
        overheard["facts.voting.speech.>"]("facts.voting.speech.1", part)
        assert woken == []
        with readers.watching(sitting_id, None):
            overheard["facts.voting.speech.>"]("facts.voting.speech.1", part)
            overheard["facts.voting.agenda.>"]("facts.voting.agenda.1", agenda)
            overheard["facts.voting.vote.>"]("facts.voting.vote.1", of_neither)
    assert woken == [UUID(str(sitting_id))] * 2
    assert len(overheard) == 6
