"""Starts the servers on a folder, says so, and waits to be killed."""

import asyncio
import sys
from pathlib import Path

from kurultai.servers import Servers


async def launch(folder: Path) -> None:
    async with Servers(folder, services=("voting", "bills"), environment={}):
        sys.stdout.write("running\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


asyncio.run(launch(Path(sys.argv[1])))
