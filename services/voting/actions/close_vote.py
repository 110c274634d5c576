"""The presiding officer closes the vote, and the count becomes its result."""

from uuid import UUID

from services.voting.domain.certify import close
from services.voting.domain.vote import Vote
from services.voting.store.ballots import tally_of
from services.voting.store.clock import by_the_database_clock
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def close_vote(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> Vote:
    """Lock, then look, then count: each sees all that was recorded before it."""
    vote = await Votes(work).get_to_close(vote_id)
    vote.counted = await tally_of(work, vote_id)
    close(vote, await by_the_database_clock(work, occasion))
    return vote
