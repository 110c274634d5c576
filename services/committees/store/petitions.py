"""Petitions that committees have to answer, as the hearings service tells of them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.committees.store.tables import metadata
from shared.contracts.petitions import PetitionReferred
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped
from shared.store.unit_of_work import UnitOfWork

known_petitions = sa.Table(
    "known_petitions",
    metadata,
    sa.Column("petition_id", sa.Uuid, primary_key=True),
    sa.Column("committee_id", sa.Uuid, nullable=False, index=True),
    sa.Column("subject", Shaped(Bilingual), nullable=False),
    sa.Column("referred_at", Moment, nullable=False),
    sa.Column("last_day", sa.Date),
    sa.Column("answered_at", Moment),
    comment="Petitions that opened a question to a committee, and when it was answered.",
)

FAR_OFF = date(9999, 12, 31)
PLACE: sa.ColumnElement[date] = sa.func.coalesce(known_petitions.c.last_day, FAR_OFF)
"""By what lists are ordered: what has no day comes last."""


async def know_petition(work: UnitOfWork, fact: PetitionReferred) -> None:
    row = {
        "petition_id": fact.petition_id,
        "committee_id": fact.committee_id,
        "subject": fact.subject,
        "referred_at": fact.at,
        "last_day": fact.last_day,
    }
    await work.session.execute(insert(known_petitions).values(row).on_conflict_do_nothing())


async def close_petition(work: UnitOfWork, petition_id: UUID, at: datetime) -> None:
    change = sa.update(known_petitions).where(known_petitions.c.petition_id == petition_id)
    await work.session.execute(change.values(answered_at=at))


def before(committee_id: UUID) -> sa.Select[Any]:
    """Those that the committee has not answered."""
    return sa.select(known_petitions).where(
        known_petitions.c.committee_id == committee_id, known_petitions.c.answered_at.is_(None)
    )
