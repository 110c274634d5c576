"""Majorities: how many votes carry a question, in integers only."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, StrictBool, StrictInt, model_validator

from shared.kernel.parameters import Rule, Whole


class Base(StrEnum):
    """The whole that a majority is counted of."""

    STATUTORY_SEATS = "statutory_seats"
    SEATS_FILLED = "seats_filled"
    REGISTERED = "registered"
    PRESENT = "present"
    BALLOTS_CAST = "ballots_cast"
    FOR_PLUS_AGAINST = "for_plus_against"


class Outcome(StrEnum):
    """A failed vote is no rejection: that has its own majority (Constitution 2026, art. 60(5))."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_DECISION = "no_decision"
    DIVIDED = "divided"
    """Of a question decided item by item: some are adopted, others are not."""


@dataclass(frozen=True, slots=True)
class Chamber:
    """The wholes that are known before a vote; of a committee, `seats` are its members."""

    seats: int
    filled: int
    registered: int


@dataclass(frozen=True, slots=True)
class Count:
    """The ballots of a vote; those present are the chamber's `registered`."""

    for_: int
    against: int
    abstained: int

    @property
    def cast(self) -> int:
        return self.for_ + self.against + self.abstained

    @property
    def decided(self) -> int:
        return self.for_ + self.against


def _parts(ratio: Any) -> Any:
    """`2/3` as the pair (2, 3); anything else is left for the type to judge."""
    if not isinstance(ratio, str):
        return ratio
    parts = ratio.split("/")
    if len(parts) != 2 or not all(part.strip().isdecimal() for part in parts):  # noqa: PLR2004 a fraction
        message = "a share of a whole is written as two integers, like 2/3"
        raise ValueError(message)
    return tuple(int(part) for part in parts)


Ratio = Annotated[tuple[StrictInt, StrictInt], BeforeValidator(_parts)]
"""A part of a whole, written `2/3`. Never a float: two thirds of 98 must be exact."""


class Majority(Rule):
    """A part of a whole: at least `ratio` of it, or more than `ratio` if `strict`."""

    base: Base
    ratio: Ratio
    strict: StrictBool

    @model_validator(mode="after")
    def _within_the_whole(self) -> "Majority":
        part, whole = self.ratio
        if not 0 < part <= whole - self.strict:
            message = f"{'more than' if self.strict else 'at least'} {part}/{whole} is no majority"
            raise ValueError(message)
        return self

    def needed(self, whole: int) -> int:
        """How many of `whole` are enough; of nothing, one is still needed."""
        part, parts = self.ratio
        if self.strict:
            return whole * part // parts + 1
        return max(1, -(-whole * part // parts))

    def whole(self, chamber: Chamber, count: Count | None = None) -> int:
        """The whole in numbers. Raises ValueError if it depends on ballots not yet counted."""
        match self.base:
            case Base.STATUTORY_SEATS:
                return chamber.seats
            case Base.SEATS_FILLED:
                return chamber.filled
            case Base.REGISTERED | Base.PRESENT:
                return chamber.registered
            case Base.BALLOTS_CAST:
                return _counted(count).cast
            case Base.FOR_PLUS_AGAINST:
                return _counted(count).decided

    @property
    def known_before_the_vote(self) -> bool:
        return self.base not in {Base.BALLOTS_CAST, Base.FOR_PLUS_AGAINST}


def _counted(count: Count | None) -> Count:
    if count is None:
        message = "this whole is known only when the ballots are counted"
        raise ValueError(message)
    return count


class Abstain(StrEnum):
    """What an abstention does: it counts in the whole and is not for, or it does not count."""

    NOT_FOR = "not_for"
    EXCLUDED = "excluded"


class Tie(StrEnum):
    """As many for as against: judged like any count, or nothing is decided until a re-vote."""

    NOT_ADOPTED = "not_adopted"
    REVOTE = "revote"


class Visibility(StrEnum):
    OPEN_NAMED = "open_named"
    OPEN_NUMBERS = "open_numbers"
    ROLL_CALL = "roll_call"
    SECRET = "secret"  # noqa: S105 a way of voting


class Live(StrEnum):
    """What is told of a vote while it is under way: nothing, how many have voted, or also how."""

    NONE = "none"
    CAST = "cast"
    SIDES = "sides"


class CloseEarly(StrEnum):
    NEVER = "never"
    WHEN_ALL_REGISTERED_HAVE_VOTED = "when_all_registered_have_voted"
    BY_PRESIDING_OFFICER = "by_presiding_officer"


class QuorumCheck(StrEnum):
    """When the quorum is looked at."""

    OPEN = "open"
    CLOSE = "close"
    ON_DOUBT = "on_doubt"


class DecisionRule(Rule):
    """All that makes a count a result; frozen into a vote when it opens."""

    adopt: Majority
    reject: Majority | None
    quorum: Majority
    quorum_checked: tuple[QuorumCheck, ...]
    tie: Tie
    visibility: Visibility
    live: Live = Live.CAST
    window_seconds: Whole
    close_early: CloseEarly
    change_before_close: StrictBool
    remote: StrictBool
    correction_statement: StrictBool

    @property
    def abstain(self) -> Abstain:
        excluded = self.adopt.base is Base.FOR_PLUS_AGAINST
        return Abstain.EXCLUDED if excluded else Abstain.NOT_FOR

    def needed(self, chamber: Chamber, count: Count | None = None) -> int:
        """The votes for that adopt. Raises ValueError if that depends on ballots yet to count."""
        return self.adopt.needed(self.adopt.whole(chamber, count))

    def quorum_met(self, chamber: Chamber) -> bool:
        return chamber.registered >= self.quorum.needed(self.quorum.whole(chamber))

    def judge(self, chamber: Chamber, count: Count) -> Outcome:
        """Adopted, rejected, or neither; without a quorum at the close nothing is decided."""
        if QuorumCheck.CLOSE in self.quorum_checked and not self.quorum_met(chamber):
            return Outcome.NO_DECISION
        if count.for_ >= self.needed(chamber, count):
            return Outcome.ADOPTED
        if self.tie is Tie.REVOTE and count.for_ == count.against:
            return Outcome.NO_DECISION
        return Outcome.REJECTED if self._rejects(chamber, count) else Outcome.NO_DECISION

    def _rejects(self, chamber: Chamber, count: Count) -> bool:
        if self.reject is None:
            return True
        return count.against >= self.reject.needed(self.reject.whole(chamber, count))
