"""Where votes are kept, and what stands around them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from services.voting.domain.refusals import NO_VOTE, VoteNotFound
from services.voting.domain.stages import UNDER_WAY, QuestionStage, VoteStage
from services.voting.domain.vote import DECIDED, Vote
from services.voting.store.tables import questions, sittings, votes
from shared.store.cases import Cases


def _stands(of: sa.FromClause) -> sa.ColumnElement[bool]:
    """Whether a vote counts for something."""
    stands: sa.ColumnElement[bool] = of.c.stage != VoteStage.ANNULLED
    return stands


def _of_its_sitting[T](vote: Vote, what: sa.ColumnElement[T]) -> sa.ScalarSelect[T]:
    return sa.select(what).where(sittings.c.id == vote.sitting_id).scalar_subquery()


class Votes(Cases[Vote]):
    kind = Vote
    missing = VoteNotFound
    no_such = NO_VOTE

    async def get_to_close(self, vote_id: UUID) -> Vote:
        """The vote, once every ballot under way is on record; until this work ends no other is.

        It must be the first that this work reads of the vote: what was seen before is old.
        """
        await self._work.session.execute(sa.select(sa.func.lock_vote_to_close(vote_id)))
        return await self.get(vote_id)

    async def look_around(self, vote: Vote) -> None:
        """Note where its sitting stands, and whether its question is decided or being voted on."""
        others = votes.alias()
        same = sa.and_(others.c.question_id == vote.question_id, others.c.id != vote.id)
        query = sa.select(
            _of_its_sitting(vote, sittings.c.stage),
            _of_its_sitting(vote, sa.func.cardinality(sittings.c.bodies) > 0),
            sa.exists().where(same, others.c.outcome.in_(DECIDED), _stands(others)),
            sa.exists().where(same, others.c.stage.in_(UNDER_WAY)),
            sa.exists().where(
                questions.c.id == vote.question_id, questions.c.stage == QuestionStage.TAKEN_BACK
            ),
        )
        row = (await self._work.session.execute(query)).one()
        vote.sitting_stage, in_committee, vote.decided, vote.open_elsewhere, taken_back = row
        vote.in_committee, vote.taken_back = bool(in_committee), bool(taken_back)

    async def look_back(self, vote: Vote) -> None:
        """Note the latest vote on its question: its round, and what it left to decide."""
        query = (
            sa.select(votes.c.id, votes.c.round, votes.c.runoff)
            .where(votes.c.question_id == vote.question_id)
            .order_by(votes.c.round.desc())
            .limit(1)
        )
        last = (await self._work.session.execute(query)).one_or_none()
        if last is not None:
            vote.last_vote, vote.last_round, vote.last_runoff = last

    @staticmethod
    def listed(
        *, sitting_id: UUID | None, question_id: UUID | None, stage: VoteStage | None
    ) -> sa.Select[Any]:
        """Votes, of the sitting, question and stage that are named."""
        asked = {"sitting_id": sitting_id, "question_id": question_id, "stage": stage}
        return sa.select(Vote).where(
            *(votes.c[name] == value for name, value in asked.items() if value is not None)
        )


async def overdue(session: AsyncSession) -> Sequence[UUID]:
    """Open votes whose window is over, the longest overdue first."""
    query = (
        sa.select(votes.c.id)
        .where(votes.c.stage == VoteStage.OPEN)
        .where(votes.c.closes_at <= sa.func.clock_timestamp())
        .order_by(votes.c.closes_at)
    )
    return (await session.scalars(query)).all()
