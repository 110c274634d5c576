"""How a service listens: a function per fact, each with its effect once, in the order told."""

from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from itertools import compress
from typing import Any
from uuid import UUID

from shared.kernel.event import Fact
from shared.kernel.rules import Profile
from shared.messaging.envelope import Case, Envelope
from shared.messaging.places import advance, heard_up_to, not_heard_before
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
    def acts_on(self) -> frozenset[str]:
        """The types of the facts about which something is done."""
        return frozenset(self._handlers)

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
        (heard,) = await self.deliver_together([envelope], desk)
        return heard

    async def deliver_together(self, envelopes: Sequence[Envelope], desk: Desk) -> list[Heard]:
        """Take in facts in their order and in one transaction: what comes of each is the same.

        Raises: whatever a function raises; then nothing has changed, for none of them.
        """
        inbox, positions = desk.kept.inbox, desk.kept.positions
        async with desk.transaction() as session:
            places = await heard_up_to(session, positions, {e.case for e in envelopes})
            due = [_is_due(envelope, places) for envelope in envelopes]
            new = await not_heard_before(session, inbox, list(compress(envelopes, due)))
            heard = _what_comes_of(envelopes, due, new)
            taken_in = [
                e for e, came in zip(envelopes, heard, strict=True) if came is Heard.TAKEN_IN
            ]
            for envelope in taken_in:
                await self._act_on(
                    envelope, UnitOfWork(session, desk.kept, trace=envelope.traceparent)
                )
            await advance(session, positions, taken_in)
        return heard

    async def _act_on(self, envelope: Envelope, work: UnitOfWork) -> None:
        """Facts of a kind that is heard, but of no interest, only count for the order."""
        if known := self._handlers.get(envelope.fact_type):
            fact, handler = known
            await handler(fact.model_validate(envelope.data), work)
            await work.write()
            # The next fact reads its cases anew, as in a transaction of its own.
            work.session.expunge_all()


def _is_due(envelope: Envelope, places: dict[Case, int]) -> bool:
    """Whether all before it has been heard; then those after it are due."""
    place = places.get(envelope.case, 0)
    due = envelope.sequence <= place + 1
    if due:
        places[envelope.case] = max(place, envelope.sequence)
    return due


def _what_comes_of(
    envelopes: Sequence[Envelope], due: Sequence[bool], new: set[UUID]
) -> list[Heard]:
    """Of each, in order; what comes twice is new once."""
    heard = []
    for envelope, is_due in zip(envelopes, due, strict=True):
        if not is_due:
            heard.append(Heard.EARLY)
        elif envelope.id in new:
            new.remove(envelope.id)
            heard.append(Heard.TAKEN_IN)
        else:
            heard.append(Heard.KNOWN)
    return heard
