"""`kurultai replay`: real roll-call votes, cast again through the public API and compared."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from kurultai import chamber
from kurultai.client import COMMITTEES, Client
from kurultai.replay.casting import Compared, Floor, Replayed, replay
from kurultai.replay.files import RollCalls, read
from kurultai.replay.report import print_report
from kurultai.replay.seating import first_seated
from kurultai.sitting import close_sitting, open_sitting
from kurultai.up import Choices, up

DIFFERENT = 1


async def run(folder: Path, *, profile: str, as_json: bool, split: bool) -> int:
    """Replay a folder in a chamber of its own, which is gone afterwards; 1 on any difference.

    Raises:
        BadFile: a file is not what it must be; nothing was started.
    """
    roll_calls = read(folder)
    console = Console(stderr=True, quiet=as_json, highlight=False)
    with tempfile.TemporaryDirectory(prefix="kurultai-replay-") as data:
        choices = Choices(Path(data), profile, split=split)
        async with (
            up(choices, lambda name, s: console.print(f"  {name:<22}{s:7.2f} s")) as running,
            Client.at(running.base_url) as client,
        ):
            replayed = await replay_all(client, roll_calls, console.print)
    print_report(replayed, roll_calls, as_json=as_json)
    return DIFFERENT if replayed.differing else 0


type Say = Callable[[str], None]


async def replay_all(client: Client, roll_calls: RollCalls, say: Say) -> Replayed:
    """Form the chamber of the files and replay every poll; only the polls are timed."""
    floor = await _form(client, roll_calls, say)
    began = time.perf_counter()
    replayed = await replay(floor, roll_calls.polls, lambda compared: say(_told(compared)))
    replayed.seconds = time.perf_counter() - began
    await close_sitting(client, floor.chamber, floor.sitting_id)
    return replayed


async def _form(client: Client, roll_calls: RollCalls, say: Say) -> Floor:
    """The chamber of the files: a faction a party, a deputy a mandate, as far as seats go."""
    factions = {
        party: chamber.Faction({"kk": party, "ru": party})
        for party in sorted(set(roll_calls.parties.values()))
    }
    members = {
        mandate: chamber.deputy(number, factions[party], _called(mandate))
        for number, (mandate, party) in enumerate(roll_calls.parties.items(), start=1)
    }
    seats = await _seats(client)
    seated = {m: members[m] for m in first_seated(members, roll_calls.polls, seats)}
    formed = await chamber.form(client, list(factions.values()), list(seated.values()))
    sitting_id = await open_sitting(client, formed, seated.values())
    say(f"  {len(seated)} deputies seated; the sitting is open")
    return Floor(client, formed, sitting_id, members, seated, seats)


async def _seats(client: Client) -> int:
    composition = await client.get(f"{COMMITTEES}/composition")
    return int(composition["seats"])


def _called(mandate: str) -> dict[str, str]:
    return {"kk": f"{mandate} мандат", "ru": f"Мандат {mandate}"}


def _told(compared: Compared) -> str:
    verdict = "as published" if compared.matches else "[red]differs[/red]"
    rate = compared.ballots / compared.seconds if compared.seconds else 0.0
    return f"  {compared.poll_id:>6}  {compared.ballots:4} ballots  {rate:6.0f}/s  {verdict}"
