"""The acts on excuses: an absence is excused, and what was recorded is taken back."""

from services.voting.domain.excuse import Excuse
from services.voting.domain.procedure import EXCUSES
from services.voting.domain.stages import ExcuseAct
from shared.contracts.voting import AbsenceExcused, ExcuseTakenBack
from shared.kernel.occasion import Occasion


def record(excuse: Excuse, occasion: Occasion) -> None:
    """Excuse the absence in every roll of the sitting that is frozen from now on.

    Raises:
        NotNow: the sitting is over; the person has no mandate, is there, or is excused already;
            the ground is none of the rules', or is not said.
        NotEntitled: the Apparatus records excuses.
    """
    EXCUSES.take(excuse, ExcuseAct.RECORD, occasion)
    excuse.recorded_by, excuse.recorded_at = occasion.by.person_id, occasion.at
    excuse.record(_told(AbsenceExcused, excuse, occasion))


def take_back(excuse: Excuse, occasion: Occasion) -> None:
    """Excuse nothing by it from now on; rolls that are frozen stay as they are.

    Raises:
        NotNow: the sitting is over, or it was taken back.
        NotEntitled: the Apparatus takes excuses back.
    """
    EXCUSES.take(excuse, ExcuseAct.TAKE_BACK, occasion)
    excuse.taken_back_by, excuse.taken_back_at = occasion.by.person_id, occasion.at
    excuse.record(_told(ExcuseTakenBack, excuse, occasion))


def _told[F: AbsenceExcused | ExcuseTakenBack](
    kind: type[F], excuse: Excuse, occasion: Occasion
) -> F:
    return kind(
        at=occasion.at,
        excuse_id=excuse.id,
        sitting_id=excuse.sitting_id,
        person_id=excuse.person_id,
    )
