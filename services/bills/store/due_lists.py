"""Deadlines of all bills: by state, who must act, and last day."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from services.bills.domain.deadlines import ENDED, Ending, Meaning, State, beginning_of
from services.bills.domain.terms import ROWS
from services.bills.store.tables import bills, deadlines
from shared.kernel.actor import Role

MOST_EVENTS = 1000
"""As many as a calendar program takes in without complaint."""


def listed(
    now: datetime,
    *,
    states: Collection[State] = (),
    role: Role | None = None,
    before: date | None = None,
) -> sa.Select[Any]:
    """Deadlines with the number and title of their bills; those that end first come first.

    Args:
        now: the instant at which they are looked at.
        states: any of these; all, if none is named.
        role: only those by which this role must act.
        before: only those whose last day lies before this one.
    """
    query = sa.select(deadlines, bills.c.number, bills.c.title).join(
        bills, bills.c.id == deadlines.c.bill_id
    )
    if states:
        query = query.where(sa.or_(*(_is(state, now) for state in states)))
    if states and not ENDED & set(states):
        query = query.where(deadlines.c.ended_at.is_(None))
    if role:
        terms = [key for key, row in ROWS.items() if role in row.by]
        query = query.where(deadlines.c.term.in_(terms))
    if before:
        query = query.where(deadlines.c.place <= beginning_of(before))
    return query


def _is(state: State, now: datetime) -> sa.ColumnElement[bool]:
    """`Deadline.state_at`, asked of every row at once."""
    c = deadlines.c
    goes_on = sa.and_(c.ended_at.is_(None), c.suspended_at.is_(None), c.passes_at.is_not(None))
    past, late = c.passes_at <= now, c.meaning == Meaning.NOT_LATER
    asked: dict[State, sa.ColumnElement[bool]] = {
        State.MET: c.how == Ending.MET,
        State.FELL_AWAY: c.how == Ending.FELL_AWAY,
        State.SUSPENDED: sa.and_(c.ended_at.is_(None), c.suspended_at.is_not(None)),
        State.NOT_COMPUTABLE: sa.and_(
            c.ended_at.is_(None), c.suspended_at.is_(None), c.passes_at.is_(None)
        ),
        State.RUNNING: sa.and_(goes_on, ~past),
        State.OVERDUE: sa.and_(goes_on, past, late),
        State.OVER: sa.or_(c.how == Ending.PASSED, sa.and_(goes_on, past, ~late)),
    }
    return asked[state]
