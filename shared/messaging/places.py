"""What a service has heard already, and up to where: asked and written for many facts at once.

Rows are locked in one order, whatever order the facts come in: two who take in the same facts
wait for each other and never in a circle.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.messaging.envelope import Case, Envelope


async def heard_up_to(
    session: AsyncSession, positions: sa.Table, cases: Collection[Case]
) -> dict[Case, int]:
    """By case, the sequence up to which it has been heard; none where nothing of it was."""
    asked = _rows(sorted(cases))
    key = (positions.c.teller, positions.c.about, positions.c.case_id)
    same = sa.and_(*(column == asked.c[column.name] for column in key))
    query = (
        sa.select(*key, positions.c.sequence)
        .join_from(asked, positions, same)
        .order_by(*key)
        .with_for_update(of=positions)
    )
    found = await session.execute(query)
    return {(teller, about, case_id): place for teller, about, case_id, place in found}


async def not_heard_before(
    session: AsyncSession, inbox: sa.Table, envelopes: Collection[Envelope]
) -> set[UUID]:
    """The ids of those that are new; they are known from now on, if the transaction commits."""
    if not envelopes:
        return set()
    event_ids = sorted({envelope.id for envelope in envelopes})
    ids = sa.func.unnest(sa.literal(event_ids, ARRAY(sa.Uuid)))
    row = insert(inbox).from_select(["event_id"], sa.select(ids))
    new = row.on_conflict_do_nothing().returning(inbox.c.event_id)
    return set(await session.scalars(new))


async def advance(session: AsyncSession, positions: sa.Table, heard: Collection[Envelope]) -> None:
    """The cases of these facts have been heard up to the last of each."""
    if not heard:
        return
    furthest: dict[Case, int] = {}
    for envelope in heard:
        furthest[envelope.case] = max(envelope.sequence, furthest.get(envelope.case, 0))
    rows = _rows(sorted(furthest), furthest)
    columns = ["teller", "about", "case_id", "sequence"]
    row = insert(positions).from_select(columns, sa.select(*(rows.c[name] for name in columns)))
    place = sa.func.greatest(positions.c.sequence, row.excluded.sequence)
    told = row.on_conflict_do_update(index_elements=columns[:3], set_={"sequence": place})
    await session.execute(told)


def _rows(cases: list[Case], places: Mapping[Case, int] | None = None) -> sa.TableValuedAlias:
    """The cases as a table, so that the statement is the same for however many."""
    tellers, abouts, case_ids = zip(*cases, strict=True)
    columns = (
        sa.literal(list(tellers), ARRAY(sa.Text)),
        sa.literal(list(abouts), ARRAY(sa.Text)),
        sa.literal(list(case_ids), ARRAY(sa.Uuid)),
        sa.literal([(places or {}).get(case, 0) for case in cases], ARRAY(sa.Integer)),
    )
    names = ("teller", "about", "case_id", "sequence")
    return sa.func.unnest(*columns).table_valued(*names).render_derived(name="told")
