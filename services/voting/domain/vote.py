"""A vote on a question: what is frozen when it opens, and the result when it closes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.voting.domain.calling import Called, Calling
from services.voting.domain.stages import Choice, SittingStage, VoteStage
from shared.contracts.words import Bilingual, ItemResult, Question, Tally
from shared.kernel.aggregate import Aggregate
from shared.kernel.rules import Chamber, Count, DecisionRule, Outcome, Rules

DECIDED = (Outcome.ADOPTED, Outcome.REJECTED, Outcome.DIVIDED)
"""The outcomes that end all voting on a question; after any other it may be put again."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How many ballots say `option` of `item`; of one item among several, they name it."""

    item: str
    option: str
    ballots: int


@dataclass(frozen=True, slots=True)
class Annulment:
    """What one officer asks for, and a second one grants or lets lapse."""

    by: UUID
    at: datetime
    reason: Bilingual


@dataclass(eq=False)
class Vote(Aggregate):
    """A vote of the Kurultai by open ballot.

    Attributes:
        window_seconds: how long ballots are taken; if none, as long as the rules say.
        rule: what makes a count a result, with its `rule_digest`, of the rules `profile`;
            frozen when the vote opens, as is `chamber`: seats, the roll, and who of it is there.
        closes_at: from then on no ballot is taken, by the clock of the database.
        remaining_ms: while it is suspended, what is left of its window.
        round: 1, or one more than the vote on the same question that it `follows`: a vote is
            never run again, a new one is held.
        prepared_by: who prepared it; a new round is opened by somebody else.
        annulment: that it be annulled, as it was last asked.
        calling: how the roll is called, of a vote by roll call.
        options: what a ballot may say, of each of the `items` if there are any.
        results: item by item; `chosen` is the one of several that was, `runoff` those that the
            next round is about if none was.
        needed: the votes for that would have adopted, of the `whole`; known with the result.
        sitting_stage: where the sitting stands; this and what follows is not kept.
        floor: the chamber as it is now, once counted.
        decided: whether a vote has decided the question.
        last_round: the round of the latest vote on the question, and `last_vote`, which it is.
        open_elsewhere: whether another vote on the question is open.
        taken_back: whether whoever put the question asks it no longer.
        counted: the ballots as they were last counted; `marks`, those of them that name items.
        on_the_roll: who is to be called; `next_called`, the first who has not answered.
    """

    id: UUID
    sitting_id: UUID
    question_id: UUID
    question: Question
    window_seconds: int | None = None
    stage: VoteStage = VoteStage.NEW
    version: int = 0
    options: tuple[str, ...] = tuple(Choice)
    items: tuple[str, ...] = ()
    prepared_at: datetime | None = None
    rule: DecisionRule | None = None
    rule_digest: str | None = None
    profile: str | None = None
    chamber: Chamber | None = None
    opened_at: datetime | None = None
    closes_at: datetime | None = None
    remaining_ms: int | None = None
    closed_at: datetime | None = None
    round: int = 1
    follows: UUID | None = None
    prepared_by: UUID | None = None
    calling: Calling | None = None
    annulment: Annulment | None = None
    proclaimed_at: datetime | None = None
    annulled_at: datetime | None = None
    tally: Tally | None = None
    outcome: Outcome | None = None
    results: tuple[ItemResult, ...] = ()
    chosen: str | None = None
    runoff: tuple[str, ...] = ()
    needed: int | None = None
    whole: int | None = None
    sitting_stage: SittingStage | None = None
    in_committee: bool = False
    floor: Chamber | None = None
    decided: bool | None = None
    last_round: int = 0
    last_vote: UUID | None = None
    last_runoff: tuple[str, ...] = ()
    open_elsewhere: bool | None = None
    taken_back: bool = False
    counted: Tally | None = None
    marks: tuple[Mark, ...] = ()
    on_the_roll: frozenset[UUID] = frozenset()
    next_called: Called | None = None

    def rule_under(self, rules: Rules) -> DecisionRule:
        """The frozen rule; before the vote opens, the rule of these rules."""
        called = self.calling is not None
        return self.rule or rules.decision(self.question.decision, by_roll_call=called)

    @property
    def house(self) -> Chamber | None:
        """The frozen chamber; before the vote opens, the one that is there, if it was counted."""
        return self.chamber or self.floor


def needed_to_adopt(rule: DecisionRule, chamber: Chamber | None) -> int | None:
    """The votes for that adopt, where that can be known before the ballots are counted."""
    if chamber is None or not rule.adopt.known_before_the_vote:
        return None
    return rule.needed(chamber)


def count_of(tally: Tally) -> Count:
    return Count(for_=tally.votes_for, against=tally.against, abstained=tally.abstained)


def roll_of(tally: Tally) -> int:
    """How many deputies a tally speaks of."""
    silent = tally.present_not_voted + tally.recused + tally.device_fault
    away = tally.absent + tally.absent_excused
    return count_of(tally).cast + tally.voted + silent + away
