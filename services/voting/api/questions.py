"""/questions: what the Kurultai is asked to decide."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.voting.actions.put_question import put_question
from services.voting.api.given import QuestionGiven
from services.voting.api.shown import QuestionShown
from services.voting.store.questions import Questions
from services.voting.store.tables import questions
from shared.web.dependencies import Here, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/questions", tags=["questions"], route_class=KurultaiRoute)


@router.post("", status_code=201)
async def put(given: QuestionGiven, work: Work, here: Here) -> QuestionShown:
    """Put a question of the Kurultai's own: a resolution, an election (the Apparatus)."""
    question = await put_question(work, here, dict(given))
    return QuestionShown.of(question)


@router.get("")
async def all_questions(
    work: Work, page: Page, *, decided: bool | None = None
) -> list[QuestionShown]:
    """Every question, the newest first; only those decided, or not yet, if asked."""
    order: dict[str, Any] = {"key": questions.c.put_at, "id_": questions.c.id}
    query = Questions.listed(decided=decided)
    rows = await page.rows(work.session, query, newest_first=True, **order)
    return [QuestionShown.of(*row[:3]) for row in rows]


@router.get("/{question_id}")
async def question(question_id: UUID, work: Work) -> QuestionShown:
    """A question, and the vote that decided it."""
    return QuestionShown.of(*await Questions(work).with_decision(question_id))
