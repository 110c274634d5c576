"""What is done when a row of a table is taken, and the fact that tells of it."""

from uuid import UUID

from services.voting.domain.conditions import quorum_of
from services.voting.domain.procedure import REGISTRATIONS, SITTINGS
from services.voting.domain.registration import Registration
from services.voting.domain.sitting import Break, ClosedPart, Presided, Sitting
from services.voting.domain.stages import RegistrationAct, SittingAct
from shared.contracts.sittings import (
    BreakAnnounced,
    ChairTaken,
    SittingResumed,
    SittingWentPrivate,
    SittingWentPublic,
)
from shared.contracts.voting import (
    DeputyRegistered,
    RegistrationOpened,
    SittingCalled,
    SittingClosed,
    SittingOpened,
)
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Chamber


def call(sitting: Sitting, occasion: Occasion) -> None:
    """Call a sitting.

    Raises:
        NotNow: there is no such body, no notice, or nobody may sit in that form.
        NotEntitled: the Apparatus and the presiding officers call it.
    """
    SITTINGS.take(sitting, SittingAct.CALL, occasion)
    sitting.record(
        SittingCalled(
            at=occasion.at,
            sitting_id=sitting.id,
            starts_at=sitting.starts_at,
            body_ids=sitting.bodies,
        )
    )


def open_registration(sitting: Sitting, occasion: Occasion) -> None:
    """Let deputies register for the sitting. Raises NotNow, NotEntitled."""
    SITTINGS.take(sitting, SittingAct.OPEN_REGISTRATION, occasion)
    sitting.record(RegistrationOpened(at=occasion.at, sitting_id=sitting.id))


def open_sitting(sitting: Sitting, occasion: Occasion) -> None:
    """Open the sitting.

    Raises:
        NotNow: the quorum is not registered, or the sitting is past registration.
        NotEntitled: only the Chair and the deputy chairs open a sitting.
    """
    SITTINGS.take(sitting, SittingAct.OPEN, occasion)
    chamber = counted(sitting.chamber)
    sitting.opened_at = occasion.at
    sitting.record(
        SittingOpened(
            at=occasion.at,
            sitting_id=sitting.id,
            registered=chamber.registered,
            quorum=quorum_of(chamber, occasion.rules, in_committee=sitting.in_committee),
        )
    )


def adjourn(sitting: Sitting, occasion: Occasion) -> None:
    """End a sitting that could not open. Raises NotNow, NotEntitled."""
    SITTINGS.take(sitting, SittingAct.ADJOURN, occasion)
    _end(sitting, occasion)


def close_sitting(sitting: Sitting, occasion: Occasion) -> None:
    """Close the sitting. Raises NotNow: a vote is open, or the agenda waits; NotEntitled."""
    SITTINGS.take(sitting, SittingAct.CLOSE, occasion)
    _end_break(sitting, occasion)
    _end_closed_part(sitting, occasion)
    _end(sitting, occasion)


def take_the_chair(
    sitting: Sitting, person_id: UUID, ground: Bilingual | None, occasion: Occasion
) -> None:
    """From now on that person presides, and nobody else. Raises NotNow, NotEntitled."""
    SITTINGS.take(sitting, SittingAct.TAKE_THE_CHAIR, occasion)
    taken = Presided(person_id=person_id, since=occasion.at, ground=ground)
    sitting.presided = (*sitting.presided, taken)
    sitting.record(ChairTaken(at=occasion.at, sitting_id=sitting.id, person_id=person_id))


def announce_break(sitting: Sitting, occasion: Occasion) -> None:
    """Nothing is decided until the sitting goes on. Raises NotNow while a vote is open."""
    SITTINGS.take(sitting, SittingAct.ANNOUNCE_BREAK, occasion)
    sitting.breaks = (*sitting.breaks, Break(since=occasion.at))
    sitting.record(BreakAnnounced(at=occasion.at, sitting_id=sitting.id))


def resume_sitting(sitting: Sitting, occasion: Occasion) -> None:
    """Go on after the break. Raises NotNow, NotEntitled."""
    SITTINGS.take(sitting, SittingAct.RESUME, occasion)
    _end_break(sitting, occasion)
    sitting.record(SittingResumed(at=occasion.at, sitting_id=sitting.id))


def go_behind_closed_doors(sitting: Sitting, ground: Bilingual, occasion: Occasion) -> None:
    """The public is not admitted any more. Raises NotNow: it is not already; NotEntitled."""
    SITTINGS.take(sitting, SittingAct.GO_BEHIND_CLOSED_DOORS, occasion)
    part = ClosedPart(since=occasion.at, ground=ground)
    sitting.closed_parts = (*sitting.closed_parts, part)
    sitting.record(SittingWentPrivate(at=occasion.at, sitting_id=sitting.id, ground=ground))


def go_public(sitting: Sitting, occasion: Occasion) -> None:
    """The public is admitted again. Raises NotNow, NotEntitled."""
    SITTINGS.take(sitting, SittingAct.GO_PUBLIC, occasion)
    _end_closed_part(sitting, occasion)
    sitting.record(SittingWentPublic(at=occasion.at, sitting_id=sitting.id))


def _end_closed_part(sitting: Sitting, occasion: Occasion) -> None:
    if sitting.is_private:
        ended = sitting.closed_parts[-1].model_copy(update={"until": occasion.at})
        sitting.closed_parts = (*sitting.closed_parts[:-1], ended)


def _end_break(sitting: Sitting, occasion: Occasion) -> None:
    if sitting.breaks and sitting.breaks[-1].until is None:
        ended = sitting.breaks[-1].model_copy(update={"until": occasion.at})
        sitting.breaks = (*sitting.breaks[:-1], ended)


def _end(sitting: Sitting, occasion: Occasion) -> None:
    sitting.closed_at = occasion.at
    sitting.record(SittingClosed(at=occasion.at, sitting_id=sitting.id))


def register(registration: Registration, occasion: Occasion) -> None:
    """Register the deputy as present.

    Raises:
        NotNow: the sitting takes no registrations.
        NotEntitled: only a deputy registers, in person (Constitution 2026, art. 55(1)).
    """
    REGISTRATIONS.take(registration, RegistrationAct.REGISTER, occasion)
    registration.registered_at = occasion.at
    registration.record(
        DeputyRegistered(
            at=occasion.at,
            registration_id=registration.id,
            sitting_id=registration.sitting_id,
            person_id=registration.person_id,
        )
    )


def counted(chamber: Chamber | None) -> Chamber:
    """The chamber that a condition has just seen."""
    if chamber is None:
        message = "the chamber was not counted"
        raise ValueError(message)
    return chamber
