"""What is told of who comes to a hearing, and of what is submitted to it; never a guest's name."""

from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual, Digest, Line
from shared.kernel.event import Fact


class InvitationFact(Fact):
    """A fact about an invitation to a hearing."""

    about: ClassVar[str] = "invitation"

    invitation_id: UUID
    hearing_id: UUID


class GuestInvited(InvitationFact):
    """Somebody is invited; `person_id` where it is a person of the register."""

    type: ClassVar[str] = "hearings.guest_invited.v1"

    person_id: UUID | None = None


class InvitationAccepted(InvitationFact):
    """The guest comes."""

    type: ClassVar[str] = "hearings.invitation_accepted.v1"


class InvitationDeclined(InvitationFact):
    """The guest does not come."""

    type: ClassVar[str] = "hearings.invitation_declined.v1"


class InvitationWithdrawn(InvitationFact):
    """The guest is invited no longer."""

    type: ClassVar[str] = "hearings.invitation_withdrawn.v1"


class SeatFact(Fact):
    """A fact about a place at a hearing for the public or the media."""

    about: ClassVar[str] = "seat"

    seat_id: UUID
    hearing_id: UUID


class SeatTaken(SeatFact):
    """Somebody has a place, or waits for one."""

    type: ClassVar[str] = "hearings.seat_taken.v1"

    kind: Line
    waits: bool


class SeatMovedUp(SeatFact):
    """Whoever waited has a place now."""

    type: ClassVar[str] = "hearings.seat_moved_up.v1"


class SeatGivenUp(SeatFact):
    """The place is free again."""

    type: ClassVar[str] = "hearings.seat_given_up.v1"


class SubmissionFact(Fact):
    """A fact about a written submission to a hearing."""

    about: ClassVar[str] = "submission"

    submission_id: UUID
    hearing_id: UUID


class SubmissionReceived(SubmissionFact):
    """Something was submitted in writing; `number` is that of e-Otinish, where it came from it."""

    type: ClassVar[str] = "hearings.submission_received.v1"

    kind: Line
    document: Digest | None = None
    number: Line | None = None


class SubmissionPublished(SubmissionFact):
    """It can be read by everyone."""

    type: ClassVar[str] = "hearings.submission_published.v1"


class SubmissionReturned(SubmissionFact):
    """It went back to its author."""

    type: ClassVar[str] = "hearings.submission_returned.v1"

    reason: Bilingual


TELLS = (
    GuestInvited,
    InvitationAccepted,
    InvitationDeclined,
    InvitationWithdrawn,
    SeatTaken,
    SeatMovedUp,
    SeatGivenUp,
    SubmissionReceived,
    SubmissionPublished,
    SubmissionReturned,
)
