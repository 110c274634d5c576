"""The window of a vote is over, and the clock closes it."""

from uuid import UUID

from services.voting.domain.certify import time_out
from services.voting.store.ballots import tally_of
from services.voting.store.clock import by_the_database_clock
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def time_out_vote(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> None:
    """As `close_vote`. Raises NotNow: someone else has closed it."""
    vote = await Votes(work).get_to_close(vote_id)
    vote.counted = await tally_of(work, vote_id)
    time_out(vote, await by_the_database_clock(work, occasion))
