"""What committees have to do: bills in work, by the day of the conclusion, and what is late."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from services.committees.domain.conclusion_request import AskingStage
from services.committees.domain.stages import ReferralStage
from services.committees.store.conclusion_requests_tables import conclusion_requests
from services.committees.store.tables import known_bills, referrals

FAR_OFF = date(9999, 12, 31)
"""The place in a list of what has no day: after all that has one."""

PLACE: sa.ColumnElement[date] = sa.func.coalesce(referrals.c.conclusion_day, FAR_OFF)
"""By what lists are ordered: what is due first comes first."""

COLUMNS = (
    referrals.c.id.label("referral_id"),
    *(
        referrals.c[name]
        for name in (
            "bill_id",
            "committee_id",
            "committee_name",
            "reading",
            "rapporteur",
            "conclusion_day",
            "co_committees",
            "opinions",
        )
    ),
    known_bills.c.number,
    known_bills.c.title,
)


def in_work(today: date) -> sa.Select[Any]:
    """Every bill before its committees, with how many conclusions of others are awaited, or late.

    The title and the number are none of a bill that the service has not heard of.
    """
    return (
        sa.select(
            *COLUMNS,
            _awaited().label("requests_awaited"),
            _awaited(late_on=today).label("requests_overdue"),
        )
        .outerjoin_from(referrals, known_bills, known_bills.c.bill_id == referrals.c.bill_id)
        .where(referrals.c.stage == ReferralStage.IN_WORK)
    )


def of_committee(committee_id: UUID, today: date) -> sa.Select[Any]:
    """Bills on which the committee leads, or is to give its opinion."""
    return in_work(today).where(_takes_part(committee_id))


def overdue(today: date, committee_id: UUID | None = None) -> sa.Select[Any]:
    """Bills of which the conclusion is late, or one that was asked for; of a committee if asked."""
    late = referrals.c.conclusion_day < today
    query = in_work(today).where(sa.or_(late, _awaited(late_on=today) > 0))
    return query if committee_id is None else query.where(_takes_part(committee_id))


def _takes_part(committee_id: UUID) -> sa.ColumnElement[bool]:
    named = referrals.c.co_committees.op("@>")(
        sa.cast([{"committee_id": str(committee_id)}], JSONB)
    )
    return sa.or_(referrals.c.committee_id == committee_id, named)


def _awaited(*, late_on: date | None = None) -> sa.ScalarSelect[int]:
    asked = conclusion_requests.c
    query = sa.select(sa.func.count()).where(
        asked.referral_id == referrals.c.id, asked.stage == AskingStage.ASKED
    )
    if late_on is not None:
        query = query.where(asked.last_day < late_on)
    return query.scalar_subquery()
