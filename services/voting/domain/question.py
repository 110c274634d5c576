"""A question that the Kurultai is asked to decide."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.stages import QuestionStage
from shared.contracts import words
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Question(Aggregate):
    """A question with its wording, which never changes: another wording is another question."""

    id: UUID
    wording: words.Question
    stage: QuestionStage = QuestionStage.NEW
    version: int = 0
    put_at: datetime | None = None
