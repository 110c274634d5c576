"""Which votes were certified, and whether they were carried."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.committees.store.results_tables import known_results, known_sittings
from shared.contracts.voting import ResultCertified, SittingCalled
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


async def know_sitting(work: UnitOfWork, fact: SittingCalled) -> None:
    """Of the sittings of the Kurultai itself nothing is asked here."""
    if fact.body_ids:
        row = {"sitting_id": fact.sitting_id, "body_ids": list(fact.body_ids)}
        await work.session.execute(insert(known_sittings).values(row).on_conflict_do_nothing())


async def whose_vote(work: UnitOfWork, vote_id: UUID) -> frozenset[UUID] | None:
    """The committees at whose sitting the vote was held; None of any other vote."""
    query = (
        sa.select(known_sittings.c.body_ids)
        .join(known_results, known_results.c.sitting_id == known_sittings.c.sitting_id)
        .where(known_results.c.vote_id == vote_id)
    )
    found = await work.session.scalar(query)
    return None if found is None else frozenset(found)


async def forget_result(work: UnitOfWork, vote_id: UUID) -> None:
    """The vote was annulled: what rests on it may rest on another."""
    await work.session.execute(sa.delete(known_results).where(known_results.c.vote_id == vote_id))


async def was_carried(work: UnitOfWork, vote_id: UUID) -> bool:
    """Whether the vote is certified and its question adopted."""
    carried = sa.exists().where(
        known_results.c.vote_id == vote_id, known_results.c.outcome == Outcome.ADOPTED
    )
    return bool(await work.session.scalar(sa.select(carried)))
