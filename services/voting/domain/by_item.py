"""Questions with items: what a ballot may say of them, and what the count makes of each.

An item is decided by the rule of its question, as if it were voted on alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.voting.domain.stages import Choice
from services.voting.domain.vote import Mark, Vote
from shared.contracts.words import Form, ItemResult, Question
from shared.kernel.rules import Chamber, Count, DecisionRule, Outcome

AGAINST_ALL = (Choice.AGAINST, Choice.ABSTAINED)


def options_of(question: Question, left: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a ballot may say, and the items of which it says it.

    Args:
        question: as it was put.
        left: in a run-off, the items that are left; all of them otherwise.
    """
    keys = tuple(item.key for item in question.items if not left or item.key in left)
    match question.form:
        case Form.YES_NO:
            return tuple(Choice), ()
        case Form.EACH:
            return tuple(Choice), keys
        case Form.ONE_OF:
            return (*keys, *AGAINST_ALL), ()


@dataclass(frozen=True, slots=True)
class Judged:
    """The outcome of a question with items, and of each of them."""

    outcome: Outcome
    results: tuple[ItemResult, ...]
    chosen: str | None = None
    runoff: tuple[str, ...] = ()


def judge(vote: Vote, rule: DecisionRule, chamber: Chamber, runoff_of: int) -> Judged:
    """Count the marks. `runoff_of`: how many go into the next round when none was chosen."""
    if vote.question.form is Form.EACH:
        return _each(vote, rule, chamber)
    return _one_of(vote, rule, chamber, runoff_of)


def _each(vote: Vote, rule: DecisionRule, chamber: Chamber) -> Judged:
    counts = {item: _count_of(vote.marks, item) for item in vote.items}
    results = _ranked(counts, lambda count: rule.needed(chamber, count), rule, chamber)
    outcomes = {result.outcome for result in results}
    outcome = outcomes.pop() if len(outcomes) == 1 else Outcome.DIVIDED
    return Judged(outcome, results)


def _one_of(vote: Vote, rule: DecisionRule, chamber: Chamber, runoff_of: int) -> Judged:
    """The one with the most votes is chosen if they are enough, and nobody else has as many."""
    named = {mark.item: mark.ballots for mark in vote.marks}
    abstained = named.pop(Choice.ABSTAINED, 0)
    cast = sum(named.values())
    counts = {
        key: Count(for_=named.get(key, 0), against=cast - named.get(key, 0), abstained=abstained)
        for key in vote.options
        if key not in AGAINST_ALL
    }
    results = _ranked(counts, lambda count: rule.needed(chamber, count), rule, chamber)
    first = [result for result in results if result.rank == 1]
    if len(first) == 1 and first[0].outcome is Outcome.ADOPTED:
        return Judged(Outcome.ADOPTED, results, chosen=first[0].key)
    all_against = Count(for_=0, against=named.get(Choice.AGAINST, 0), abstained=abstained)
    if rule.judge(chamber, all_against) is Outcome.REJECTED and all_against.against:
        return Judged(Outcome.REJECTED, results)
    return Judged(Outcome.NO_DECISION, results, runoff=_runoff(results, runoff_of))


def _runoff(results: Sequence[ItemResult], how_many: int) -> tuple[str, ...]:
    """Those with the most votes; with as many as the last of them, more. None if it is all."""
    left = tuple(r.key for r in results if r.rank <= how_many and r.votes_for)
    return left if 0 < len(left) < len(results) else ()


def _ranked(
    counts: dict[str, Count],
    needed: Callable[[Count], int],
    rule: DecisionRule,
    chamber: Chamber,
) -> tuple[ItemResult, ...]:
    return tuple(
        ItemResult(
            key=key,
            votes_for=count.for_,
            against=count.against,
            abstained=count.abstained,
            needed=needed(count),
            rank=1 + sum(other.for_ > count.for_ for other in counts.values()),
            outcome=rule.judge(chamber, count),
        )
        for key, count in counts.items()
    )


def _count_of(marks: Sequence[Mark], item: str) -> Count:
    said = {mark.option: mark.ballots for mark in marks if mark.item == item}
    return Count(
        for_=said.get(Choice.FOR, 0),
        against=said.get(Choice.AGAINST, 0),
        abstained=said.get(Choice.ABSTAINED, 0),
    )
