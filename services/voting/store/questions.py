"""Where questions are kept, and which of them the Kurultai has decided."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.voting.domain.question import Question
from services.voting.domain.refusals import QuestionNotFound
from services.voting.domain.stages import VoteStage
from services.voting.domain.vote import DECIDED
from services.voting.store.tables import questions, votes
from shared.kernel.text import Text
from shared.store.cases import Cases


class Questions(Cases[Question]):
    kind = Question
    missing = QuestionNotFound
    no_such = Text(kk="{id} мәселесі жоқ.", ru="Вопроса {id} нет.", en="There is no question {id}.")

    async def find(self, question_id: UUID) -> Question | None:
        """The question, if it was put."""
        found = await self._work.session.get(Question, question_id)
        return None if found is None else self._work.touch(found)

    async def with_decision(self, question_id: UUID) -> tuple[Any, ...]:
        """The question, the vote that decided it and its outcome. Raises QuestionNotFound."""
        question = await self.get(question_id)
        query = self.listed(decided=None).where(questions.c.id == question.id)
        return tuple((await self._work.session.execute(query)).one())

    @staticmethod
    def listed(*, decided: bool | None) -> sa.Select[Any]:
        """Questions with the vote that decided each and its outcome, if there is one."""
        on_it = sa.and_(
            votes.c.question_id == questions.c.id,
            votes.c.outcome.in_(DECIDED),
            votes.c.stage != VoteStage.ANNULLED,
        )
        query = sa.select(Question, votes.c.id.label("vote_id"), votes.c.outcome).select_from(
            sa.outerjoin(questions, votes, on_it)
        )
        if decided is None:
            return query
        return query.where(votes.c.id.is_not(None) if decided else votes.c.id.is_(None))
