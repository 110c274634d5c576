"""What is done with one amendment, and the fact that tells of it."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from services.bills.domain.amendments.amendment import Amendment, Conclusion, Decision, Proposed
from services.bills.domain.amendments.procedure import AMENDMENTS
from services.bills.domain.amendments.stages import AmendmentAct, Verdict
from shared.contracts.amendments import (
    AmendmentDecided,
    AmendmentFiled,
    AmendmentSettled,
    AmendmentWithdrawn,
    GovernmentAskedOnAmendment,
    GovernmentConcludedOnAmendment,
    SeparateVoteDemanded,
)
from shared.contracts.cosigning import AmendmentSigned
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion

DECIDING: Mapping[Verdict, AmendmentAct] = {
    Verdict.ACCEPTED: AmendmentAct.ACCEPT,
    Verdict.REJECTED: AmendmentAct.REJECT,
    Verdict.IN_OTHER_WORDING: AmendmentAct.REWORD,
}


def file(amendment: Amendment, occasion: Occasion) -> None:
    """File an amendment, written and with its reasons.

    Raises:
        NotNow: the bill is not being amended, the deadline is over, the texts have changed.
        NotEntitled: the actor has no right to amend.
    """
    AMENDMENTS.take(amendment, AmendmentAct.FILE, occasion)
    amendment.record(
        AmendmentFiled(
            **_about(amendment, occasion),
            address=amendment.address,
            text_version=amendment.text_version,
            author_id=amendment.author_id,
            touches_budget=amendment.touches_budget,
            invited=amendment.invited,
        )
    )


def sign(amendment: Amendment, occasion: Occasion) -> None:
    """A deputy whom the author invited signs it in person, and is one of its co-authors.

    Raises:
        NotNow: amendments are no longer taken, or the deputy is not invited, or has signed.
        NotEntitled: only deputies sign.
    """
    AMENDMENTS.take(amendment, AmendmentAct.SIGN, occasion)
    # Only a person is ever invited.
    person_id = cast("UUID", occasion.by.person_id)
    amendment.invited = tuple(each for each in amendment.invited if each != person_id)
    amendment.co_authors = (*amendment.co_authors, person_id)
    amendment.record(AmendmentSigned(**_about(amendment, occasion), person_id=person_id))


def withdraw(amendment: Amendment, reason: Bilingual, occasion: Occasion) -> None:
    """The author takes it back. Raises NotNow for another's, or when it is too late."""
    AMENDMENTS.take(amendment, AmendmentAct.WITHDRAW, occasion)
    amendment.record(AmendmentWithdrawn(**_about(amendment, occasion), reason=reason))


def ask_government(amendment: Amendment, occasion: Occasion) -> None:
    """The committee sends a money amendment to the Government and waits for its conclusion."""
    AMENDMENTS.take(amendment, AmendmentAct.ASK_GOVERNMENT, occasion)
    amendment.record(GovernmentAskedOnAmendment(**_about(amendment, occasion)))


def conclude(
    amendment: Amendment, *, positive: bool, reason: Bilingual, occasion: Occasion
) -> None:
    """The Government concludes on an amendment that the committee sent to it."""
    AMENDMENTS.take(amendment, AmendmentAct.NOTE_GOVERNMENT_CONCLUSION, occasion)
    amendment.conclusion = Conclusion(positive=positive, reason=reason, at=occasion.at)
    about = _about(amendment, occasion)
    amendment.record(GovernmentConcludedOnAmendment(**about, positive=positive))


def decide(
    amendment: Amendment,
    verdict: Verdict,
    grounds: Bilingual,
    occasion: Occasion,
    *,
    wording: Proposed | None = None,
) -> None:
    """The lead committee decides, with its grounds; in another `wording` if it chose one.

    Raises:
        NotNow: the table is closed, the Government has not concluded, an accepted one excludes it.
        NotEntitled: only the chair and the secretary of a committee enter its decisions.
    """
    AMENDMENTS.take(amendment, DECIDING[verdict], occasion)
    amendment.decision = Decision(
        verdict=verdict,
        grounds=grounds,
        by=occasion.by.person_id,
        at=occasion.at,
        wording=wording,
    )
    about = _about(amendment, occasion)
    amendment.record(AmendmentDecided(**about, verdict=verdict.value, grounds=grounds))


def demand_separate_vote(amendment: Amendment, occasion: Occasion) -> None:
    """An author, or a co-author who signed it, demands a vote on their own wording."""
    AMENDMENTS.take(amendment, AmendmentAct.DEMAND_SEPARATE_VOTE, occasion)
    amendment.separate_vote = True
    amendment.record(SeparateVoteDemanded(**_about(amendment, occasion)))


def settle(amendment: Amendment, vote_id: UUID, occasion: Occasion, *, adopted: bool) -> None:
    """The Kurultai decided on it: by a vote of its own, or with the whole text."""
    act = AmendmentAct.ADOPT if adopted else AmendmentAct.NOT_ADOPT
    AMENDMENTS.take(amendment, act, occasion)
    amendment.vote_id = vote_id
    about = _about(amendment, occasion)
    amendment.record(AmendmentSettled(**about, adopted=adopted, vote_id=vote_id))


def _about(amendment: Amendment, occasion: Occasion) -> dict[str, Any]:
    return {
        "at": occasion.at,
        "amendment_id": amendment.id,
        "bill_id": amendment.bill_id,
        "number": amendment.number,
    }
