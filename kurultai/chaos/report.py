"""What was found, for people and for programs."""

import json
import sys
from collections import Counter

from rich.console import Console
from rich.table import Table

from kurultai.chaos.campaign import Outcome
from kurultai.chaos.ledger import Column

SHOWN = 20


def print_report(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        json.dump(outcome.as_json(), sys.stdout)
        sys.stdout.write("\n")
    else:
        _print_table(outcome)


def _print_table(outcome: Outcome) -> None:
    console, counted = Console(highlight=False), outcome.as_json()
    table = Table(*counted, title="Polls while servers and services were killed")
    table.add_row(*(_cell(name, number) for name, number in counted.items()))
    console.print(table)
    for fault in sorted(outcome.faults, key=lambda f: (f.vote_id, f.column))[:SHOWN]:
        console.print(f"[red]{fault.column}[/red] in {fault.vote_id}: {fault.why}")
    console.print(f"{outcome.seconds:.0f} s. Refused, recorded unknown to its sender, unanswered:")
    for what, times in _met(outcome).most_common():
        console.print(f"  {times:6} {what}")


def _met(outcome: Outcome) -> Counter[str]:
    """What the polls ran into: a test in which nothing happens would show nothing."""
    met = outcome.unanswered.copy()
    for ledger, record in outcome.held:
        met.update(refusal.code for refusal in ledger.refused)
        acknowledged = {told.sent.request_id for told in ledger.acknowledged}
        met["recorded, never acknowledged"] += sum(
            ballot.request_id not in acknowledged for ballot in record.kept
        )
    return met


def _cell(name: str, number: int) -> str:
    return f"[red]{number}[/red]" if number and name in set(Column) else str(number)
