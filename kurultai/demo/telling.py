"""What the demo keeps of what happened, and how it says it while it happens."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from kurultai.client import Refused

type Say = Callable[[str], None]


class NotRefused(Exception):
    """Something that the rules forbid was not refused."""


@dataclass(slots=True)
class Telling:
    """The acts as they are said, and what there is to show at the end."""

    say: Say
    law: dict[str, Any] = field(default_factory=dict)
    timeline: list[dict[str, Any]] = field(default_factory=list)
    refusals: list[dict[str, Any]] = field(default_factory=list)
    ballots: int = 0

    async def must_refuse(self, what: str, attempt: Awaitable[Any]) -> dict[str, Any]:
        """Have the service refuse something. Raises NotRefused if it does not."""
        try:
            await attempt
        except Refused as refusal:
            self.keep_refusal(what, refusal.problem)
            return refusal.problem
        raise NotRefused(what)

    def keep_refusal(self, what: str, told: dict[str, Any]) -> None:
        self.refusals.append({"attempted": what, **told})
        self.say(f"[yellow]refused[/yellow]  {what} — {told.get('provision')}")
