"""Which votes were certified, and whether they were carried."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.committees.store.results_tables import known_results
from shared.contracts.voting import ResultCertified
from shared.kernel.rules import Outcome
from shared.store.unit_of_work import UnitOfWork


async def know_result(work: UnitOfWork, fact: ResultCertified) -> None:
    row = {
        "vote_id": fact.vote_id,
        "sitting_id": fact.sitting_id,
        "question_id": fact.question.id,
        "outcome": fact.outcome,
        "at": fact.at,
    }
    await work.session.execute(insert(known_results).values(row).on_conflict_do_nothing())


async def forget_result(work: UnitOfWork, vote_id: UUID) -> None:
    """The vote was annulled: what rests on it may rest on another."""
    await work.session.execute(sa.delete(known_results).where(known_results.c.vote_id == vote_id))


async def was_carried(work: UnitOfWork, vote_id: UUID) -> bool:
    """Whether the vote is certified and its question adopted."""
    carried = sa.exists().where(
        known_results.c.vote_id == vote_id, known_results.c.outcome == Outcome.ADOPTED
    )
    return bool(await work.session.scalar(sa.select(carried)))
