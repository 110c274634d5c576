"""Some thousand facts as others would tell them to the bills service, and what it makes of them."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa

from services.bills.domain.bill import Bill
from services.bills.domain.stages import Stage
from services.bills.store.bills import Bills
from services.bills.store.tables import bills, chronicle, kept, known_people, register
from shared.contracts.committees import (
    FactionChangedSides,
    FactionFormed,
    MandateBegan,
    MandateEnded,
    OfficeLeft,
    OfficeTaken,
)
from shared.contracts.identity import PersonRegistered
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.event import Fact
from shared.messaging.envelope import Envelope, wrapped
from shared.store.unit_of_work import Desk
from tests.bills import facts
from tests.bills.builders import NOON, a_bill, a_bill_in_reading, a_reading

NAME = Bilingual(kk="Аты", ru="Имя")
NAMESPACE = UUID(int=20261123)
TABLES = (bills, known_people, register.offices, register.mandates, register.factions)


def an_id(kind: str, number: int) -> UUID:
    return uuid5(NAMESPACE, f"{kind} {number}")


def composition(number: int) -> Iterator[list[Fact]]:
    """A deputy, an office and a faction, each from its beginning to its end."""
    person = {"person_id": an_id("person", number)}
    mandate = {"mandate_id": an_id("mandate", number)} | person
    office = {"office_id": an_id("office", number), "role": Role.COMMITTEE_CHAIR} | person
    faction = {"faction_id": an_id("faction", number)}
    here = {"convocation_id": an_id("convocation", 9)}
    clock = (NOON + timedelta(minutes=n) for n in count(number))
    yield [PersonRegistered(at=next(clock), name=NAME, **person)]
    yield [
        MandateBegan(at=(at := next(clock)), number=number, name=NAME, since=at, **here, **mandate),
        MandateEnded(at=(at := next(clock)), until=at, ground="Resigned", **mandate),
    ]
    yield [
        OfficeTaken(at=(at := next(clock)), since=at, **office),
        OfficeLeft(at=(at := next(clock)), until=at, **office),
    ]
    yield [
        FactionFormed(at=next(clock), name=NAME, opposition=False, **faction, **here),
        *(
            FactionChangedSides(at=next(clock), opposition=bool(side % 2), **faction)
            for side in range(1, 4)
        ),
    ]


def legislation(number: int) -> Iterator[list[Fact]]:
    """A bill goes to its committee and is heard of; a reading of another is decided."""
    admitted, in_reading = an_id("admitted", number), an_id("in reading", number)
    result = facts.a_result(in_reading, an_id("question", number))
    referral, hearing = an_id("referral", number), an_id("hearing", number)
    yield [result.model_copy(update={"vote_id": an_id("vote", number)})]
    yield [
        facts.a_referral(admitted, referral_id=referral),
        facts.a_conclusion(admitted, 1, referral_id=referral),
    ]
    yield [
        told.model_copy(update={"hearing_id": hearing})
        for told in (
            facts.a_hearing_called(admitted),
            facts.a_hearing_held(admitted),
            facts.recommendations(admitted),
        )
    ]


def on_file(number: int) -> tuple[Bill, Bill]:
    """The bills of `legislation`, as they stand before it."""
    reading = a_reading(1, an_id("question", number))
    return (
        a_bill(id=an_id("admitted", number), number=f"A-{number}", stage=Stage.ADMITTED),
        a_bill_in_reading(
            1, id=an_id("in reading", number), number=f"R-{number}", readings=(reading,)
        ),
    )


def envelopes_of(cases: Iterable[list[Fact]]) -> list[Envelope]:
    """All facts in order; those of one case are numbered from 1."""
    return [
        wrapped(fact, event_id=uuid5(fact.case_id, f"{fact.type} {place}"), sequence=place)
        for case in cases
        for place, fact in enumerate(case, start=1)
    ]


async def put_on_file(desk: Desk, number: int) -> None:
    async with desk.work() as work:
        for one in range(number):
            for bill in on_file(one):
                Bills(work).add(bill)


async def made_of_it(desk: Desk) -> dict[str, Any]:
    """All that the service has stored, but for the order and the moment of storing."""
    stored: dict[str, Any] = {}
    async with desk.sessions() as session:
        for table in TABLES:
            rows = (await session.execute(sa.select(table))).mappings()
            stored[table.name] = sorted(str(dict(row)) for row in rows)
        for table, left_out in (
            (chronicle, {"place"}),
            (kept.outbox, {"place", "event_id"}),
            (kept.acts, {"place"}),
            (kept.inbox, {"heard_at"}),
            (kept.positions, set()),
            (kept.parked, set()),
        ):
            columns = [column for column in table.c if column.name not in left_out]
            rows = await session.execute(sa.select(*columns))
            stored[table.name] = sorted(str(tuple(row)) for row in rows)
    return stored
