"""PostgreSQL and NATS, real ones: our own from PyPI, or those the environment names.

`async with Servers(folder, hears=HEARS) as running` gives their URLs, by service.
"""

import os
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kurultai.servers.folder import DataFolder, FolderInUse, SecretsLost
from kurultai.servers.nats import ADMIN, Hears, Nats
from kurultai.servers.postgres import Postgres
from kurultai.servers.private import Secrets
from kurultai.servers.provision import (
    OtherPassword,
    check_passwords,
    create_databases,
    owner_role,
    role_url,
    service_role,
)
from kurultai.servers.supervisor import ServerDied

__all__ = [
    "SERVICES",
    "DataFolder",
    "FolderInUse",
    "Hears",
    "OtherPassword",
    "Running",
    "Secrets",
    "SecretsLost",
    "ServerDied",
    "Servers",
    "create_databases",
    "owner_role",
    "role_url",
    "service_role",
]

SERVICES = ("identity", "committees", "bills", "voting", "hearings")

type OnStep = Callable[[str, float], None]


def _silent(_name: str, _seconds: float) -> None:
    """Nobody watches the start."""


@dataclass(frozen=True)
class Running:
    """Where the servers are. The URLs carry passwords, so none is printed.

    Args:
        database_urls: by service, as its own role.
        owner_database_urls: by service, as the role of its migrations.
        admin_database_url: as the role that provisions.
        nats_urls: by service, as its own user.
        nats_admin_url: as the user who makes the streams.
        secrets: those of the data folder.
    """

    database_urls: Mapping[str, str] = field(repr=False)
    owner_database_urls: Mapping[str, str] = field(repr=False)
    admin_database_url: str = field(repr=False)
    nats_urls: Mapping[str, str] = field(repr=False)
    nats_admin_url: str = field(repr=False)
    secrets: Secrets = field(repr=False)


class Servers:
    """Both servers, from `async with` to its end.

    Args:
        folder: the data folder, made when missing.
        services: who gets a database and a NATS user.
        hears: by service, the services whose facts it hears.
        keep_files: the services that keep files.
        on_step: told the name of each step of the start, and its seconds.
        environment: where `DATABASE_URL`, the administrator of an external PostgreSQL, and
            `NATS_URL`, an external NATS for all as it is, are looked up.
    """

    def __init__(  # noqa: PLR0913 all but the folder have a default
        self,
        folder: Path,
        *,
        services: Collection[str] = SERVICES,
        hears: Hears | None = None,
        keep_files: Collection[str] = (),
        on_step: OnStep = _silent,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._folder = DataFolder(folder)
        self._services = services
        self._hears = hears or {}
        self._keep_files = keep_files
        self._on_step = on_step
        self._database_url = environment.get("DATABASE_URL")
        self._nats_url = environment.get("NATS_URL")
        self._opened = AsyncExitStack()

    async def __aenter__(self) -> Running:
        """Start what is not external, and make what is missing.

        Raises:
            FolderInUse: another process has the folder; the message names it.
            SecretsLost: its secrets are gone, and its data is not.
            ServerDied: a server does not start; its words are in the exception.
            OtherPassword: the external PostgreSQL knows our roles by other passwords.
        """
        async with AsyncExitStack() as opened:
            running = await self._start(opened)
            self._opened = opened.pop_all()
        return running

    async def __aexit__(self, *_: object) -> None:
        await self._opened.aclose()

    async def _start(self, opened: AsyncExitStack) -> Running:
        with self._step("data folder"):
            folder = opened.enter_context(self._folder)
            await folder.wait_for_old_servers()
            secrets = folder.secrets(self._services)
        admin_url = self._database_url or await self._start_postgres(opened, secrets)
        with self._step("databases"):
            await self._provision(admin_url, secrets)
        nats_url = await self._nats(opened, secrets)
        return self._running(secrets, admin_url, nats_url)

    async def _start_postgres(self, opened: AsyncExitStack, secrets: Secrets) -> str:
        postgres = Postgres(self._folder, secrets.postgres)
        if postgres.is_new:
            with self._step("new database cluster"):
                await postgres.create()
        with self._step("PostgreSQL"):
            await postgres.start()
        opened.push_async_callback(postgres.stop)
        return postgres.admin_url

    async def _provision(self, admin_url: str, secrets: Secrets) -> None:
        names = {service: f"kurultai_{service}" for service in self._services}
        await create_databases(admin_url, names, secrets.databases)
        if self._database_url:
            await check_passwords(admin_url, names, secrets.databases)

    async def _nats(self, opened: AsyncExitStack, secrets: Secrets) -> Callable[[str], str]:
        """Where each user finds NATS."""
        if external := self._nats_url:
            return lambda _: external
        nats = Nats(self._folder, secrets.nats, self._hears, self._keep_files)
        with self._step("NATS"):
            await nats.start()
        opened.push_async_callback(nats.stop)
        return nats.url

    def _running(self, secrets: Secrets, admin_url: str, nats_url: Callable[[str], str]) -> Running:
        def url(service: str, role: str) -> str:
            return role_url(admin_url, role, secrets.databases[role], f"kurultai_{service}")

        return Running(
            database_urls={each: url(each, service_role(each)) for each in self._services},
            owner_database_urls={each: url(each, owner_role(each)) for each in self._services},
            admin_database_url=admin_url,
            nats_urls={each: nats_url(each) for each in self._services},
            nats_admin_url=nats_url(ADMIN),
            secrets=secrets,
        )

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self._on_step(name, time.perf_counter() - began)
