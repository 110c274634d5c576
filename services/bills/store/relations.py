"""What bills have to do with acts in force and with each other, seen from both ends."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from services.bills.domain.bill import Bill
from services.bills.domain.relating import Relation
from services.bills.store.tables import acts_in_force, bill_relations, bills
from shared.contracts.acts import RelationKind
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def keep_relation(
    work: UnitOfWork, bill: Bill, relation: Relation, occasion: Occasion, *, stands: bool
) -> None:
    """File what was said of the bill; what was said before stays on file."""
    to_act = relation.kind is RelationKind.AMENDS_ACT
    row = {
        "bill_id": bill.id,
        "kind": relation.kind,
        "act_id": relation.to_id if to_act else None,
        "other_bill_id": None if to_act else relation.to_id,
        "stands": stands,
        "at": occasion.at,
    }
    await work.session.flush()
    await work.session.execute(sa.insert(bill_relations).values(row))


async def relations_of(work: UnitOfWork, bill_id: UUID) -> Sequence[sa.Row[Any]]:
    """What stands of a bill, said of it or of another one: with the numbers and titles of both.

    A row has `bill_id`, `kind`, `act_id`, `other_bill_id`, `at`, and of the other end `number`
    and `title`.
    """
    newest, far = _standing(), bills.alias("far")
    other_end = sa.case(
        (newest.c.bill_id == bill_id, newest.c.other_bill_id), else_=newest.c.bill_id
    )
    query = (
        sa.select(
            newest,
            sa.func.coalesce(acts_in_force.c.number, far.c.number).label("number"),
            sa.func.coalesce(acts_in_force.c.title, far.c.title, type_=bills.c.title.type).label(
                "title"
            ),
        )
        .outerjoin(acts_in_force, acts_in_force.c.id == newest.c.act_id)
        .outerjoin(far, far.c.id == other_end)
        .where(sa.or_(newest.c.bill_id == bill_id, newest.c.other_bill_id == bill_id))
        .order_by(newest.c.place)
    )
    return (await work.session.execute(query)).all()


async def bills_amending(work: UnitOfWork, act_id: UUID) -> Sequence[Bill]:
    """The bills that name the act among those they amend, the newest first."""
    newest = _standing()
    query = (
        sa.select(Bill)
        .join(newest, newest.c.bill_id == bills.c.id)
        .where(newest.c.act_id == act_id)
        .order_by(bills.c.id.desc())
    )
    return (await work.session.scalars(query)).all()


def _standing() -> sa.Subquery:
    """The newest word on each pair, where it was not taken back."""
    said = bill_relations.c
    pair = (said.bill_id, said.kind, said.act_id, said.other_bill_id)
    newest = sa.select(bill_relations).ext(distinct_on(*pair))
    found = newest.order_by(*pair, said.place.desc()).subquery()
    return sa.select(found).where(found.c.stands).subquery("standing")
