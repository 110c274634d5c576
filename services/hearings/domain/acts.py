"""What is done when a row of the table is taken, and the fact that tells of it."""

from services.hearings.domain.conditions import CALLER
from services.hearings.domain.hearing import Ballots, Hearing
from services.hearings.domain.procedure import PROCEDURE
from services.hearings.domain.stages import Act
from services.hearings.domain.told import as_adopted, as_called, as_cancelled, as_held
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def call(hearing: Hearing, occasion: Occasion) -> None:
    """Call the hearing.

    Raises:
        NotNow: its bill is not registered, the caller does not speak for the initiator, the
            session's share is used, or the notice is too short.
        NotEntitled: neither the Chair, nor a committee's chair, nor a faction's leader.
    """
    row = PROCEDURE.take(hearing, Act.CALL, occasion)
    hearing.called_at = occasion.at
    initiator = CALLER[hearing.on_behalf_of]
    hearing.record(as_called(hearing, occasion, initiator, row.provision))


def hold(hearing: Hearing, occasion: Occasion, *, taking_part: int) -> None:
    """The hearing took place with so many deputies. Raises NotNow before its time."""
    hearing.counted = taking_part
    row = PROCEDURE.take(hearing, Act.HOLD, occasion)
    hearing.taking_part = taking_part
    hearing.record(as_held(hearing, occasion, row.provision))


def adopt_recommendations(
    hearing: Hearing,
    occasion: Occasion,
    *,
    recommendations: tuple[Bilingual, ...],
    ballots: Ballots,
) -> None:
    """Adopt what the hearing recommends: what was drafted, if anything was.

    Raises:
        NotNow: without the majority, with wordings undecided, or other than drafted.
    """
    hearing.proposed, hearing.to_adopt = ballots, recommendations
    row = PROCEDURE.take(hearing, Act.ADOPT_RECOMMENDATIONS, occasion)
    hearing.recommendations, hearing.votes_for = recommendations, ballots.votes_for
    hearing.record(as_adopted(hearing, occasion, ballots, row.provision))


def cancel(hearing: Hearing, occasion: Occasion, *, reason: Bilingual) -> None:
    """The hearing will not be held. Raises NotNow for whoever speaks for another initiator."""
    PROCEDURE.take(hearing, Act.CANCEL, occasion)
    hearing.reason = reason
    hearing.record(as_cancelled(hearing, occasion, reason))
