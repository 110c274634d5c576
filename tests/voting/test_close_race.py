"""The close among ballots under way: what was accepted is counted."""

import asyncio
import random
from collections import Counter
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.voting.actions.close_on_time import close_overdue
from services.voting.domain.ballot import Paper, Verdict
from services.voting.domain.stages import Choice

CHOICES = list(Choice)


# The lock pair of other systems, for comparison: KEY SHARE and NO KEY UPDATE do not conflict.
CAST_UNDER_KEY_SHARE = """
CREATE FUNCTION cast_under_key_share(in_vote uuid, in_person uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM FROM votes WHERE id = in_vote AND stage = 'open' FOR KEY SHARE;
    IF NOT FOUND THEN RETURN 'vote-closed'; END IF;
    INSERT INTO ballots (vote_id, person_id, id, choice, request_id, recorded_at, source)
    VALUES (in_vote, in_person, gen_random_uuid(), '"for"', gen_random_uuid(), clock_timestamp(),
        'electronic');
    RETURN 'accepted';
END $$
"""


CLOSE = """
UPDATE votes SET stage = 'closed', closed_at = clock_timestamp(), tally = '{}', outcome = 'rejected'
WHERE id = $1
"""


COUNT = "SELECT count(*) FROM ballots WHERE vote_id = $1"


CAST = """
SELECT verdict FROM cast_ballots(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY['"for"'::jsonb],
    ARRAY[$3::uuid], ARRAY[$4::uuid], 'electronic', NULL, true)
"""


async def test_whatever_was_accepted_around_the_close_was_counted(floor, box, running):
    """Fifteen votes are closed in the middle of a storm of sixty ballots each."""
    sitting_id = await floor.sit()
    voters, moments = floor.deputies[:60], random.Random(11)  # noqa: S311 no secret
    refused = 0
    for _ in range(15):
        vote_id = UUID(await floor.open_vote(sitting_id))

        async def late_or_not(person_id, vote_id=vote_id):
            await asyncio.sleep(moments.uniform(0, 0.06))
            return await box.cast(Paper(vote_id, person_id, moments.choice(CHOICES), uuid4()))

        async def close(vote_id=vote_id):
            await asyncio.sleep(0.03)
            await floor.end_window(str(vote_id), "0")
            await close_overdue(running, vote_id)

        *cast, _ = await asyncio.gather(*map(late_or_not, voters), close())

        accepted = Counter(one.ballot.choice for one in cast if one.verdict is Verdict.ACCEPTED)
        refused += sum(one.verdict is Verdict.VOTE_CLOSED for one in cast)
        tally = (await floor.get(f"/votes/{vote_id}"))["tally"]
        counted = {"for": tally["votes_for"]} | {c: tally[c] for c in ("against", "abstained")}
        assert counted == {choice: accepted[choice] for choice in CHOICES}
        assert sum(accepted.values()) == await floor.admin.fetchval(COUNT, vote_id)
    assert 0 < refused < 15 * 60  # the storm was on both sides of the close


async def test_the_close_waits_for_a_ballot_under_way_and_counts_it(floor, urls, running):
    vote_id = UUID(await floor.open_vote())
    async with as_role(urls, "service") as voter:
        transaction = voter.transaction()
        await transaction.start()
        assert await cast_by(voter, vote_id, floor.deputies[4]) == "accepted"
        await floor.end_window(str(vote_id))

        closing = asyncio.create_task(close_overdue(running, vote_id))
        done, _ = await asyncio.wait([closing], timeout=0.3)
        assert not done
        await transaction.commit()
        await closing

    assert (await floor.get(f"/votes/{vote_id}"))["tally"]["votes_for"] == 1


async def test_a_ballot_that_waited_for_the_close_sees_the_vote_closed(floor, urls, box):
    vote_id = UUID(await floor.open_vote())
    paper = Paper(vote_id, floor.deputies[4], Choice.FOR, uuid4())
    async with as_role(urls, "service") as closer:
        transaction = closer.transaction()
        await transaction.start()
        await closer.execute("SELECT lock_vote_to_close($1)", vote_id)

        casting = asyncio.create_task(box.cast(paper))
        done, _ = await asyncio.wait([casting], timeout=0.3)
        assert not done
        await closer.execute(CLOSE, vote_id)
        await transaction.commit()

        assert (await casting).verdict is Verdict.VOTE_CLOSED


async def test_with_locks_that_do_not_conflict_an_accepted_ballot_is_lost(floor, urls):
    """The negative control: the very interleaving above, under the lock pair seen elsewhere."""
    vote_id, deputy = UUID(await floor.open_vote()), floor.deputies[4]
    async with (
        as_role(urls, "owner") as owner,
        as_role(urls, "service") as voter,
        as_role(urls, "service") as closer,
    ):
        await owner.execute(CAST_UNDER_KEY_SHARE)
        casting = voter.transaction()
        await casting.start()
        accepted = await voter.fetchval("SELECT cast_under_key_share($1, $2)", vote_id, deputy)
        async with closer.transaction():
            await closer.execute("SELECT FROM votes WHERE id = $1 FOR NO KEY UPDATE", vote_id)
            counted = await closer.fetchval(COUNT, vote_id)
        await casting.commit()
        on_record = await closer.fetchval(COUNT, vote_id)
        await owner.execute("DROP FUNCTION cast_under_key_share(uuid, uuid)")

    assert (accepted, counted, on_record) == ("accepted", 0, 1)


@pytest.mark.parametrize("isolation", ["repeatable_read", "serializable"])
async def test_what_was_seen_before_the_lock_is_never_counted_on(floor, urls, isolation):
    vote_id = UUID(await floor.open_vote())
    async with as_role(urls, "service") as connection:
        for call in (
            cast_by(connection, vote_id, floor.deputies[4]),
            connection.execute("SELECT lock_vote_to_close($1)", vote_id),
        ):
            with pytest.raises(asyncpg.InvalidTransactionStateError, match="READ COMMITTED"):
                async with connection.transaction(isolation=isolation):
                    await call

    assert await floor.admin.fetchval(COUNT, vote_id) == 0


async def cast_by(connection, vote_id, person_id) -> str:
    return await connection.fetchval(CAST, vote_id, person_id, uuid4(), uuid4())


@asynccontextmanager
async def as_role(urls, role):
    """A session of its own, and no trace of it afterwards, whatever came of the test."""
    connection = await asyncpg.connect(urls[role].replace("postgresql+asyncpg", "postgresql"))
    try:
        yield connection
    finally:
        connection.terminate()
