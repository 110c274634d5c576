"""An officer asks, with the reason, that a vote be annulled."""

from uuid import UUID

from services.voting.domain.certify import ask_to_annul
from services.voting.domain.vote import Vote
from services.voting.store.clock import at_the_sitting
from services.voting.store.votes import Votes
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def ask_to_annul_vote(
    work: UnitOfWork, occasion: Occasion, *, vote_id: UUID, reason: Bilingual
) -> Vote:
    vote = await Votes(work).get(vote_id)
    ask_to_annul(vote, await at_the_sitting(work, occasion, vote.sitting_id), reason)
    return vote
