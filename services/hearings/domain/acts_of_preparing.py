"""From the call of a hearing to its opening and close, act by act."""

from datetime import datetime

from services.hearings.domain.hearing import Arrangement, Hearing
from services.hearings.domain.procedure import PROCEDURE
from services.hearings.domain.stages import Act
from services.hearings.domain.told import as_held
from shared.contracts.hearings_themed import (
    HearingArranged,
    HearingDecided,
    HearingDeclined,
    HearingOpened,
    HearingPostponed,
)
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def decide_to_hold(hearing: Hearing, occasion: Occasion) -> None:
    """It is decided that the hearing is held. Raises NotNow for whom the rules do not name."""
    row = PROCEDURE.take(hearing, Act.DECIDE, occasion)
    hearing.decided_at = occasion.at
    hearing.record(HearingDecided(at=occasion.at, hearing_id=hearing.id, provision=row.provision))


def decline_to_hold(hearing: Hearing, occasion: Occasion, *, reason: Bilingual) -> None:
    """It is decided that the hearing is not held.

    Raises:
        NotNow: the rules do not name the decider, or the opposition is guaranteed this hearing.
    """
    row = PROCEDURE.take(hearing, Act.DECLINE, occasion)
    hearing.decided_at, hearing.reason = occasion.at, reason
    hearing.record(
        HearingDeclined(
            at=occasion.at, hearing_id=hearing.id, reason=reason, provision=row.provision
        )
    )


def postpone(hearing: Hearing, occasion: Occasion, *, starts_at: datetime) -> None:
    """Another time; the notice runs anew. Raises NotNow where it is too short."""
    hearing.wanted_at = starts_at
    PROCEDURE.take(hearing, Act.POSTPONE, occasion)
    hearing.starts_at, hearing.wanted_at = starts_at, None
    hearing.record(HearingPostponed(at=occasion.at, hearing_id=hearing.id, starts_at=starts_at))


def arrange(hearing: Hearing, occasion: Occasion, arrangement: Arrangement) -> None:
    """Set the parts, open and closed, and the places. Raises NotNow for a part without order."""
    hearing.wanted = arrangement
    PROCEDURE.take(hearing, Act.ARRANGE, occasion)
    parts, places = arrangement.parts, arrangement.places
    hearing.parts, hearing.places = parts, places
    hearing.record(
        HearingArranged(
            at=occasion.at,
            hearing_id=hearing.id,
            parts=len(parts),
            closed_parts=sum(part.closed for part in parts),
            places_for_public=places.public,
            places_for_media=places.media,
        )
    )


def open_hearing(hearing: Hearing, occasion: Occasion, *, registered: int) -> None:
    """The hearing begins. Raises NotNow before its time, or without the quorum."""
    hearing.counted = registered
    row = PROCEDURE.take(hearing, Act.OPEN, occasion)
    hearing.opened_at = occasion.at
    hearing.record(
        HearingOpened(
            at=occasion.at, hearing_id=hearing.id, registered=registered, provision=row.provision
        )
    )


def close_hearing(hearing: Hearing, occasion: Occasion, *, registered: int) -> None:
    """The hearing ends; those registered took part. Raises NotNow unless it is under way."""
    row = PROCEDURE.take(hearing, Act.CLOSE, occasion)
    hearing.closed_at, hearing.taking_part = occasion.at, registered
    hearing.record(as_held(hearing, occasion, row.provision))
