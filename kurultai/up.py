"""Everything started in order: servers, tables, streams, services; and stopped in reverse."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from kurultai.chamber import founder
from kurultai.migrating import migrate
from kurultai.plan import GATEWAY, Plan, Process
from kurultai.registry import SERVICES
from kurultai.servers import DataFolder, Servers
from kurultai.servers import Running as RunningServers
from kurultai.servers.ports import Ports
from kurultai.servers.supervisor import Program, Supervisor
from shared.messaging.keys import private_key, public_text
from shared.messaging.topology import make_topology

type OnStep = Callable[[str, float], None]

TOGETHER = "services"
FOUNDER_NAME = "Құрам тізілімін жүргізуші"


@dataclass(frozen=True, slots=True)
class Choices:
    """How to start.

    Args:
        folder: the data folder; made when missing.
        profile: the rules profile by name.
        port: where the API listens on 127.0.0.1; None for a free one.
        split: every service in a process of its own.
        processes: how many answer requests, for each of those; the kernel shares out connections.
    """

    folder: Path
    profile: str = "kz-kurultai-2026-provisional"
    port: int | None = None
    split: bool = False
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Up:
    """What is running: the one origin of the API, and the ids of our processes."""

    base_url: str
    pids: dict[str, int]


@asynccontextmanager
async def up(choices: Choices, on_step: OnStep) -> AsyncIterator[Up]:
    """Start everything, and stop everything at the end of the block.

    Raises:
        FolderInUse: another process runs on the same folder.
        ServerDied: a server or a service does not start; its words are in the exception.
    """
    hears = {name: service.consumers.hears for name, service in SERVICES.items()}
    async with AsyncExitStack() as opened:
        servers = await opened.enter_async_context(
            Servers(choices.folder, services=tuple(SERVICES), hears=hears, on_step=on_step)
        )
        with _step("tables", on_step):
            await migrate(servers.owner_database_urls)
        with _step("streams", on_step):
            await make_topology(servers.nats_admin_url, hears)
        with _step("services", on_step):
            started = await _start_processes(opened, choices, servers)
        yield started


async def _start_processes(opened: AsyncExitStack, choices: Choices, servers: RunningServers) -> Up:
    folder = DataFolder(choices.folder)
    plan = _plan(choices, servers, folder.ports)
    file = folder.path / "plan.json"
    plan.write(file)
    supervisors = {p.name: Supervisor(_program(p, file, folder.logs)) for p in plan.processes}
    for supervisor in supervisors.values():
        opened.push_async_callback(supervisor.stop)
    await asyncio.gather(*(supervisor.start() for supervisor in supervisors.values()))
    front = plan.processes[0]
    pids = {name: supervisor.pid or 0 for name, supervisor in supervisors.items()}
    return Up(f"http://127.0.0.1:{front.port}", pids)


def _plan(choices: Choices, servers: RunningServers, ports: Ports) -> Plan:
    """The first process is the one that clients meet."""
    front = choices.port or ports.pick("api")
    if choices.split:
        processes = [Process(name=GATEWAY, port=front)]
        apart = [Process(name=n, port=ports.pick(n), services=(n,)) for n in SERVICES]
    else:
        processes = []
        apart = [Process(name=TOGETHER, port=front, services=tuple(SERVICES))]
    processes += [same for process in apart for same in process.times(choices.processes)]
    identity = next(p for p in processes if "identity" in p.services)
    jwks = f"http://127.0.0.1:{identity.port}/api/identity/v1/.well-known/jwks.json"
    settings = {name: _settings(name, choices, servers, jwks) for name in SERVICES}
    return Plan(processes=tuple(processes), settings=settings)


def _settings(
    name: str, choices: Choices, servers: RunningServers, jwks_url: str
) -> dict[str, Any]:
    return {
        "database_url": servers.database_urls[name],
        "owner_database_url": servers.owner_database_urls[name],
        "nats_url": servers.nats_urls[name],
        "profile": choices.profile,
        "jwks_url": jwks_url,
        "secret": servers.secrets.master,
        "facts_key": servers.secrets.facts[name],
        "facts_keys": _public_keys(servers.secrets.facts),
        "development_sign_in": True,
        "founder_iin": founder().iin,
        "founder_name": FOUNDER_NAME,
    }


def _public_keys(facts: Mapping[str, str]) -> dict[str, list[str]]:
    return {service: [public_text(private_key(key))] for service, key in facts.items()}


def _program(process: Process, plan_file: Path, logs: Path) -> Program:
    async def ready() -> bool:
        async with httpx.AsyncClient(timeout=2, trust_env=False) as http:
            try:
                path = "/api/identity/v1/healthz" if process.is_gateway else "/readyz"
                answer = await http.get(f"http://127.0.0.1:{process.port}{path}")
            except httpx.TransportError:
                return False
            return answer.is_success and (process.is_gateway or _is(process, answer))

    command = (sys.executable, "-m", "kurultai.serve", str(plan_file), process.name)
    return Program(process.name, command, logs / f"{process.name}.log", ready)


def _is(process: Process, answer: httpx.Response) -> bool:
    """Another process on the same port may have answered."""
    return bool(answer.json()["process"] == process.name)


@contextmanager
def _step(name: str, on_step: OnStep) -> Iterator[None]:
    began = time.perf_counter()
    yield
    on_step(name, time.perf_counter() - began)
