"""The service as it runs, with those in office whom the beginning of a bill's path needs."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kurultai import chamber
from kurultai.client import BILLS, Client, Person
from kurultai.demo.path import draft
from kurultai.plan import Plan
from kurultai.servers import DataFolder
from kurultai.up import Choices, up
from kurultai.wire import Origin, Wire

GOOD = 200
TEXTS = {"kk": "Ашық деректер туралы\n\n1-бап. …", "ru": "Об открытых данных\n\nСтатья 1. …"}


@dataclass(frozen=True, slots=True)
class Register:
    """The register of bills; `owner_url` is of the owner of its tables."""

    client: Client
    clerk: Person
    government: Person
    wire: Wire
    origin: Origin
    owner_url: str

    async def introduced(self) -> str:
        """A new bill that may be registered."""
        path, by = f"{BILLS}/bills", self.government
        bill_id: str = (await self.client.post(path, draft("law", TEXTS), by=by))["id"]
        await self.client.post(f"{path}/{bill_id}/introduction", by=by)
        return bill_id

    async def register(self, bill_id: str) -> Any:
        return await self.client.post(f"{BILLS}/bills/{bill_id}/registration", by=self.clerk)

    async def read(self, path: str) -> bytes:
        """Over the one connection that is kept for reading. Raises RuntimeError for a refusal."""
        status, body = await self.wire.exchange(self.origin.request("GET", path))
        if status != GOOD:
            raise RuntimeError(body.decode())
        return body


@asynccontextmanager
async def opened() -> AsyncIterator[Register]:
    """Real servers and services in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kurultai-bench-") as made:
        folder = DataFolder(Path(made))
        async with (
            up(Choices(Path(made)), lambda *_: None) as running,
            Client.at(running.base_url) as client,
        ):
            formed = await chamber.form(client, [], [chamber.deputy(1, None)])
            name = {"kk": "Үкімет", "ru": "Правительство"}
            registrar = formed.registrar
            government = await chamber.enrol(
                client, registrar, chamber.GOVERNMENT, name, "government"
            )
            await chamber.take_office(client, registrar, government, "government")
            where = urlsplit(running.base_url)
            origin = Origin(where.hostname or "", where.port or 80)
            plan = Plan.model_validate_json((folder.path / "plan.json").read_bytes())
            owner = plan.settings["bills"]["owner_database_url"]
            at = Register(client, formed.clerk, government, Wire(origin), origin, owner)
            await _until_known(at)
            yield at


async def _until_known(at: Register) -> None:
    """Offices travel as facts: ask until a bill can be drafted, introduced and registered."""

    async def done() -> Any:
        try:
            return await at.register(await at.introduced())
        except chamber.Refused:
            return None

    await at.client.until(done, "bills know those in office")
