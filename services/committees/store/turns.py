"""Those who count before they act take turns, so that what they counted still stands."""

from enum import StrEnum

import sqlalchemy as sa

from shared.store.unit_of_work import UnitOfWork


class Turn(StrEnum):
    """What is counted: convocations and their bodies, seats, or offices and candidacies.

    GUARANTEES is waited for last, when all else is done.
    """

    BODIES = "bodies"
    SEATS = "seats"
    OFFICES = "offices"
    REFERRALS = "referrals"
    GUARANTEES = "guarantees"


async def wait_for_turn(work: UnitOfWork, turn: Turn) -> None:
    """Wait until nobody else is at it; the turn is over with this work's transaction.

    A lock of its own and not a row's version: 145 mandates begin at once, and each would
    find the convocation changed since it was read.
    """
    lock = sa.func.hashtextextended(f"committees: {turn}", 0)
    await work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(lock)))
