"""Another service puts a question to the Kurultai, or takes it back."""

from datetime import datetime
from uuid import UUID

from services.voting.domain.question import Question
from services.voting.domain.question_acts import note, take_back
from services.voting.store.questions import Questions
from shared.contracts import words
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork


async def note_question(
    work: UnitOfWork, profile: Profile, wording: words.Question, at: datetime
) -> None:
    question = Question(wording.id, wording)
    note(question, Occasion.under(profile, Actor.body(Role.KURULTAI), at))
    Questions(work).add(question)


async def take_back_question(
    work: UnitOfWork, profile: Profile, question_id: UUID, at: datetime
) -> None:
    """Of a question that never was put there is nothing to take back: its ballot is secret."""
    question = await Questions(work).find(question_id)
    if question is not None:
        take_back(question, Occasion.under(profile, Actor.body(Role.KURULTAI), at))
