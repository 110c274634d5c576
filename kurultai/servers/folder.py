"""The data folder: where both servers keep their files, their ports and their secrets."""

import asyncio
import fcntl
import os
import time
from collections.abc import Collection
from contextlib import ExitStack
from pathlib import Path
from typing import Self, TextIO

from kurultai.servers.ports import Ports
from kurultai.servers.private import Secrets, secrets_in

OLD_SERVERS_GONE_WITHIN = 60.0


class FolderInUse(Exception):
    """Another process has the data folder."""


class SecretsLost(Exception):
    """New secrets would not open the old data, and would hide that they do not."""


class DataFolder:
    """A folder that one process at a time may use, locked from `with` to its end."""

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser().resolve()
        self.postgres = self.path / "postgres"
        self.nats = self.path / "nats"
        self.logs = self.path / "logs"
        self.ports = Ports(self.path / "ports.json")
        # The servers inherit this descriptor: the lock on it is free when the last of them is gone.
        self.servers_lock = -1
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Lock the folder, and make what it lacks.

        Raises:
            FolderInUse: another process has it; the message names that process.
        """
        for folder in (self.path, self.postgres, self.nats, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with ExitStack() as opened:
            self._lock_for_us(opened.enter_context(_opened(self.path / "lock")))
            self.servers_lock = opened.enter_context(_opened(self.path / "servers.lock")).fileno()
            self._open = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _lock_for_us(self, lock: TextIO) -> None:
        if not _lock(lock.fileno()):
            raise FolderInUse(f"{self.path} is in use by process {lock.read()}.")
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()

    async def wait_for_old_servers(self) -> None:
        """Wait until the servers of an earlier start, whose supervisor was killed, are gone.

        Raises:
            FolderInUse: they still run after `OLD_SERVERS_GONE_WITHIN` seconds.
        """
        give_up_at = time.monotonic() + OLD_SERVERS_GONE_WITHIN
        while not _lock(self.servers_lock):
            if time.monotonic() > give_up_at:
                raise FolderInUse(f"Servers of an earlier start still run on {self.path}.")
            await asyncio.sleep(0.02)

    def secrets(self, services: Collection[str]) -> Secrets:
        """The secrets of the folder; those of new services are made now.

        Raises:
            SecretsLost: there is data, but nothing to open it with.
        """
        kept = self.path / "secrets.json"
        if not kept.exists() and any(self.postgres.iterdir()):
            raise SecretsLost(f"{kept} is gone, and the data beside it opens with it only.")
        return secrets_in(kept, services)


def _opened(path: Path) -> TextIO:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii")


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
