"""The vote is suspended: something went wrong in the chamber or with the devices."""

from uuid import UUID

from services.voting.domain import entries
from services.voting.domain.vote import Vote
from services.voting.domain.vote_acts import suspend
from services.voting.store.clock import at_the_sitting
from services.voting.store.log import write_down
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def suspend_vote(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> Vote:
    """Ballots under way are recorded first; those that come later find the vote suspended."""
    vote = await Votes(work).get_to_close(vote_id)
    now = await at_the_sitting(work, occasion, vote.sitting_id)
    suspend(vote, now)
    await write_down(work, now.at, entries.suspended(vote, now.at))
    return vote
