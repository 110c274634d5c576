"""Kills servers and services with SIGKILL, and sees that their supervisors start them again."""

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kurultai.chaos.schedule import Kill
from kurultai.client import NeverHappened
from kurultai.plan import Plan
from kurultai.servers import DataFolder

POSTGRES, NATS = "PostgreSQL", "NATS"
BACK_WITHIN_S = 60.0


@dataclass(frozen=True, slots=True)
class Killed:
    """A process that was killed, and the one that took its place so many seconds later."""

    target: str
    poll: int
    pid: int
    back_as: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"poll {self.poll + 1}: killed {self.target} {self.pid}, "
            f"back as {self.back_as} after {self.seconds:.1f} s"
        )


def marks(folder: DataFolder, plan: Plan) -> dict[str, tuple[str, ...]]:
    """By what can be killed, the words by which its process is known among our children."""
    servers = {
        POSTGRES: (f"-D{folder.postgres / 'data'}",),
        NATS: (str(folder.nats / "nats.conf"),),
    }
    return servers | {p.name: (str(folder.path / "plan.json"), p.name) for p in plan.processes}


@dataclass(slots=True)
class Killer:
    """Kills one after the other, each when the one before has been replaced.

    Args:
        marks: see `marks`.
        say: told of each kill.
        killed: those done.
    """

    marks: dict[str, tuple[str, ...]]
    say: Callable[[str], None]
    killed: list[Killed] = field(default_factory=list)
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def strike(self, kill: Kill) -> None:
        """Wait for the moment, kill, and wait for the successor. Raises NeverHappened."""
        await asyncio.sleep(kill.after_s)
        async with self._one_at_a_time:
            pid = await self._found(kill.target, other_than=0)
            began = time.monotonic()
            _kill_with_children(pid)
            back_as = await self._found(kill.target, other_than=pid)
        done = Killed(kill.target, kill.poll, pid, back_as, time.monotonic() - began)
        self.killed.append(done)
        self.say(str(done))

    async def _found(self, target: str, other_than: int) -> int:
        give_up_at = time.monotonic() + BACK_WITHIN_S
        while time.monotonic() < give_up_at:
            found = [pid for pid in _children(os.getpid()) if self._is(pid, target)]
            if found and found[0] != other_than:
                return found[0]
            await asyncio.sleep(0.05)
        raise NeverHappened(f"{target} did not come back within {BACK_WITHIN_S:.0f} s.")

    def _is(self, pid: int, target: str) -> bool:
        words = _words(pid)
        return all(mark in words for mark in self.marks[target])


def _kill_with_children(pid: int) -> None:
    """The parent first, so that it starts no more; the backends of PostgreSQL are its children."""
    children = list(_children(pid))
    for each in (pid, *children):
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)


def _children(parent: int) -> Iterator[int]:
    """The processes of that parent, by the table of processes of Linux."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # The name, in brackets, may itself hold brackets and spaces (proc(5)).
            state, ppid, *_ = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
            if int(ppid) == parent and state != "Z":
                yield int(stat.parent.name)


def _words(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text("utf-8", "replace").split("\0")
    except OSError:
        return []
