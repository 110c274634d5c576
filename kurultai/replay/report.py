"""What a replay found, for people and for programs."""

import json
import sys

from rich.console import Console
from rich.table import Table

from kurultai.replay.casting import Compared, Replayed
from kurultai.replay.files import COUNTS, RollCalls

TITLE_WIDTH = 48


def print_report(replayed: Replayed, roll_calls: RollCalls, *, as_json: bool) -> None:
    if as_json:
        json.dump(replayed.as_json() | {"enrolled": roll_calls.missing}, sys.stdout)
        sys.stdout.write("\n")
    else:
        _print_table(replayed, roll_calls)


def _print_table(replayed: Replayed, roll_calls: RollCalls) -> None:
    console = Console(highlight=False)
    table = Table("poll", "title", *COUNTS, "outcome", "as published", title="Replayed roll calls")
    for compared in replayed.compared:
        table.add_row(*_cells(compared))
    console.print(table)
    if roll_calls.missing:
        console.print(f"Enrolled though missing from mandates.csv: {', '.join(roll_calls.missing)}")
    matching = len(replayed.compared) - len(replayed.differing)
    console.print(
        f"{matching} of {len(replayed.compared)} polls as published; {replayed.ballots} ballots "
        f"in {replayed.seconds:.1f} s: {replayed.ballots_per_second:.0f} a second, end to end"
    )


def _cells(compared: Compared) -> list[str]:
    counts = [_count(compared, name) for name in COUNTS]
    verdict = "yes" if compared.matches else "[red]NO[/red]"
    return [compared.poll_id, compared.title[:TITLE_WIDTH], *counts, compared.outcome, verdict]


def _count(compared: Compared, name: str) -> str:
    published, certified = compared.published[name], compared.certified[name]
    return str(certified) if published == certified else f"[red]{certified} ≠ {published}[/red]"
