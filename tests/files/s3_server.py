"""A server that speaks S3, on the loopback and on a real disk: nanio.

It is a small server of its own kind, not Amazon's: it checks signatures, takes uploads in parts,
copies and gives ranges; of many machines that must agree it can say nothing, being one.
"""

import asyncio
import os
import socket
import sysconfig
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ACCESS, SECRET = "tests", "a-secret-of-the-tests"
BUCKET = "documents"


@dataclass(frozen=True, slots=True)
class S3Server:
    """Where it listens, and the folder of its bucket."""

    endpoint: str
    folder: Path

    def names(self) -> list[str]:
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(str(path.relative_to(self.folder)) for path in files)


@asynccontextmanager
async def s3_server(folder: Path) -> AsyncIterator[S3Server]:
    (folder / "data" / BUCKET).mkdir(parents=True)
    port = free_port()
    log = (folder / "log").open("wb")
    process = await asyncio.create_subprocess_exec(
        Path(sysconfig.get_path("scripts")) / "nanio",
        "serve",
        "--host=127.0.0.1",
        f"--port={port}",
        f"--data-dir={folder / 'data'}",
        "--no-access-log",
        env=os.environ | {"NANIO_ACCESS_KEY": ACCESS, "NANIO_SECRET_KEY": SECRET},
        stderr=log,
    )
    try:
        await listening(port)
        yield S3Server(f"http://127.0.0.1:{port}", folder / "data" / BUCKET)
    finally:
        process.kill()
        await process.wait()
        log.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def listening(port: int) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
