"""A chamber of 145 with its sitting open, and each deputy's own connection to the service."""

import json
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from volley import Volley

from kurultai import chamber, sitting
from kurultai.client import VOTING, Client
from kurultai.servers import DataFolder
from kurultai.up import Choices, up
from kurultai.wire import Origin

SEATS, WINDOW_S = 145, 600


@dataclass(frozen=True, slots=True)
class Floor:
    """Where the deputies sit; `pids` are of the processes that serve."""

    client: Client
    chamber: chamber.Chamber
    sitting_id: str
    origin: Origin
    volley: Volley
    folder: DataFolder
    pids: Sequence[int]

    async def open_vote(self) -> str:
        title = {"kk": "Сұрақ", "ru": "Вопрос"}
        question = await sitting.ask(self.client, self.chamber, title, "maj_resolution")
        args = (self.client, self.chamber, self.sitting_id, question, WINDOW_S)
        vote_id: str = (await sitting.open_vote(*args))["id"]
        return vote_id

    async def requests(self, vote_ids: Sequence[str]) -> list[bytes]:
        """A ballot of every deputy: the deputies take the votes in turn."""
        made = []
        for number, deputy in enumerate(self.chamber.deputies):
            if time.monotonic() >= deputy.person.renew_at:
                await self.client.sign_in(deputy.person)
            path = f"{VOTING}/votes/{vote_ids[number % len(vote_ids)]}/ballot"
            made.append(self.origin.request("POST", path, token=deputy.person.token, body=_body()))
        return made


def _body() -> bytes:
    return json.dumps({"choice": "for", "request_id": str(uuid4())}).encode()


@asynccontextmanager
async def floor(processes: int = 1) -> AsyncIterator[Floor]:
    """Real servers and services in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kurultai-bench-") as made:
        folder = Path(made)
        async with (
            up(Choices(folder, processes=processes), lambda *_: None) as running,
            Client.at(running.base_url) as client,
        ):
            members = [chamber.deputy(number, None) for number in range(1, SEATS + 1)]
            formed = await chamber.form(client, [], members)
            sitting_id = await sitting.open_sitting(client, formed, members)
            where = urlsplit(running.base_url)
            origin = Origin(where.hostname or "", where.port or 80)
            yield Floor(
                client,
                formed,
                sitting_id,
                origin,
                Volley(origin, len(members)),
                DataFolder(folder),
                tuple(running.pids.values()),
            )
