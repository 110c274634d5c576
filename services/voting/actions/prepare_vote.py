"""A question goes on the floor of a sitting."""

from uuid import UUID

from services.voting.domain.vote import Vote
from services.voting.domain.vote_acts import prepare
from services.voting.store.questions import Questions
from services.voting.store.sittings import Sittings
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def prepare_vote(
    work: UnitOfWork,
    occasion: Occasion,
    *,
    sitting_id: UUID,
    question_id: UUID,
    window_seconds: int | None,
) -> Vote:
    sitting = await Sittings(work).get(sitting_id)
    question = await Questions(work).get(question_id)
    vote = Vote(new_id(), sitting.id, question.id, question.wording, window_seconds)
    votes = Votes(work)
    await votes.look_around(vote)
    await votes.look_back(vote)
    prepare(vote, occasion)
    return votes.add(vote)
