"""Which bills a reader asked to see, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.stages import Stage
from services.bills.store.tables import bill_moments, bills
from shared.contracts.bills import BillKind
from shared.kernel.actor import Role
from shared.kernel.occasion import ALMATY
from shared.store.unit_of_work import UnitOfWork

LINE = ("id", "version", "stage", "number", "kind", "title", "initiator", "reading")


class Order(StrEnum):
    """Relevance is for what is searched for by words; without words it is `newest`."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Asked:
    """What bills are to be shown; nothing asked stands for any.

    Attributes:
        since: the first day of registration in Astana, inclusive, as is the last, `until`.
    """

    stages: Sequence[Stage] = ()
    kinds: Sequence[BillKind] = ()
    initiators: Sequence[Role] = ()
    committee_id: UUID | None = None
    number: str | None = None
    since: date | None = None
    until: date | None = None
    order: Order = field(default=Order.NEWEST)

    def conditions(self) -> list[sa.ColumnElement[bool]]:
        """The same for the database."""
        within = {bills.c.stage: self.stages, bills.c.kind: self.kinds}
        within |= {bills.c.initiator: self.initiators}
        conditions: list[sa.ColumnElement[bool]] = [
            column.in_(words) for column, words in within.items() if words
        ]
        if self.committee_id:
            conditions.append(bills.c.lead_committee_id == self.committee_id)
        if self.number:
            conditions.append(bills.c.number == self.number)
        return [*conditions, *self._days()]

    def far_apart(self) -> list[sa.ColumnElement[bool]]:
        """The same where the order is not that of the days: these bills are found first.

        Left to itself the database would look through all bills from the newest on, since it does
        not know that those of certain days stand together.
        """
        days = self._days()
        if not days:
            return self.conditions()
        registered = sa.select(bill_moments.c.bill_id).where(*days).cte()
        first = registered.prefix_with("MATERIALIZED", dialect="postgresql")
        others = replace(self, since=None, until=None).conditions()
        return [*others, bills.c.id.in_(sa.select(first.c.bill_id))]

    def place(self) -> dict[str, Any]:
        """By what the list is ordered, for `Paging.rows`; bills of certain days by their days."""
        key: sa.ColumnElement[Any] = bills.c.id
        if self.order is Order.CHANGED:
            key = bill_moments.c.changed_at
        elif self._days():
            key = bill_moments.c.registered_at
        return {"key": key, "id_": bills.c.id, "newest_first": self.order is not Order.OLDEST}

    def _days(self) -> list[sa.ColumnElement[bool]]:
        registered, days = bill_moments.c.registered_at, []
        if self.since:
            days.append(registered >= _dawn(self.since))
        if self.until:
            days.append(registered < _dawn(self.until + timedelta(days=1)))
        return days


def listed(asked: Asked) -> sa.Select[Any]:
    """The lines of the bills that were asked for; in no order yet."""
    among = asked.order is Order.CHANGED
    return lines().where(*(asked.far_apart() if among else asked.conditions()))


def lines() -> sa.Select[Any]:
    """A bill as a list shows it: not the package and the votes, which take longer to read."""
    return (
        sa.select(*(bills.c[name] for name in (*LINE, "lead_committee_id")))
        .add_columns(bill_moments.c.registered_at, bill_moments.c.changed_at)
        .join_from(bills, bill_moments, bill_moments.c.bill_id == bills.c.id)
    )


async def plan_anew(work: UnitOfWork) -> None:
    """Have the database plan each statement of this work for what is asked.

    By itself it soon plans once for all, and what is right for a rare stage or word is a hundred
    times too slow for a common one.
    """
    await work.session.execute(
        sa.select(sa.func.set_config("plan_cache_mode", "force_custom_plan", True))  # noqa: FBT003
    )


async def counts_by_stage(work: UnitOfWork) -> dict[Stage, int]:
    """How many bills stand at each stage; read off the index alone."""
    query = sa.select(bills.c.stage, sa.func.count().label("bills")).group_by(bills.c.stage)
    counted = {row.stage: row.bills for row in await work.session.execute(query)}
    return {stage: counted.get(stage, 0) for stage in Stage if stage is not Stage.NEW}


def _dawn(day: date) -> datetime:
    """The instant at which the day begins in Astana."""
    return datetime.combine(day, time(), ALMATY)
