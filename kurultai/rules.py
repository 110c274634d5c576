"""`kurultai rules`: every number of the law, where it is from, and how sure that is."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from shared import rules
from shared.kernel.occasion import day_of
from shared.kernel.rules import Profile, Status
from shared.rules.printing import COLUMNS, Row, as_markdown, as_rows, not_confirmed_rows

COLOURS = {
    Status.CONFIRMED: "green",
    Status.LAST_KNOWN: "cyan",
    Status.PROPOSED: "blue",
    Status.RECALLED: "yellow",
    Status.UNKNOWN: "red",
}


def show(profile_name: str, *, as_json: bool) -> None:
    """Print the rules in force today, then those that are not confirmed."""
    profile, today = rules.load(profile_name), day_of(datetime.now(UTC))
    rows = as_rows(profile, today)
    unsure = not_confirmed_rows(profile, today)
    if as_json:
        _print_json(profile, rows, unsure)
        return
    console = Console(highlight=False)
    if profile.banner:
        console.print(f"[black on yellow] {profile.banner.en} [/]")
    console.print(_table(f"{profile.name}, in force on {today}", rows))
    console.print(_table(f"Not confirmed: {len(unsure)} of {len(rows)}", unsure))


def page(profile_name: str) -> str:
    """The profile as a page, as it stands on the day from which it is in effect."""
    profile = rules.load(profile_name)
    return as_markdown(profile, profile.effective_from)


def write_pages(folder: Path) -> None:
    """Write a page a profile."""
    for name in rules.names():
        (folder / f"rules-{name}.md").write_text(page(name), "utf-8")


def _print_json(profile: Profile, rows: list[Row], unsure: list[Row]) -> None:
    told = {
        "profile": profile.name,
        "rules": [asdict(row) for row in rows],
        "not_confirmed": [row.key for row in unsure],
    }
    json.dump(told, sys.stdout, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write("\n")


def _table(title: str, rows: list[Row]) -> Table:
    table = Table(*COLUMNS, title=title)
    for row in rows:
        *cells, status, note = row.cells
        table.add_row(*cells, f"[{COLOURS[row.status]}]{status}[/]", note)
    return table
