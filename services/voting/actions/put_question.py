"""A question of the Kurultai's own is put."""

from collections.abc import Mapping
from typing import Any

from services.voting.domain.question import Question
from services.voting.domain.question_acts import put
from services.voting.store.questions import Questions
from shared.contracts import words
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def put_question(work: UnitOfWork, occasion: Occasion, asked: Mapping[str, Any]) -> Question:
    """Put what is `asked`: title, decision, form and items, as in `words.Question`.

    The question is the resolution that it asks for: one id for both.
    """
    id_ = new_id()
    wording = words.Question(id=id_, matter=words.Matter.RESOLUTION, case_id=id_, **asked)
    question = Question(id_, wording)
    put(question, occasion)
    return Questions(work).add(question)
