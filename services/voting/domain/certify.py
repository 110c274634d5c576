"""A vote is closed and counted; then its result is proclaimed, or two persons annul it.

The count becomes a result by the frozen rule, once and for good.
"""

from dataclasses import dataclass, fields
from uuid import UUID

from services.voting.domain.by_item import Judged, judge
from services.voting.domain.procedure import VOTES
from services.voting.domain.stages import VoteAct
from services.voting.domain.vote import Annulment, Vote, count_of, roll_of
from shared.contracts.voting import AnnulmentAsked, ResultCertified, VoteAnnulled, VoteClosed
from shared.contracts.words import Bilingual, Form, ItemResult, Tally
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Chamber, Count, DecisionRule, Outcome
from shared.kernel.text import Text


class CannotCertify(NotNow):
    """The record contradicts itself; no result is told of it until people have looked."""

    code = "cannot-certify"
    words = Text(
        kk="Жазба өзіне-өзі қайшы: {why}. Нәтиже жарияланбайды.",
        ru="Запись противоречит сама себе: {why}. Результат не объявляется.",
        en="The record contradicts itself: {why}. No result is told of it.",
    )

    def __init__(self, why: str) -> None:
        super().__init__(self.words.filled(why=why))


@dataclass(frozen=True, slots=True)
class Result:
    """What the frozen rule makes of the ballots as they are counted."""

    tally: Tally
    outcome: Outcome
    needed: int
    whole: int
    results: tuple[ItemResult, ...] = ()
    chosen: str | None = None
    runoff: tuple[str, ...] = ()


def close(vote: Vote, occasion: Occasion) -> None:
    """Close the vote on the ballots that were counted.

    Raises:
        NotNow: the window is not over and not everyone has voted, or the vote is closed.
        NotEntitled: only the Chair and the deputy chairs close a vote.
    """
    VOTES.take(vote, VoteAct.CLOSE, occasion)
    _certify(vote, occasion)


def time_out(vote: Vote, occasion: Occasion) -> None:
    """Close the vote because its window is over. Raises NotNow."""
    VOTES.take(vote, VoteAct.TIME_OUT, occasion)
    _certify(vote, occasion)


def _certify(vote: Vote, occasion: Occasion) -> None:
    result = _result(vote, occasion)
    vote.closed_at = occasion.at
    for field in fields(result):
        setattr(vote, field.name, getattr(result, field.name))
    vote.record(
        VoteClosed(
            at=occasion.at,
            vote_id=vote.id,
            sitting_id=vote.sitting_id,
            outcome=result.outcome,
            tally=result.tally,
        )
    )


def _result(vote: Vote, occasion: Occasion) -> Result:
    rule, chamber, tally = _grounds(vote)
    judged, count = _judged(vote, rule, chamber, tally, occasion)
    return Result(
        tally=tally,
        needed=rule.needed(chamber, count),
        whole=rule.adopt.whole(chamber, count),
        outcome=judged.outcome,
        results=judged.results,
        chosen=judged.chosen,
        runoff=judged.runoff,
    )


def _judged(
    vote: Vote, rule: DecisionRule, chamber: Chamber, tally: Tally, occasion: Occasion
) -> tuple[Judged, Count]:
    """The outcome, and the count of which the majority is."""
    if vote.question.form is Form.YES_NO:
        count = count_of(tally)
        return Judged(rule.judge(chamber, count), ()), count
    judged = judge(vote, rule, chamber, occasion.rules.number("elections.runoff_of"))
    return judged, Count(for_=tally.voted, against=tally.against, abstained=tally.abstained)


def proclaim(vote: Vote, occasion: Occasion) -> None:
    """Proclaim the result: from now on others act on it.

    Raises:
        NotNow: the vote is not counted, or is asked to be annulled.
        NotEntitled: only the Chair and the deputy chairs proclaim a result.
        CannotCertify: the ballots, counted again, do not make this result.
    """
    VOTES.decide(vote, VoteAct.PROCLAIM, occasion)
    again = _result(vote, occasion)
    if any(getattr(vote, field.name) != getattr(again, field.name) for field in fields(again)):
        raise CannotCertify(f"vote {vote.id}, counted again, has another result")
    VOTES.take(vote, VoteAct.PROCLAIM, occasion)
    vote.proclaimed_at = occasion.at
    rule = vote.rule_under(occasion.rules)
    vote.record(ResultCertified.model_validate(_told(vote, occasion, rule)))


def ask_to_annul(vote: Vote, occasion: Occasion, reason: Bilingual) -> None:
    """Ask, with the reason, that the vote be annulled; somebody else grants it.

    Raises:
        NotNow: the vote is not suspended or counted, or it is asked already.
        NotEntitled: the Apparatus and the presiding officers ask.
    """
    VOTES.take(vote, VoteAct.ASK_TO_ANNUL, occasion)
    vote.annulment = Annulment(by=_person(occasion), at=occasion.at, reason=reason)
    vote.record(AnnulmentAsked(at=occasion.at, vote_id=vote.id, reason=reason))


def annul(vote: Vote, occasion: Occasion) -> None:
    """Grant it: the vote counts for nothing, and the question may be put again.

    Raises:
        NotNow: nobody else has asked for it in time.
        NotEntitled: only the Chair and the deputy chairs annul a vote.
    """
    VOTES.take(vote, VoteAct.ANNUL, occasion)
    vote.annulled_at, vote.remaining_ms = occasion.at, None
    reason = vote.annulment and vote.annulment.reason
    vote.record(
        VoteAnnulled.model_validate(
            {
                "at": occasion.at,
                "vote_id": vote.id,
                "sitting_id": vote.sitting_id,
                "reason": reason,
            }
        )
    )


def _person(occasion: Occasion) -> UUID:
    person_id = occasion.by.person_id
    if person_id is None:
        message = "an officer is a person"
        raise ValueError(message)
    return person_id


def _told(vote: Vote, occasion: Occasion, rule: DecisionRule) -> dict[str, object]:
    return {
        "at": occasion.at,
        "vote_id": vote.id,
        "sitting_id": vote.sitting_id,
        "question": vote.question,
        "outcome": vote.outcome,
        "tally": vote.tally,
        "needed": vote.needed,
        "whole": vote.whole,
        "results": vote.results,
        "chosen": vote.chosen,
        "runoff": vote.runoff,
        "provision": rule.source,
        "profile": vote.profile,
        "opened_at": vote.opened_at,
        "closed_at": vote.closed_at,
    }


def _grounds(vote: Vote) -> tuple[DecisionRule, Chamber, Tally]:
    """What was frozen and what was counted; everyone on the roll must have been counted once."""
    rule, chamber, tally = vote.rule, vote.chamber, vote.counted
    if rule is None or chamber is None or tally is None:
        raise CannotCertify(f"vote {vote.id} has no frozen rule, or was not counted")
    if roll_of(tally) != chamber.filled:
        counted = f"{roll_of(tally)} deputies of {chamber.filled}"
        raise CannotCertify(f"vote {vote.id} counts {counted}")
    return rule, chamber, tally
