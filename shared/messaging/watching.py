"""Loops that must not end, and the numbers by which they are watched."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from prometheus_client import Counter, Gauge

log = structlog.get_logger()

FIRST_PAUSE_S = 0.1
LONGEST_PAUSE_S = 5.0

TOLD = Counter("kurultai_facts_told_total", "Facts put into the stream.")
HEARD = Counter("kurultai_facts_heard_total", "Facts taken in.", ["service"])
PARKED = Gauge("kurultai_parked_facts", "Facts given up on, waiting for a person.", ["service"])
REFUSED = Counter("kurultai_facts_refused_total", "Facts without their signature.", ["service"])
FAILURES = Counter("kurultai_loop_failures_total", "Failures of a loop.", ["loop"])


async def persist(name: str, once: Callable[[], Awaitable[None]]) -> None:
    """Run a loop for ever: whatever ends it, it begins anew after a pause.

    The drivers raise exceptions of no common family when a server is killed under them, so
    anything but the end of the task is survived here, told and counted.
    """
    pause = FIRST_PAUSE_S
    while True:
        began = asyncio.get_running_loop().time()
        try:
            await once()
        except Exception as error:  # noqa: BLE001 see above: the loop outlives its servers
            FAILURES.labels(name).inc()
            log.warning("loop failed", loop=name, error=type(error).__name__)
        lasted = asyncio.get_running_loop().time() - began
        pause = FIRST_PAUSE_S if lasted > LONGEST_PAUSE_S else min(2 * pause, LONGEST_PAUSE_S)
        await asyncio.sleep(pause)
