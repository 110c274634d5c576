"""A process that is told to stop ends, whatever hangs in it."""

import asyncio
import signal
import subprocess
import sys
import time

from shared.service.loop import HUNG, run

STUBBORN = """
import asyncio
from shared.service.loop import run

async def never():
    while True:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            continue

async def work():
    task = asyncio.create_task(never())
    print("begun", flush=True)
    await asyncio.sleep(60)

run(work(), ends_within_s=0.5)
"""


def test_what_does_not_let_itself_be_cancelled_ends_with_the_process():
    command = [sys.executable, "-c", STUBBORN]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603 our own
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == HUNG


def test_work_that_ended_is_left_alone_afterwards():
    async def work() -> int:
        await asyncio.sleep(0)
        return 7

    assert run(work(), ends_within_s=0.2) == 7
    time.sleep(0.4)
