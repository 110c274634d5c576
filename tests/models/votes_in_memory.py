"""Votes on one question as they should be, in plain Python: what the service is compared with.

Each act returns the word that the service must answer with: `done`, or the code of the refusal.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

DONE = "done"
NOT_NOW, NOT_ENTITLED = "not-now", "not-entitled"
OPTIONS = ("for", "against", "abstained")
MAJORITY = 73  # of 145 seats (Constitution 2026, art. 61(4)); the same rejects a bill
DECIDED = ("adopted", "rejected")
UNDER_WAY = ("open", "suspended")


class Marked(NamedTuple):
    """A ballot on record."""

    choice: str
    request: UUID
    source: str


@dataclass
class OnPaper:
    """A ballot entered from paper."""

    person: UUID
    choice: str
    confirmed: bool = False


@dataclass
class Held:
    """One vote. `is_over` says that its window is; `roll` says of each whether they are present."""

    id: str
    round: int
    prepared_by: UUID
    stage: str = "prepared"
    is_over: bool = False
    roll: Mapping[UUID, bool] = field(default_factory=dict)
    ballots: dict[UUID, Marked] = field(default_factory=dict)
    declared: set[tuple[UUID, str]] = field(default_factory=set)
    papers: dict[str, OnPaper] = field(default_factory=dict)
    asked_by: UUID | None = None
    tally: Mapping[str, int] | None = None
    outcome: str | None = None
    log: list[str] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        return self.stage == "suspended" or (self.stage == "open" and not self.is_over)

    @property
    def states(self) -> dict[UUID, str]:
        return {person: self._state(person) for person in self.roll}

    def _state(self, person: UUID) -> str:
        if person in self.ballots:
            return self.ballots[person].choice
        if (person, "recusal") in self.declared:
            return "recused"
        if not self.roll[person]:
            return "absent"
        at_fault = (person, "device_fault") in self.declared
        return "device_fault" if at_fault else "present_not_voted"


class Question:
    """A question, its votes, and who sits in the chamber."""

    def __init__(self, chamber: Mapping[UUID, bool], presiding: set[UUID], clerk: UUID) -> None:
        self.mandates = set(chamber)
        self._present = {person for person, here in chamber.items() if here}
        self._presiding, self._clerk = presiding, clerk
        self.votes: list[Held] = []

    @property
    def is_decided(self) -> bool:
        return any(v.outcome in DECIDED and v.stage != "annulled" for v in self.votes)

    def prepare(self) -> str:
        return NOT_NOW if self.is_decided else DONE

    def open(self, vote: Held, by: UUID) -> str:
        if vote.stage != "prepared":
            return NOT_NOW
        if by not in self._presiding:
            return NOT_ENTITLED
        another = any(other.stage in UNDER_WAY for other in self.votes)
        alone = vote.round > 1 and by == vote.prepared_by
        if another or alone or self.is_decided:
            return NOT_NOW
        vote.stage = "open"
        vote.roll = {person: person in self._present for person in self.mandates}
        vote.log.append("vote.opened")
        return DONE

    def cast(self, vote: Held, person: UUID, choice: str, request: UUID) -> str:
        kept = vote.ballots.get(person)
        if kept and (kept.choice, kept.request) == (choice, request):
            return "repeated"
        if vote.stage == "prepared":
            return "vote-not-open"
        if vote.stage == "suspended":
            return "vote-suspended"
        if not vote.goes_on:
            return "vote-closed"
        return self._record(vote, person, Marked(choice, request, "electronic"))

    def _record(self, vote: Held, person: UUID, marked: Marked) -> str:
        refusals = {
            "not-on-the-roll": person not in vote.roll,
            "not-registered": not vote.roll.get(person),
            "mandate-ended": person not in self.mandates,
            "recused": (person, "recusal") in vote.declared,
            "no-such-choice": marked.choice not in OPTIONS,
            "already-voted": person in vote.ballots,
        }
        for refusal, applies in refusals.items():
            if applies:
                return refusal
        vote.ballots[person] = marked
        return DONE

    def suspend(self, vote: Held, _: UUID) -> str:
        if vote.stage != "open" or vote.is_over:
            return NOT_NOW
        vote.stage = "suspended"
        vote.log.append("vote.suspended")
        return DONE

    def resume(self, vote: Held, by: UUID) -> str:
        if vote.stage != "suspended":
            return NOT_NOW
        if by not in self._presiding:
            return NOT_ENTITLED
        vote.stage = "open"
        vote.log.append("vote.resumed")
        return DONE

    def close(self, vote: Held, by: UUID) -> str:
        if vote.stage != "open":
            return NOT_NOW
        if by not in self._presiding:
            return NOT_ENTITLED
        counted = Counter(vote.states.values())
        all_have_voted = counted["present_not_voted"] + counted["device_fault"] == 0
        if not (vote.is_over or all_have_voted):
            return NOT_NOW
        vote.stage, vote.tally = "closed", counted
        vote.outcome = (
            "adopted"
            if counted["for"] >= MAJORITY
            else "rejected"
            if counted["against"] >= MAJORITY
            else "no_decision"
        )
        vote.log += ["ballot"] * len(vote.ballots) + ["vote.closed"]
        return DONE

    def proclaim(self, vote: Held, by: UUID) -> str:
        if vote.stage != "closed":
            return NOT_NOW
        if by not in self._presiding:
            return NOT_ENTITLED
        if vote.asked_by:
            return NOT_NOW
        vote.stage = "proclaimed"
        vote.log.append("vote.proclaimed")
        return DONE

    def ask_to_annul(self, vote: Held, by: UUID) -> str:
        if vote.stage not in {"suspended", "closed"} or vote.asked_by:
            return NOT_NOW
        vote.asked_by = by
        return DONE

    def annul(self, vote: Held, by: UUID) -> str:
        if vote.stage not in {"suspended", "closed"}:
            return NOT_NOW
        if by not in self._presiding:
            return NOT_ENTITLED
        if vote.asked_by in {None, by}:
            return NOT_NOW
        vote.stage = "annulled"
        vote.log.append("vote.annulled")
        return DONE

    def declare(self, vote: Held, person: UUID, kind: str) -> str:
        if (person, kind) in vote.declared:
            return DONE
        if person not in self.mandates:
            return NOT_ENTITLED
        spoken_of = vote.stage not in {"prepared", "annulled"}
        in_time = spoken_of if kind == "statement" else vote.goes_on
        voted = kind == "recusal" and person in vote.ballots
        if person not in vote.roll or not in_time or voted:
            return NOT_NOW
        vote.declared.add((person, kind))
        vote.log.append(kind)
        return DONE

    def enter(self, vote: Held, person: UUID) -> str:
        if person not in vote.roll:
            return "not-on-the-roll"
        return DONE if vote.goes_on else NOT_NOW

    def confirm(self, vote: Held, paper_id: str, by: UUID) -> str:
        paper = vote.papers[paper_id]
        if paper.confirmed or not vote.goes_on or by == self._clerk:  # the clerk entered it
            return NOT_NOW
        marked = Marked(paper.choice, UUID(paper_id), "paper")
        word = self._record(vote, paper.person, marked)
        paper.confirmed = word == DONE
        return word
