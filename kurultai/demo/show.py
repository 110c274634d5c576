"""The record of the bill as a timeline, and what was refused, for people and for programs."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from kurultai.chamber import clerk, deputy, founder
from kurultai.demo.telling import Telling


def show_json(telling: Telling, seconds: float) -> None:
    told = {
        "law": telling.law,
        "timeline": telling.timeline,
        "refusals": telling.refusals,
        "ballots": telling.ballots,
        "seconds": round(seconds, 1),
    }
    json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def show(telling: Telling, seconds: float) -> None:
    console = Console(highlight=False)
    console.print(_record(telling))
    console.print(_refusals(telling))
    console.print(
        f"Law No. {telling.law['number']}, in effect from {telling.law['in_effect_on']}. "
        f"{telling.ballots} ballots, each with its deputy's own token; {seconds:.0f} s in all."
    )


def show_way_on(console: Console, telling: Telling, data: Path) -> None:
    """Who may sign in to what was kept, and which bill there is."""
    people = {"registrar": founder(), "clerk": clerk(), "Chair": deputy(1, None).person}
    iins = ", ".join(f"{who} {person.iin}" for who, person in people.items())
    console.print(
        f"\nKept. [bold]kurultai up --port 8200 --data {data}[/bold] goes on with it.\n"
        f"The bill: BILL={telling.law['id']}\nWho may sign in, by IIN: {iins}"
    )


def _record(telling: Telling) -> Table:
    title = f"Record of bill No. {telling.law['number']}: {telling.law['title']['ru']}"
    table = Table("time", "act", "who", "provision", "to stage", title=title, show_lines=True)
    for step in telling.timeline:
        table.add_row(
            datetime.fromisoformat(step["at"]).astimezone().strftime("%H:%M:%S"),
            _act(step),
            _who(step["who"]),
            step["provision"] or "",
            step["to_stage_name"] or "",
        )
    return table


def _act(step: dict[str, Any]) -> str:
    lines = [f"[bold]{step['title']}[/bold]", *step["sentences"]]
    if vote := step["vote"]:
        lines.append(
            f"{vote['votes_for']} for, {vote['against']} against, {vote['abstained']} abstained, "
            f"{vote['present_not_voted']} present not voting, {vote['absent']} absent; "
            f"{vote['needed']} of {vote['whole']} needed: {vote['outcome_name']}"
        )
    return "\n".join(lines)


def _who(who: dict[str, Any] | None) -> str:
    if who is None:
        return ""
    return f"{who['name']}, {who['role_name']}" if who["name"] else str(who["role_name"])


def _refusals(telling: Telling) -> Table:
    table = Table("attempted", "answer", "provision", title="What did not happen", show_lines=True)
    for refusal in telling.refusals:
        answer = f"{refusal['code']}: {refusal['detail']}"
        table.add_row(refusal["attempted"], answer, refusal.get("provision") or "")
    return table
