"""A question goes on the floor of a sitting."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from services.voting.domain.calling import Calling, calling_under
from services.voting.domain.presiding import Presidency
from services.voting.domain.question import Question
from services.voting.domain.vote import Vote
from services.voting.domain.vote_acts import prepare
from services.voting.store.composition import deputies_now
from services.voting.store.questions import Questions
from services.voting.store.sittings import Sittings
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Visibility
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def prepare_vote(
    work: UnitOfWork,
    occasion: Occasion,
    asked: Mapping[str, Any],
    *,
    sitting_id: UUID,
) -> Vote:
    """Prepare what is `asked`: question_id, window_seconds, and roll_call as `calling_under` is."""
    sitting = await Sittings(work).get(sitting_id)
    question = await Questions(work).get(asked["question_id"])
    vote = Vote(new_id(), sitting.id, question.id, question.wording, asked["window_seconds"])
    vote.calling = _calling(question, occasion, asked["roll_call"])
    if vote.calling is not None:
        vote.on_the_roll = await deputies_now(work, sitting_id)
    votes = Votes(work)
    await votes.look_around(vote)
    await votes.look_back(vote)
    prepare(vote, Presidency.of(sitting).seen(occasion))
    return votes.add(vote)


def _calling(
    question: Question, occasion: Occasion, asked: Mapping[str, Any] | None
) -> Calling | None:
    """As it is asked; where the rules have the roll called anyway, in the usual order."""
    rule = occasion.rules.decision(question.wording.decision)
    if asked is None and rule.visibility is not Visibility.ROLL_CALL:
        return None
    return calling_under(occasion.rules, **(asked or {}))
