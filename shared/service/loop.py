"""The event loop of our processes: uvloop where it is to be had."""

import asyncio
import gc
import os
import sys
import threading
from collections.abc import Coroutine
from typing import Any

if sys.platform == "win32":
    new_event_loop = asyncio.new_event_loop
else:
    from uvloop import new_event_loop


COLLECT_LESS = (50_000, 20, 50)
"""Allocations before a look at the young; the default of 2,000 costs a tenth of a busy server."""


ENDS_WITHIN_S = 10.0
"""For what is left once the work has ended, as when servers died under it."""
HUNG = 70
"""The exit status of a process that did not end by itself (`EX_SOFTWARE` of sysexits.h)."""


def run[T](work: Coroutine[Any, Any, T], *, ends_within_s: float = ENDS_WITHIN_S) -> T:
    """Run a process's work to its end; what does not let itself be cancelled ends with the process.

    All that was promised is in the database by then: nothing is lost that a crash would not lose.
    """
    # What is loaded by now stays for good: the collector need not look at it again and again.
    gc.freeze()
    gc.set_threshold(*COLLECT_LESS)
    last_resort = threading.Timer(ends_within_s, os._exit, (HUNG,))
    last_resort.daemon = True
    try:
        with asyncio.Runner(loop_factory=new_event_loop) as runner:
            try:
                return runner.run(work)
            finally:
                last_resort.start()
    finally:
        last_resort.cancel()
