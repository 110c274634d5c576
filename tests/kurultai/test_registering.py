"""Eight clerks register at once, through the whole service: no refusal, and no gap."""

import asyncio
from pathlib import Path

from kurultai.client import BILLS

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
CLERKS, EACH = 8, 4


async def test_eight_clerks_at_once_are_never_refused_and_leave_no_gap(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from register import opened  # noqa: PLC0415 it is beside the benchmarks

    async with opened() as at:
        bills = [await at.introduced() for _ in range(CLERKS * EACH)]

        async def clerk(mine):
            return [await at.register(bill_id) for bill_id in mine]

        told = await asyncio.gather(*(clerk(bills[n::CLERKS]) for n in range(CLERKS)))
        numbers = sorted(int(bill["number"].split("-")[1]) for mine in told for bill in mine)
        assert numbers == list(range(numbers[0], numbers[0] + len(bills)))

        counts = {
            each["stage"]: each["bills"] for each in await at.client.get(f"{BILLS}/bills/counts")
        }
        assert counts["registered"] == numbers[-1]
