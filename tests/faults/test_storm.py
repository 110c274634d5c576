"""Everyone at once, twenty times; then four votes at once: what was told is what was counted."""

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHOICES = ("for", "against", "abstained")
RELEASED_WITHIN_S, LATE = 0.3, 5
ENDS_EARLY = 4
"""One vote of so many ends in the middle of the storm, and has ballots to refuse."""
REASONS = {"vote-closed"}


@dataclass
class Ledger:
    """What the deputies of one vote sent, and what they were told of it."""

    vote_id: UUID
    taken: dict[UUID, str] = field(default_factory=dict)
    refused: dict[UUID, str] = field(default_factory=dict)

    @property
    def tally(self) -> Counter[str]:
        return Counter(self.taken.values())


async def test_145_ballots_at_once_are_taken_or_refused_with_a_reason_twenty_times(house):
    chance = random.Random(14)  # noqa: S311 no secret
    ledgers = [Ledger(vote_id) for vote_id in await house.open_votes(20)]
    for number, ledger in enumerate(ledgers):
        await stormed(house, ledger, chance, ends_early=number % ENDS_EARLY == 0)
        await closed_as(house, ledger)

    assert all(ledger.taken for ledger in ledgers)
    assert [bool(ledger.refused) for ledger in ledgers] == [n % ENDS_EARLY == 0 for n in range(20)]


async def test_of_four_votes_at_once_none_gets_a_ballot_of_another(house):
    chance = random.Random(15)  # noqa: S311 no secret
    ledgers = [Ledger(vote_id) for vote_id in await house.open_votes(4)]

    await asyncio.gather(*(stormed(house, ledger, chance) for ledger in ledgers))

    for ledger in ledgers:
        assert len(ledger.taken) == len(house.floor.deputies)
        await closed_as(house, ledger)


async def test_145_deputies_who_lost_the_answer_get_the_same_receipt(house):
    [vote_id] = await house.open_votes(1)
    chance = random.Random(16)  # noqa: S311 no secret

    async def impatient(person_id, request_id):
        """Hang up at some moment, before or after the ballot is recorded; then ask twice more."""
        ballot = (str(vote_id), person_id, "for", request_id)
        first = asyncio.create_task(house.floor.cast(*ballot))
        await asyncio.wait([first], timeout=chance.uniform(0, 0.1))
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        return [await house.floor.cast(*ballot) for _ in range(2)]

    answers = await asyncio.gather(
        *(impatient(person_id, uuid4()) for person_id in house.floor.deputies)
    )

    receipts = {one.json()["receipt"] for one, _ in answers}
    assert all(one.content == other.content for one, other in answers)
    assert {one.status_code for one, _ in answers} <= {200, 201}
    assert {other.status_code for _, other in answers} == {200}
    assert len(receipts) == len(await house.on_record(vote_id)) == len(answers)


async def test_who_asks_again_as_if_for_the_first_time_is_refused(house):
    """The negative control: it is the request's own id by which a ballot is known again."""
    [vote_id] = await house.open_votes(1)
    deputies = house.floor.deputies[:10]
    for status in (201, 409):
        answers = await asyncio.gather(*(house.floor.cast(str(vote_id), p) for p in deputies))
        assert {answer.status_code for answer in answers} == {status}


async def test_a_single_ballot_that_disappears_is_missed(house):
    """The negative control of the ledger."""
    [vote_id] = await house.open_votes(1)
    ledger = Ledger(vote_id)
    await stormed(house, ledger, random.Random(17))  # noqa: S311 no secret
    gone = "DELETE FROM ballots WHERE vote_id = $1 AND person_id = $2"
    await house.admin.execute(gone, vote_id, house.floor.deputies[77])

    with pytest.raises(AssertionError, match="Counter"):
        await closed_as(house, ledger)


async def stormed(house, ledger, chance, *, ends_early=False):
    """All deputies cast, each at a moment of their own; a few of them after the end, if early."""
    first, ended = asyncio.Event(), asyncio.Event()
    late = set(house.floor.deputies[-LATE:]) if ends_early else set()

    async def cast(person_id, choice, moment):
        await (ended.wait() if person_id in late else asyncio.sleep(moment))
        answer = await house.floor.cast(str(ledger.vote_id), person_id, choice)
        told = answer.json()
        if answer.status_code == 201:
            assert told["choice"] == choice
            ledger.taken[person_id] = choice
            first.set()
        else:
            assert told["detail"]
            ledger.refused[person_id] = told["code"]

    async def end():
        await first.wait()
        await house.floor.end_window(str(ledger.vote_id), "0")
        ended.set()

    moments = [chance.uniform(0, RELEASED_WITHIN_S) for _ in house.floor.deputies]
    choices = chance.choices(CHOICES, k=len(moments))
    casting = map(cast, house.floor.deputies, choices, moments)
    await asyncio.gather(*casting, *([end()] if ends_early else []))
    assert set(ledger.refused.values()) <= REASONS


async def closed_as(house, ledger):
    """The Chair closes the vote: certified, by name and on record it is what the ledger says."""
    path = str(ledger.vote_id)
    await house.floor.end_window(path, "0")
    tally = (await house.floor.close(path))["tally"]
    counted = Counter(dict(zip(CHOICES, map(tally.get, ("votes_for", *CHOICES[1:])), strict=True)))
    assert counted == ledger.tally
    assert await house.on_record(ledger.vote_id) == ledger.taken
