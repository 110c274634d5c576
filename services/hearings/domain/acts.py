"""What is done when a row of the table is taken, and the fact that tells of it."""

from services.hearings.domain.conditions import CALLER
from services.hearings.domain.hearing import Ballots, Hearing
from services.hearings.domain.procedure import PROCEDURE
from services.hearings.domain.stages import Act
from shared.contracts.hearings import (
    HearingCalled,
    HearingCancelled,
    HearingHeld,
    RecommendationsAdopted,
)
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def call(hearing: Hearing, occasion: Occasion) -> None:
    """Call the hearing.

    Raises:
        NotNow: the bill is not registered, or the caller does not speak for the initiator.
        NotEntitled: neither the Chair, nor a committee's chair, nor a faction's leader.
    """
    row = PROCEDURE.take(hearing, Act.CALL, occasion)
    hearing.record(
        HearingCalled(
            at=occasion.at,
            hearing_id=hearing.id,
            bill_id=hearing.bill_id,
            theme=hearing.theme,
            initiator=CALLER[hearing.on_behalf_of],
            body_id=hearing.body_id,
            starts_at=hearing.starts_at,
            provision=row.provision,
        )
    )


def hold(hearing: Hearing, occasion: Occasion, *, taking_part: int) -> None:
    """The hearing took place with so many deputies. Raises NotNow before its time."""
    hearing.counted = taking_part
    row = PROCEDURE.take(hearing, Act.HOLD, occasion)
    hearing.taking_part = taking_part
    hearing.record(
        HearingHeld(
            at=occasion.at,
            hearing_id=hearing.id,
            bill_id=hearing.bill_id,
            provision=row.provision,
        )
    )


def adopt_recommendations(
    hearing: Hearing,
    occasion: Occasion,
    *,
    recommendations: tuple[Bilingual, ...],
    ballots: Ballots,
) -> None:
    """Adopt what the hearing recommends. Raises NotNow without the majority."""
    hearing.proposed = ballots
    row = PROCEDURE.take(hearing, Act.ADOPT_RECOMMENDATIONS, occasion)
    hearing.recommendations, hearing.votes_for = recommendations, ballots.votes_for
    hearing.record(
        RecommendationsAdopted(
            at=occasion.at,
            hearing_id=hearing.id,
            bill_id=hearing.bill_id,
            recommendations=recommendations,
            votes_for=ballots.votes_for,
            taking_part=ballots.taking_part,
            provision=row.provision,
        )
    )


def cancel(hearing: Hearing, occasion: Occasion, *, reason: Bilingual) -> None:
    """The hearing will not be held. Raises NotNow for whoever speaks for another initiator."""
    PROCEDURE.take(hearing, Act.CANCEL, occasion)
    hearing.reason = reason
    hearing.record(
        HearingCancelled(
            at=occasion.at, hearing_id=hearing.id, bill_id=hearing.bill_id, reason=reason
        )
    )
