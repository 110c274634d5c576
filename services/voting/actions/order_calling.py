"""The presiding officer gives the order in which the roll is called."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from services.voting.domain import vote_acts
from services.voting.domain.calling import calling_under
from services.voting.domain.vote import Vote
from services.voting.store.clock import at_the_sitting
from services.voting.store.composition import deputies_now
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def order_calling(
    work: UnitOfWork, occasion: Occasion, *, vote_id: UUID, asked: Mapping[str, Any]
) -> Vote:
    vote = await Votes(work).get(vote_id)
    vote.on_the_roll = await deputies_now(work, vote.sitting_id)
    here = await at_the_sitting(work, occasion, vote.sitting_id)
    vote_acts.order_calling(vote, here, calling_under(occasion.rules, **asked))
    return vote
