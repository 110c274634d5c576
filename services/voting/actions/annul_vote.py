"""A second person annuls a vote, as a first one asked."""

from uuid import UUID

from services.voting.domain import entries
from services.voting.domain.certify import annul
from services.voting.domain.vote import Vote
from services.voting.store.clock import at_the_sitting
from services.voting.store.log import write_down
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def annul_vote(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> Vote:
    vote = await Votes(work).get_to_close(vote_id)
    now = await at_the_sitting(work, occasion, vote.sitting_id)
    annul(vote, now)
    await write_down(work, now.at, entries.annulled(vote))
    return vote
