"""The rules profile: all the numbers of one parliament, through time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from shared.kernel.in_force import Decision, Rules
from shared.kernel.majority import (
    Abstain,
    Base,
    Chamber,
    CloseEarly,
    Count,
    DecisionRule,
    Live,
    Majority,
    Outcome,
    QuorumCheck,
    Tie,
    Visibility,
)
from shared.kernel.parameters import Dated, NotSettled, Parameter, Rule, Status
from shared.kernel.terms import Calendar, Starts, Stop, StoppedClock, Term, Unit, YearCount
from shared.kernel.text import Text

__all__ = [
    "Abstain",
    "Base",
    "Calendar",
    "Chamber",
    "CloseEarly",
    "Count",
    "Dated",
    "Decision",
    "DecisionRule",
    "Entry",
    "Live",
    "Majority",
    "NotSettled",
    "Outcome",
    "Parameter",
    "Profile",
    "QuorumCheck",
    "Rule",
    "Rules",
    "Section",
    "Starts",
    "Status",
    "Stop",
    "StoppedClock",
    "Term",
    "Tie",
    "Unit",
    "Visibility",
    "YearCount",
]

type Section = Literal["decisions", "groups", "terms", "parameters"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one line of a profile."""

    section: Section
    key: str
    since: date
    rule: Rule


class Profile(BaseModel):
    """All the numbers of one jurisdiction, through time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    jurisdiction: Text
    banner: Text | None = Field(default=None, description="Shown while values are not final.")
    effective_from: date
    calendars: str | None = Field(
        default=None, description="Whose working-day calendars: the first part of their names."
    )
    decisions: dict[str, Dated[Decision]]
    groups: dict[str, Dated[Majority]]
    terms: dict[str, Dated[Term]]
    parameters: dict[str, Dated[Parameter]]

    @model_validator(mode="after")
    def _every_vote_can_be_held(self) -> "Profile":
        for day in self._turning_days():
            rules = self.on(day)
            _has_seats(rules)
            for key in rules.decisions:
                _complete(rules, key)
        return self

    def _turning_days(self) -> list[date]:
        starts = {entry.since for entry in self.entries() if entry.since > self.effective_from}
        return sorted({self.effective_from, *starts})

    def on(self, day: date) -> Rules:
        """The versions in force on `day`. Raises LookupError before the profile takes effect."""
        if day < self.effective_from:
            message = f"{self.name} is in effect from {self.effective_from}, not on {day}"
            raise LookupError(message)
        if day not in self._days:
            self._days[day] = Rules(
                profile_name=self.name,
                decisions=_begun(self.decisions, day),
                groups=_begun(self.groups, day),
                terms=_begun(self.terms, day),
                parameters=_begun(self.parameters, day),
            )
        return self._days[day]

    @cached_property
    def _days(self) -> dict[date, Rules]:
        """Every request asks for the rules of its day, and few days are asked for."""
        return {}

    @property
    def sections(self) -> dict[Section, Mapping[str, Dated[Any]]]:
        return {
            "decisions": self.decisions,
            "groups": self.groups,
            "terms": self.terms,
            "parameters": self.parameters,
        }

    def entries(self) -> Iterator[Entry]:
        """Every version of every line, section by section."""
        for section, lines in self.sections.items():
            for key, dated in lines.items():
                for since, rule in sorted(dated.versions.items()):
                    yield Entry(section, key, since, rule)

    def not_confirmed(self) -> tuple[Entry, ...]:
        """What the legal department has yet to confirm or to replace."""
        return tuple(e for e in self.entries() if e.rule.status is not Status.CONFIRMED)


def _begun[R: Rule](lines: Mapping[str, Dated[R]], day: date) -> dict[str, R]:
    return {key: dated.on(day) for key, dated in lines.items() if dated.begun(day)}


def _has_seats(rules: Rules) -> None:
    seats = rules.parameters.get("seats")
    if seats is None or not isinstance(seats.value, int) or seats.value < 1:
        message = "the parameter seats says how many deputies there are"
        raise ValueError(message)


def _complete(rules: Rules, key: str) -> None:
    """Refuse a decision that could not be voted on, unless the law itself is silent on it."""
    try:
        _can_be_held(rules.decision(key))
    except NotSettled:
        return
    except (KeyError, TypeError, ValueError) as wrong:
        message = f"no vote by the decision {key} could be held: {_in_one_line(wrong)}"
        raise ValueError(message) from wrong


def _can_be_held(rule: DecisionRule) -> None:
    """Refuse what the service does not do, so that nobody believes it is done."""
    if rule.visibility is Visibility.OPEN_NUMBERS:
        message = (
            "the log publishes every ballot with its deputy, so that anyone can count again: "
            "open_numbers would hide names that can be read there"
        )
        raise ValueError(message)


def _in_one_line(wrong: Exception) -> str:
    return str(wrong.args[0] if wrong.args else wrong).replace("\n", " ")
