"""Another service puts a question to the Kurultai."""

from datetime import datetime

from services.voting.domain.acts import note
from services.voting.domain.question import Question
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
