"""What is done with the minutes of a sitting."""

from hashlib import sha256

from services.voting.domain.minutes import Minutes, MinutesAct, MinutesContent
from services.voting.domain.minutes_procedure import MINUTES
from shared.contracts.sittings import MinutesApproved, MinutesDrawnUp
from shared.contracts.words import Bilingual
from shared.kernel.canonical import canonical
from shared.kernel.occasion import Occasion


def draw_up(minutes: Minutes, occasion: Occasion) -> None:
    """Draw them up for the first time. Raises NotNow while the sitting goes on, NotEntitled."""
    MINUTES.take(minutes, MinutesAct.DRAW_UP, occasion)
    _drawn(minutes, occasion)


def redraw(
    minutes: Minutes, content: MinutesContent, remarks: Bilingual | None, occasion: Occasion
) -> None:
    """Draw them up again, from the record as it is now. Raises NotNow once approved."""
    MINUTES.take(minutes, MinutesAct.REDRAW, occasion)
    minutes.content, minutes.remarks = content, remarks
    _drawn(minutes, occasion)


def approve(minutes: Minutes, occasion: Occasion) -> None:
    """From now on nobody changes them. Raises NotNow, NotEntitled."""
    MINUTES.take(minutes, MinutesAct.APPROVE, occasion)
    minutes.approved_by, minutes.approved_at = occasion.by.person_id, occasion.at
    digest = minutes.digest = digest_of(minutes)
    told = {"minutes_id": minutes.id, "sitting_id": minutes.sitting_id, "digest": digest}
    minutes.record(MinutesApproved.model_validate({"at": occasion.at} | told))


def digest_of(minutes: Minutes) -> str:
    """SHA-256 of the content and the remarks in canonical JSON (RFC 8785)."""
    said = {
        "content": minutes.content.model_dump(mode="json"),
        "remarks": minutes.remarks and minutes.remarks.model_dump(),
    }
    return sha256(canonical(said)).hexdigest()


def _drawn(minutes: Minutes, occasion: Occasion) -> None:
    minutes.drawn_up_by, minutes.drawn_up_at = occasion.by.person_id, occasion.at
    minutes.record(
        MinutesDrawnUp(at=occasion.at, minutes_id=minutes.id, sitting_id=minutes.sitting_id)
    )
