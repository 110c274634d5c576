"""The rules as they stand on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from json import dumps
from typing import Any

from pydantic import Field

from shared.kernel.majority import (
    Base,
    CloseEarly,
    DecisionRule,
    Live,
    Majority,
    QuorumCheck,
    Tie,
    Visibility,
)
from shared.kernel.parameters import NotSettled, Parameter, Rule, Value
from shared.kernel.terms import Term
from shared.kernel.text import Text

NOT_SETTLED = Text(
    kk="«{key}» нормасының мәні белгіленбеген.",
    ru="Значение нормы «{key}» не установлено.",
    en="No value is set for the rule “{key}”.",
)


WINDOWS = {Visibility.ROLL_CALL: "voting.roll_call_window_seconds"}
"""Where the time for voting is another than for most votes: a roll takes long to call."""


class Decision(Majority):
    """A decision as the profile writes it: its majority, and the groups it rests on."""

    quorum: str = Field(default="quorum_sitting", description="A key of the groups.")
    reject: str | None = Field(
        default=None, description="A key of the groups; if none, what is not adopted is rejected."
    )


@dataclass(frozen=True)
class Rules:
    """The versions of a profile in force on one day.

    A question raises KeyError for a key that the profile does not have (a mistake of ours), and
    NotSettled for a value that nobody has set (the silence of the law).
    """

    profile_name: str
    decisions: Mapping[str, Decision]
    groups: Mapping[str, Majority]
    terms: Mapping[str, Term]
    parameters: Mapping[str, Parameter]

    def decision(self, key: str, *, by_roll_call: bool = False) -> DecisionRule:
        """All that makes a count a result; what is secret stays so, whatever is asked."""
        written = self._line(self.decisions, key)
        visibility = self._visibility(key, by_roll_call=by_roll_call)
        return DecisionRule(
            adopt=self.of_total(written),
            reject=None if written.reject is None else self.group(written.reject),
            quorum=self.group(written.quorum),
            quorum_checked=tuple(map(QuorumCheck, self.choices("voting.quorum_checked"))),
            tie=Tie(self.choice("voting.tie")),
            visibility=visibility,
            live=Live(self.choice("voting.live")),
            window_seconds=self.number(WINDOWS.get(visibility, "voting.window_seconds")),
            close_early=CloseEarly(self.choice("voting.close_early")),
            change_before_close=self.flag("voting.change_before_close"),
            remote=self.flag("voting.remote"),
            correction_statement=self.flag("voting.correction_statement"),
            source=written.source,
            status=written.status,
            note=written.note,
        )

    def group(self, key: str) -> Majority:
        """How many must ask, agree or be there."""
        return self.of_total(self._line(self.groups, key))

    def term(self, key: str) -> Term:
        term = self._line(self.terms, key)
        if term.amount is None:
            raise _not_settled(key, term)
        return term

    def number(self, key: str) -> int:
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise _of_another_kind(key, "a number")
        return value

    def flag(self, key: str) -> bool:
        value = self._value(key)
        if not isinstance(value, bool):
            raise _of_another_kind(key, "yes or no")
        return value

    def choice(self, key: str) -> str:
        value = self._value(key)
        if not isinstance(value, str):
            raise _of_another_kind(key, "a choice")
        return value

    def choices(self, key: str) -> tuple[str, ...]:
        """Several words; numbers among them are written as words."""
        value = self._value(key)
        if not isinstance(value, tuple):
            raise _of_another_kind(key, "a list")
        return tuple(map(str, value))

    def settled(self, key: str) -> Value:
        """The value of a parameter; None where nobody has set one, or the profile has none."""
        parameter = self.parameters.get(key)
        return parameter.value if parameter else None

    def numbers(self, key: str) -> tuple[int, ...]:
        return tuple(map(int, self.choices(key)))

    @property
    def seats(self) -> int:
        return self.number("seats")

    @property
    def majority_base(self) -> Base:
        """What "the total number of deputies" is: the seats the law sets, or those filled."""
        return Base(self.choice("majority_base"))

    @cached_property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, of the canonical JSON of all that is in force."""
        in_force: dict[str, Any] = {
            "profile": self.profile_name,
            "decisions": _written(self.decisions),
            "groups": _written(self.groups),
            "terms": _written(self.terms),
            "parameters": _written(self.parameters),
        }
        canonical = dumps(in_force, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return sha256(canonical.encode()).hexdigest()

    def _visibility(self, key: str, *, by_roll_call: bool) -> Visibility:
        if key in self.choices("voting.secret_for"):
            return Visibility.SECRET
        if by_roll_call or key in self.choices("voting.roll_call_for"):
            return Visibility.ROLL_CALL
        return Visibility(self.choice("voting.default"))

    def _value(self, key: str) -> Value:
        parameter = self._line(self.parameters, key)
        if parameter.value is None:
            raise _not_settled(key, parameter)
        return parameter.value

    def _line[R: Rule](self, lines: Mapping[str, R], key: str) -> R:
        if key not in lines:
            message = f"the profile {self.profile_name} has no “{key}” here, or not yet"
            raise KeyError(message)
        return lines[key]

    def of_total(self, majority: Majority) -> Majority:
        """The majority alone; a share of all deputies is of the base that the profile chose."""
        total = majority.base is Base.STATUTORY_SEATS
        return Majority(
            base=self.majority_base if total else majority.base,
            ratio=majority.ratio,
            strict=majority.strict,
            source=majority.source,
            status=majority.status,
            note=majority.note,
        )


def _written[R: Rule](lines: Mapping[str, R]) -> dict[str, Any]:
    return {key: rule.model_dump(mode="json") for key, rule in lines.items()}


def _not_settled(key: str, rule: Rule) -> NotSettled:
    return NotSettled(NOT_SETTLED.filled(key=key), provision=rule.source)


def _of_another_kind(key: str, kind: str) -> TypeError:
    return TypeError(f"the parameter {key} is not {kind}")
