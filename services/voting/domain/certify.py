"""A vote is closed and counted; then its result is proclaimed, or two persons annul it.

The count becomes a result by the frozen rule, once and for good.
"""

from uuid import UUID

from services.voting.domain.procedure import VOTES
from services.voting.domain.stages import VoteAct
from services.voting.domain.vote import Annulment, Vote, count_of, roll_of
from shared.contracts.voting import AnnulmentAsked, ResultCertified, VoteAnnulled, VoteClosed
from shared.contracts.words import Bilingual, Tally
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Chamber, DecisionRule


class CannotCertify(Exception):
    """The record contradicts itself; no result is told of it until people have looked."""


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
    rule, chamber, tally = _grounds(vote)
    count = count_of(tally)
    vote.closed_at = occasion.at
    vote.tally = tally
    outcome = vote.outcome = rule.judge(chamber, count)
    vote.needed = rule.needed(chamber, count)
    vote.whole = rule.adopt.whole(chamber, count)
    vote.record(
        VoteClosed(
            at=occasion.at,
            vote_id=vote.id,
            sitting_id=vote.sitting_id,
            outcome=outcome,
            tally=tally,
        )
    )


def proclaim(vote: Vote, occasion: Occasion) -> None:
    """Proclaim the result: from now on others act on it.

    Raises:
        NotNow: the vote is not counted, or is asked to be annulled.
        NotEntitled: only the Chair and the deputy chairs proclaim a result.
    """
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
        "provision": rule.source,
        "profile": vote.profile,
        "opened_at": vote.opened_at,
        "closed_at": vote.closed_at,
    }


def _grounds(vote: Vote) -> tuple[DecisionRule, Chamber, Tally]:
    """What was frozen and what was counted; everyone on the roll must have been counted once."""
    rule, chamber, tally = vote.rule, vote.chamber, vote.counted
    if rule is None or chamber is None or tally is None:
        message = f"the vote {vote.id} has no frozen rule, or its ballots were not counted"
        raise CannotCertify(message)
    if roll_of(tally) != chamber.filled:
        message = f"the vote {vote.id} counted {roll_of(tally)} deputies of {chamber.filled}"
        raise CannotCertify(message)
    return rule, chamber, tally
