"""How a service listens: a function per fact, each with its effect once, in the order told."""

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from shared.kernel.event import Fact
from shared.kernel.rules import Profile
from shared.messaging.envelope import Envelope
from shared.store.unit_of_work import Desk, UnitOfWork

type Handler[F: Fact] = Callable[[F, UnitOfWork], Awaitable[None]]


class Heard(Enum):
    """What came of a message."""

    TAKEN_IN = "taken in"
    KNOWN = "heard before: nothing was done"
    EARLY = "an earlier fact of its case has not been heard yet"


class Consumers:
    """The facts a service cares about, and what it does about each."""

    profile: Profile
    """The rules under which the service acts; set when it is assembled."""

    def __init__(self, service: str) -> None:
        self.service = service
        self._handlers: dict[str, tuple[type[Fact], Handler[Any]]] = {}

    def on[F: Fact](self, fact: type[F]) -> Callable[[Handler[F]], Handler[F]]:
        """Register what is done about a fact. Raises ValueError if something is done already."""

        def register(handler: Handler[F]) -> Handler[F]:
            if fact.type in self._handlers:
                raise ValueError(f"{fact.type} has its function already")
            self._handlers[fact.type] = (fact, handler)
            return handler

        return register

    @property
    def hears(self) -> dict[str, frozenset[str]]:
        """By telling service, the kinds of case it is heard about."""
        heard: dict[str, set[str]] = {}
        for fact, _ in self._handlers.values():
            heard.setdefault(fact.type.split(".")[0], set()).add(fact.about)
        return {teller: frozenset(kinds) for teller, kinds in heard.items()}

    async def deliver(self, envelope: Envelope, desk: Desk) -> Heard:
        """Take in one fact in one transaction, with whatever it causes.

        Raises: whatever the function raises; then nothing has changed.
        """
        async with desk.work(trace=envelope.traceparent) as work:
            if not await _is_new(envelope, work):
                return Heard.KNOWN
            place = await _position(envelope, work)
            if envelope.sequence > place + 1:
                await work.session.rollback()
                return Heard.EARLY
            await self._act_on(envelope, work)
            await _advance(envelope, work)
        return Heard.TAKEN_IN

    async def _act_on(self, envelope: Envelope, work: UnitOfWork) -> None:
        """Facts of a kind that is heard, but of no interest, only count for the order."""
        if known := self._handlers.get(envelope.fact_type):
            fact, handler = known
            await handler(fact.model_validate(envelope.data), work)


async def _is_new(envelope: Envelope, work: UnitOfWork) -> bool:
    inbox = work.kept.inbox
    row = insert(inbox).values(event_id=envelope.id).on_conflict_do_nothing()
    return (await work.session.execute(row.returning(inbox.c.event_id))).one_or_none() is not None


async def _position(envelope: Envelope, work: UnitOfWork) -> int:
    """The sequence up to which the case has been heard; 0 when nothing of it was."""
    return (
        await work.session.scalar(
            sa.select(work.kept.positions.c.sequence)
            .where(*_of_the_case(envelope, work.kept.positions))
            .with_for_update()
        )
        or 0
    )


async def _advance(envelope: Envelope, work: UnitOfWork) -> None:
    positions = work.kept.positions
    row = insert(positions).values(
        teller=envelope.teller,
        about=envelope.about,
        case_id=envelope.case_id,
        sequence=envelope.sequence,
    )
    furthest = sa.func.greatest(positions.c.sequence, row.excluded.sequence)
    await work.session.execute(
        row.on_conflict_do_update(
            index_elements=["teller", "about", "case_id"], set_={"sequence": furthest}
        )
    )


def _of_the_case(envelope: Envelope, table: sa.Table) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        table.c.teller == envelope.teller,
        table.c.about == envelope.about,
        table.c.case_id == envelope.case_id,
    )
