"""Keeps a server running: a child with its own log, started again when it dies by itself.

The kernel takes the child along when the *thread* that started it ends, so servers are started
from a thread that outlives them: the one of the event loop.
"""

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

log = logging.getLogger(__name__)

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 5.0
# A server that has lived so long did not die of its start: the next pause is short again.
CALM = 30.0
READY_WITHIN = 60.0
LAUNCHER = str(Path(__file__).with_name("launch.py"))
# In good order; at once; whatever it is doing. Seconds each may take.
ENDINGS = ((signal.SIGINT, 15.0), (signal.SIGQUIT, 3.0), (signal.SIGKILL, 5.0))


class ServerDied(Exception):
    """A server ended before it was ready; `said` is what it wrote meanwhile."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__(f"{name} did not start. It said:\n{said.strip() or '(nothing)'}")
        self.said = said

    @property
    def port_was_taken(self) -> bool:
        return "address already in use" in self.said.lower()


@dataclass(frozen=True)
class Program:
    """A server to run.

    Args:
        name: as people call it.
        command: the program, by its full path, and its arguments.
        log: where all it says goes.
        ready: whether a client gets through to it now.
        keep_open: descriptors it inherits; a lock among them is held as long as it lives.
        not_root_in: a folder it must write, if it refuses to run as root.
    """

    name: str
    command: tuple[str, ...]
    log: Path
    ready: Callable[[], Awaitable[bool]]
    keep_open: tuple[int, ...] = ()
    not_root_in: Path | None = None

    async def spawn(self) -> asyncio.subprocess.Process:
        # A session of its own: Ctrl-C is for the supervisor, which stops the servers last.
        with self.log.open("ab") as output:
            return await asyncio.create_subprocess_exec(
                *self._launched(),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=self.keep_open,
                start_new_session=True,
                # Nothing of ours: an environment may hold secrets that are not the servers'.
                env={"LC_ALL": "C"},
            )

    def _launched(self) -> tuple[str, ...]:
        folder = str(self.not_root_in or "")
        return (sys.executable, "-IS", LAUNCHER, str(os.getpid()), folder, *self.command)


@dataclass
class Supervisor:
    """Runs one program until told to stop."""

    program: Program
    _process: asyncio.subprocess.Process | None = None
    _keeper: asyncio.Task[None] | None = None
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)
    # Held while a child is being made, so that `stop` never misses one.
    _making: asyncio.Lock = field(default_factory=asyncio.Lock)
    _log_before: int = 0

    @property
    def pid(self) -> int | None:
        """The server's process, or nothing while it is down."""
        alive = self._process is not None and self._process.returncode is None
        return self._process.pid if self._process and alive else None

    async def start(self) -> None:
        """Start the program and wait until a client gets through.

        Raises:
            ServerDied: it ended before, or was not ready within `READY_WITHIN` seconds.
        """
        try:
            await self._spawn()
            await self._until_ready()
        except BaseException:
            await self.stop()
            raise
        self._keeper = asyncio.create_task(self._keep_running(), name=self.program.name)

    async def stop(self) -> None:
        """Stop the program, and leave it stopped."""
        self._stopping.set()
        async with self._making:
            await self._end()
        if self._keeper:
            await self._keeper

    async def _spawn(self) -> None:
        async with self._making:
            if not self._stopping.is_set():
                log_file = self.program.log
                self._log_before = log_file.stat().st_size if log_file.exists() else 0
                self._process = await self.program.spawn()

    async def _until_ready(self) -> None:
        give_up_at = time.monotonic() + READY_WITHIN
        while not await self.program.ready():
            if self.pid is None or time.monotonic() > give_up_at:
                raise ServerDied(self.program.name, self._said())
            await asyncio.sleep(0.01)

    def _said(self) -> str:
        with self.program.log.open("rb") as output:
            output.seek(self._log_before)
            return output.read().decode(errors="replace")

    async def _keep_running(self) -> None:
        pause = FIRST_PAUSE
        while True:
            lived = await self._lifetime()
            pause = FIRST_PAUSE if lived > CALM else pause
            if await self._stopping_within(pause):
                return
            pause = min(pause * 2, LONGEST_PAUSE)
            try:
                await self._spawn()
            except OSError:
                log.exception("%s could not be started again", self.program.name)

    async def _lifetime(self) -> float:
        """Wait for the end of the child; return how long that took, in seconds."""
        began = time.monotonic()
        if self._process:
            await self._process.wait()
        return time.monotonic() - began

    async def _stopping_within(self, pause: float) -> bool:
        if not self._stopping.is_set():
            code = self._process.returncode if self._process else None
            name = self.program.name
            log.warning("%s ended by itself (%s); starting it again in %s s", name, code, pause)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), pause)
        return self._stopping.is_set()

    async def _end(self) -> None:
        for number, seconds in ENDINGS:
            if self._process is None or self._process.returncode is not None:
                return
            with suppress(ProcessLookupError, TimeoutError):
                self._process.send_signal(number)
                await asyncio.wait_for(self._process.wait(), seconds)
