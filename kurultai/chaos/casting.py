"""The devices of the deputies: each sends its ballot in its own way, and all is written down."""

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from uuid import uuid4

from kurultai.chamber import Deputy
from kurultai.chaos.asking import Answer, Line
from kurultai.chaos.records import Acknowledged, Ledger, Refused, Sent
from kurultai.chaos.schedule import Cast, Manner
from kurultai.client import VOTING

CUT_WITHIN_S = 0.2
"""Long enough for many to have been recorded, and short enough for many not to have been."""


@dataclass(slots=True)
class Devices:
    """All devices of one vote.

    Args:
        answered: how many ballots are answered, or given up.
        moved: set when that number has changed.
    """

    line: Line
    deputies: list[Deputy]
    ledger: Ledger
    answered: int = 0
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    async def cast_all(self, casts: Iterable[Cast], *, after_close: bool = False) -> None:
        """Cast, each at its moment, and return when all are answered."""
        async with asyncio.TaskGroup() as group:
            for cast in casts:
                group.create_task(self._cast(cast, after_close=after_close))

    async def until_answered(self, number: int) -> None:
        """Wait until so many are answered."""
        while self.answered < number:
            await self.moved.wait()
            self.moved.clear()

    async def _cast(self, cast: Cast, *, after_close: bool) -> None:
        await asyncio.sleep(cast.after_s)
        person = self.deputies[cast.deputy].person
        sent = Sent(person.id, cast.choice, str(uuid4()), after_close)
        self.ledger.sent[sent.request_id] = sent
        await self._send(cast, sent, self._request(sent, person.token))
        self.answered += 1
        self.moved.set()

    async def _send(self, cast: Cast, sent: Sent, request: bytes) -> None:
        if cast.manner in {Manner.CUT_OFF, Manner.GIVES_UP}:
            # The moment is the machine's anyway; so much before or after the ballot is recorded.
            await self.line.lose(request, Random().uniform(0, CUT_WITHIN_S))  # noqa: S311
        if cast.manner is not Manner.GIVES_UP:
            self._note(sent, await self.line.ask(request))
        if cast.manner is Manner.REPEATS:
            self._note(sent, await self.line.ask(request))

    def _request(self, sent: Sent, token: str) -> bytes:
        body = {"choice": sent.choice, "request_id": sent.request_id}
        path = f"{VOTING}/votes/{self.ledger.vote_id}/ballot"
        return self.line.origin.request(
            "POST", path, token=token, body=json.dumps(body).encode("ascii")
        )

    def _note(self, sent: Sent, answer: Answer) -> None:
        if not answer.is_success:
            self.ledger.refused.append(Refused(sent, answer.code))
            return
        told = answer.told
        recorded_at = datetime.fromisoformat(told["recorded_at"])
        self.ledger.acknowledged.append(
            Acknowledged(sent, told["choice"], recorded_at, told["receipt"])
        )
