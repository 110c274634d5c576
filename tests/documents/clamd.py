"""A real clamd of Debian, with a database of one signature; where it is not installed, a stand-in.

The stand-in speaks the same protocol from the other side, and knows the same one signature: it
shows that the client speaks it, and not that ClamAV does.
"""

import asyncio
import shutil
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.files.documents import EICAR

PROGRAM = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin")
SIGNATURE = f"Kurultai.Test:0:*:{EICAR.hex()}\n"
CONFIG = """\
Foreground yes
LocalSocket {folder}/socket
DatabaseDirectory {folder}/signatures
TemporaryDirectory {folder}
StreamMaxLength 3M
"""


@asynccontextmanager
async def clamd(folder: Path) -> AsyncIterator[str]:
    """Its address, as the setting names it."""
    if PROGRAM is None:
        server = await asyncio.start_unix_server(stand_in, folder / "socket")
        async with server:
            yield f"unix:{folder / 'socket'}"
        return
    (folder / "signatures").mkdir()
    (folder / "signatures" / "test.ndb").write_text(SIGNATURE)
    (folder / "clamd.conf").write_text(CONFIG.format(folder=folder))
    process = await asyncio.create_subprocess_exec(
        PROGRAM, "--config-file", folder / "clamd.conf", stdout=-3, stderr=-3
    )
    try:
        async with asyncio.timeout(60):
            while not (folder / "socket").exists():  # noqa: ASYNC110 another process makes it
                await asyncio.sleep(0.05)
        yield f"unix:{folder / 'socket'}"
    finally:
        process.kill()
        await process.wait()


async def stand_in(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    assert await reader.readexactly(10) == b"zINSTREAM\0"
    content = b""
    while length := struct.unpack("!L", await reader.readexactly(4))[0]:
        content += await reader.readexactly(length)
    found = b"Kurultai.Test.UNOFFICIAL FOUND" if EICAR in content else b"OK"
    writer.write(b"stream: " + found + b"\0")
    await writer.drain()
    writer.close()
