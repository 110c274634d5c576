"""Two hundred votes, each closed amid sixty ballots: whatever was accepted was counted."""

import asyncio
import random
from collections import Counter
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from uuid import uuid4

import asyncpg
import pytest

from services.voting.actions.close_on_time import close_overdue
from services.voting.actions.close_vote import close_vote
from services.voting.domain.ballot import Paper, Verdict
from services.voting.domain.stages import Choice
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.occasion import Occasion
from tests.faults.ground import VOTING

pytestmark = pytest.mark.asyncio(loop_scope="module")

POLLS, VOTERS, AT_ONCE = 200, 60, 4
SPREAD_S = 0.04
"""Ballots come within this time; the close comes somewhere in the middle of it."""

# The lock pair of other systems: KEY SHARE and NO KEY UPDATE do not conflict.
CAST_UNDER_KEY_SHARE = """
CREATE FUNCTION cast_under_key_share(in_vote uuid, in_person uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM votes WHERE id = in_vote AND stage = 'open' FOR KEY SHARE;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO ballots (vote_id, person_id, id, choice, request_id, recorded_at, source)
    VALUES (in_vote, in_person, gen_random_uuid(), '"for"', gen_random_uuid(), clock_timestamp(),
        'electronic');
    RETURN true;
END $$
"""
LOCK_TO_CLOSE = "SELECT FROM votes WHERE id = $1 FOR NO KEY UPDATE"
COUNT = "SELECT count(*) FROM ballots WHERE vote_id = $1"
CLOSE = """
UPDATE votes SET stage = 'closed', closed_at = clock_timestamp(), tally = '{}', outcome = 'rejected'
WHERE id = $1
"""


async def test_of_200_votes_closed_in_a_storm_none_misses_an_accepted_ballot(house):
    chance = random.Random(20261123)  # noqa: S311 no secret
    polls = await house.open_votes(POLLS)
    fewer, one_at_a_time = asyncio.Semaphore(AT_ONCE), asyncio.Lock()
    refused = accepted_in_all = 0

    async def late_or_not(vote_id, person_id):
        await asyncio.sleep(chance.uniform(0, SPREAD_S))
        paper = Paper(vote_id, person_id, chance.choice(list(Choice)), uuid4())
        return await house.floor._box.cast(paper)  # noqa: SLF001 the box itself, no HTTP

    async def ended_and_closed(close, vote_id, *, after):
        await asyncio.sleep(after)
        async with one_at_a_time:
            await house.floor.end_window(str(vote_id), "0")
        await close(house, vote_id)

    async def poll(number, vote_id):
        async with fewer:
            voters = chance.sample(house.floor.deputies, VOTERS)
            close = by_the_chair if number % 2 else by_the_clock
            *cast, _ = await asyncio.gather(
                *(late_or_not(vote_id, person_id) for person_id in voters),
                ended_and_closed(close, vote_id, after=chance.uniform(0.25, 0.75) * SPREAD_S),
            )
            return cast

    for vote_id, cast in zip(
        polls, await asyncio.gather(*map(poll, range(POLLS), polls)), strict=True
    ):
        accepted = {one.ballot.person_id: one.ballot.choice for one in cast if one.ballot}
        assert {one.verdict for one in cast} <= {Verdict.ACCEPTED, Verdict.VOTE_CLOSED}
        refused += VOTERS - len(accepted)
        accepted_in_all += len(accepted)
        assert await house.on_record(vote_id) == accepted
        assert await certified(house, vote_id) == Counter(accepted.values())

    assert accepted_in_all > POLLS
    assert refused > POLLS  # the storm was on both sides of the close


async def test_with_locks_that_do_not_conflict_the_same_storm_loses_ballots(house, ground):
    """The negative control: were this test unable to find a loss, the one above proved nothing."""
    chance = random.Random(7)  # noqa: S311 no secret
    lost = 0
    async with AsyncExitStack() as opened:
        pool = await opened.enter_async_context(
            asyncpg.create_pool(ground.superuser_url(VOTING), min_size=VOTERS, max_size=VOTERS)
        )
        await house.admin.execute(CAST_UNDER_KEY_SHARE)
        opened.push_async_callback(
            house.admin.execute, "DROP FUNCTION cast_under_key_share(uuid, uuid)"
        )
        for vote_id in await house.open_votes(10):

            async def cast(person_id, vote_id=vote_id):
                await asyncio.sleep(chance.uniform(0, SPREAD_S))
                call = "SELECT cast_under_key_share($1, $2)"
                return await pool.fetchval(call, vote_id, person_id)

            async def close(vote_id=vote_id):
                await asyncio.sleep(SPREAD_S / 2)
                async with house.admin.transaction():
                    await house.admin.execute(LOCK_TO_CLOSE, vote_id)
                    counted = await house.admin.fetchval(COUNT, vote_id)
                    await house.admin.execute(CLOSE, vote_id)
                return counted

            voters = house.floor.deputies[:VOTERS]
            counted, *accepted = await asyncio.gather(close(), *map(cast, voters))
            lost += sum(accepted) - counted

    assert lost > 0


async def by_the_chair(house, vote_id):
    chair = Actor(house.floor.chair, frozenset({Standing(Role.CHAIR)}))
    async with house.running.desk.work() as work:
        here = Occasion.under(house.running.profile, chair, datetime.now(UTC))
        await close_vote(work, here, vote_id=vote_id)


async def by_the_clock(house, vote_id):
    await close_overdue(house.running, vote_id)


async def certified(house, vote_id):
    vote = await house.admin.fetchrow("SELECT stage, tally FROM votes WHERE id = $1", vote_id)
    assert vote["stage"] == "closed"
    tally = await house.admin.fetchrow(
        "SELECT t.* FROM jsonb_to_record($1) AS t (votes_for int, against int, abstained int)",
        vote["tally"],
    )
    return Counter(dict(zip(("for", "against", "abstained"), tally, strict=True)))
