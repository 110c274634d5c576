"""The lines of the dump: what each change tells, as anyone may read it.

People are on it as on the public record: in what capacity, and by name. Their ids are not.
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from services.bills.domain.bill import Bill
from services.bills.store.changes import Change, Kind
from services.bills.store.tables import bill_texts, bills, chronicle, kept, known_people
from shared.contracts.voting import ResultCertified

type Line = dict[str, Any]
type Ready = dict[tuple[Kind, UUID, int], Line]


async def lines_of(
    session: AsyncSession, changes: Sequence[Change], shown: Callable[[Bill], Line]
) -> AsyncGenerator[Line]:
    """A line for each change, in their order; `shown` says what is public of a bill."""
    ready = await _bills(session, changes, shown)
    ready |= await _acts(session, changes) | await _heard(session, changes)
    for change in changes:
        of_it = (change.bill_id, change.part)
        # Texts are long: one at a time.
        text = change.kind is Kind.TEXT
        line = await _text(session, *of_it) if text else ready[change.kind, *of_it]
        yield {"position": change.position, "type": change.kind, "bill_id": change.bill_id} | line


async def _bills(
    session: AsyncSession, changes: Sequence[Change], shown: Callable[[Bill], Line]
) -> Ready:
    ids = [change.bill_id for change in changes if change.kind is Kind.BILL]
    found = await session.scalars(sa.select(Bill).where(bills.c.id.in_(ids)))
    return {(Kind.BILL, bill.id, 0): shown(bill) for bill in found}


async def _acts(session: AsyncSession, changes: Sequence[Change]) -> Ready:
    acts = kept.acts.c
    query = (
        sa.select(kept.acts, known_people.c.name)
        .join_from(
            kept.acts, known_people, known_people.c.person_id == acts.person_id, isouter=True
        )
        .where(acts.place.in_(_parts(changes, Kind.ACT)))
    )
    said = ("act", "origin", "target", "at", "role", "name", "provision", "profile")
    return {
        (Kind.ACT, row.case_id, row.place): {name: getattr(row, name) for name in said}
        for row in await session.execute(query)
    }


async def _heard(session: AsyncSession, changes: Sequence[Change]) -> Ready:
    """A certified result is a vote; the rest is what it is called."""
    query = sa.select(chronicle).where(chronicle.c.place.in_(_parts(changes, Kind.HEARD)))
    said = ("source", "what", "act", "at", "body")
    lines: Ready = {}
    for row in await session.execute(query):
        vote = {"type": "vote"} if row.what == ResultCertified.type else {}
        told = {name: getattr(row, name) for name in said}
        lines[Kind.HEARD, row.bill_id, row.place] = told | vote
    return lines


async def _text(session: AsyncSession, bill_id: UUID, number: int) -> Line:
    texts = bill_texts.c
    query = sa.select(bill_texts).where(texts.bill_id == bill_id, texts.number == number)
    row = (await session.execute(query)).one()
    return {name: getattr(row, name) for name in ("number", "why", "at", "digests", "kk", "ru")}


def _parts(changes: Sequence[Change], kind: Kind) -> list[int]:
    return [change.part for change in changes if change.kind is kind]
