"""The acts on a vote before it is counted: prepared, opened, suspended, resumed."""

from datetime import timedelta

from services.voting.domain.acts import counted
from services.voting.domain.by_item import options_of
from services.voting.domain.calling import Calling, must_fit
from services.voting.domain.evidence import digest_of
from services.voting.domain.procedure import VOTES
from services.voting.domain.stages import VoteAct
from services.voting.domain.vote import Vote, needed_to_adopt
from shared.contracts.voting import (
    CallingOrdered,
    VoteOpened,
    VotePrepared,
    VoteResumed,
    VoteSuspended,
)
from shared.kernel.occasion import Occasion


def prepare(vote: Vote, occasion: Occasion) -> None:
    """Put the question on the floor of the sitting.

    Raises:
        NotNow: the sitting is over, the question is decided, or its ballot is secret; or no roll
            may be called, or not in an order that the Apparatus gives.
        NotEntitled: the Apparatus and the presiding officers prepare votes.
        NoSuchCalling: the order of calling does not name exactly those with a mandate.
    """
    VOTES.decide(vote, VoteAct.PREPARE, occasion)
    if vote.calling is not None:
        must_fit(vote.calling, vote.on_the_roll)
    VOTES.take(vote, VoteAct.PREPARE, occasion)
    vote.prepared_at, vote.prepared_by = occasion.at, occasion.by.person_id
    vote.round, vote.follows = vote.last_round + 1, vote.last_vote
    vote.options, vote.items = options_of(vote.question, vote.last_runoff)
    vote.record(
        VotePrepared(
            at=occasion.at, vote_id=vote.id, sitting_id=vote.sitting_id, question=vote.question
        )
    )


def order_calling(vote: Vote, occasion: Occasion, calling: Calling) -> None:
    """Call the roll in another order.

    Raises:
        NotNow: the vote is opened, or is not by roll call.
        NotEntitled: only the Chair and the deputy chairs give the order.
        NoSuchCalling: it does not name exactly those with a mandate.
    """
    VOTES.decide(vote, VoteAct.ORDER_CALLING, occasion)
    must_fit(calling, vote.on_the_roll)
    VOTES.take(vote, VoteAct.ORDER_CALLING, occasion)
    vote.calling = calling
    vote.record(CallingOrdered(at=occasion.at, vote_id=vote.id, order=calling.order.value))


def open_vote(vote: Vote, occasion: Occasion) -> None:
    """Freeze rule and chamber, and take ballots from now until the window is over.

    Raises:
        NotNow: no sitting, no quorum, or the question is decided or being voted on; or the order
            of calling does not fit the roll.
        NotEntitled: only the Chair and the deputy chairs open a vote.
    """
    VOTES.take(vote, VoteAct.OPEN, occasion)
    rule, chamber = vote.rule_under(occasion.rules), counted(vote.floor)
    vote.rule, vote.rule_digest = rule, digest_of(rule)
    vote.profile, vote.chamber = occasion.rules.profile_name, chamber
    vote.window_seconds = vote.window_seconds or rule.window_seconds
    vote.opened_at = occasion.at
    closes_at = vote.closes_at = occasion.at + timedelta(seconds=vote.window_seconds)
    vote.record(
        VoteOpened(
            at=occasion.at,
            vote_id=vote.id,
            sitting_id=vote.sitting_id,
            question=vote.question,
            needed=needed_to_adopt(rule, chamber),
            roll=chamber.filled,
            registered=chamber.registered,
            closes_at=closes_at,
        )
    )


def suspend(vote: Vote, occasion: Occasion) -> None:
    """Take no ballots for a while; what is left of the window is kept.

    Raises:
        NotNow: the window is over, or the vote is not open.
        NotEntitled: the Apparatus and the presiding officers suspend a vote.
    """
    VOTES.take(vote, VoteAct.SUSPEND, occasion)
    closes_at = vote.closes_at or occasion.at
    vote.remaining_ms = (closes_at - occasion.at) // timedelta(milliseconds=1)
    vote.record(VoteSuspended(at=occasion.at, vote_id=vote.id, remaining_ms=vote.remaining_ms))


def resume(vote: Vote, occasion: Occasion) -> None:
    """Take ballots again for what was left of the window. Raises NotNow, NotEntitled."""
    VOTES.take(vote, VoteAct.RESUME, occasion)
    closes_at = vote.closes_at = occasion.at + timedelta(milliseconds=vote.remaining_ms or 0)
    vote.remaining_ms = None
    vote.record(VoteResumed(at=occasion.at, vote_id=vote.id, closes_at=closes_at))
