"""A vote is closed: ballots are counted, the count becomes a result, and both go into the log."""

from collections.abc import Callable
from uuid import UUID

from services.voting.domain import entries
from services.voting.domain.certify import close, time_out
from services.voting.domain.vote import Vote
from services.voting.store.ballots import ballots_of, marks_of, tally_of
from services.voting.store.clock import at_the_sitting
from services.voting.store.log import write_down
from services.voting.store.votes import Votes
from shared.contracts.words import Form
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def count(work: UnitOfWork, vote: Vote) -> None:
    """Count the ballots as they are on record."""
    vote.counted = await tally_of(work, vote.id)
    if vote.question.form is not Form.YES_NO:
        vote.marks = await marks_of(work, vote.id)


async def close_vote(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> Vote:
    """The presiding officer closes it."""
    return await _closed(work, occasion, vote_id, close)


async def time_out_vote(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> Vote:
    """The clock closes it. Raises NotNow: someone else has."""
    return await _closed(work, occasion, vote_id, time_out)


async def _closed(
    work: UnitOfWork, occasion: Occasion, vote_id: UUID, act: Callable[[Vote, Occasion], None]
) -> Vote:
    """Lock, then look, then count: each sees all that was recorded before it."""
    vote = await Votes(work).get_to_close(vote_id)
    await count(work, vote)
    now = await at_the_sitting(work, occasion, vote.sitting_id)
    act(vote, now)
    ballots = [ballot.entry for ballot in await ballots_of(work, vote_id)]
    await write_down(work, now.at, *ballots, entries.closed(vote))
    return vote
