"""The event loop of our processes: uvloop where it is to be had."""

import asyncio
import gc
import sys
from collections.abc import Coroutine
from typing import Any

if sys.platform == "win32":
    new_event_loop = asyncio.new_event_loop
else:
    from uvloop import new_event_loop


COLLECT_LESS = (50_000, 20, 50)
"""Allocations before a look at the young; the default of 2,000 costs a tenth of a busy server."""


def run[T](work: Coroutine[Any, Any, T]) -> T:
    """Run a process's work to its end."""
    # What is loaded by now stays for good: the collector need not look at it again and again.
    gc.freeze()
    gc.set_threshold(*COLLECT_LESS)
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        return runner.run(work)
