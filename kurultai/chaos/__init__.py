"""`kurultai chaos`: polls while servers and services are killed; every ballot is accounted for.

Deputies cast over HTTP, some from two devices at once, some sending again what was answered or
what was not. Meanwhile the services, PostgreSQL and NATS are killed with SIGKILL. Afterwards what
the deputies were told is compared with the record by name, the certified result and the table.
"""

import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import yaml
from rich.console import Console

from kurultai import chamber
from kurultai.chaos.asking import Line
from kurultai.chaos.campaign import Campaign, Outcome, Say
from kurultai.chaos.conducting import Floor
from kurultai.chaos.killing import Killer, marks
from kurultai.chaos.recount import Table
from kurultai.chaos.report import print_report
from kurultai.chaos.schedule import Asked, drawn
from kurultai.client import Client
from kurultai.plan import Plan
from kurultai.servers import DataFolder
from kurultai.sitting import close_sitting, open_sitting
from kurultai.up import Choices, up
from kurultai.wire import Origin
from shared import rules

PROFILE = "kz-kurultai-2026-provisional"
SEATS = 145
UNSOUND = 1


async def run(  # noqa: PLR0913 the options of the command
    *,
    polls: int,
    kills: int,
    seed: int,
    as_json: bool,
    split: bool = False,
    deputies: int = SEATS,
) -> int:
    """Hold the polls in a chamber of its own, which is gone afterwards; 1 on any fault.

    Raises:
        NeverHappened: what was killed did not come back, or an answer never came.
    """
    say = _teller()
    with tempfile.TemporaryDirectory(prefix="kurultai-chaos-") as made:
        choices = Choices(Path(made) / "data", _profile(Path(made), deputies), split=split)
        async with (
            up(choices, lambda name, s: say(f"[dim]{name} ({s:.2f} s)[/dim]")) as running,
            Client.at(running.base_url) as client,
        ):
            asked = Asked(seed, polls, kills, deputies)
            outcome = await _carried_out(asked, client, DataFolder(choices.folder), say)
    print_report(outcome, as_json=as_json)
    return UNSOUND if outcome.faults else 0


async def _carried_out(asked: Asked, client: Client, folder: DataFolder, say: Say) -> Outcome:
    plan = Plan.model_validate_json((folder.path / "plan.json").read_bytes())
    killer = Killer(marks(folder, plan), say)
    async with _floor(client, plan, asked.deputies) as floor:
        say(f"{asked.deputies} deputies are registered; the sitting is open")
        campaign = Campaign(client, floor, killer, say)
        return await campaign.carry_out(drawn(asked, targets=[*killer.marks]))


@asynccontextmanager
async def _floor(client: Client, plan: Plan, deputies: int) -> AsyncIterator[Floor]:
    """A chamber in its sitting, all present, until the end of the block."""
    members = [chamber.deputy(number, None) for number in range(1, deputies + 1)]
    formed = await chamber.form(client, [], members)
    sitting_id = await open_sitting(client, formed, members)
    origin = Origin("127.0.0.1", plan.processes[0].port)
    owner_url = plan.settings["voting"]["owner_database_url"]
    async with Line.to(origin) as line, Table.at(owner_url) as table:
        yield Floor(formed, sitting_id, line, table)
    await close_sitting(client, formed, sitting_id)


def _profile(folder: Path, deputies: int) -> str:
    """The rules of the Kurultai, for this many seats, and the presiding officer may close early."""
    written = yaml.safe_load((files(rules) / "profiles" / f"{PROFILE}.yaml").read_text("utf-8"))
    changed = {"seats": deputies, "voting.close_early": "by_presiding_officer"}
    for name, value in changed.items():
        for version in written["parameters"][name]["versions"].values():
            version["value"] = value
    path = folder / "chaos.yaml"
    path.write_text(yaml.safe_dump(written | {"name": "chaos"}, allow_unicode=True), "utf-8")
    return str(path)


def _teller() -> Say:
    """Says how it goes, where the report is not written, with the seconds since the start."""
    console, began = Console(stderr=True, highlight=False), time.perf_counter()
    return lambda what: console.print(f"{time.perf_counter() - began:6.1f} s  {what}")
