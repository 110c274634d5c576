"""Who is invited to a hearing, and who comes: each invitation is a case of its own."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.hearings.domain.of_hearing import (
    HEARINGS,
    RUNNERS,
    OfHearing,
    hearing_is_not_over,
    runs_the_hearing,
)
from shared.contracts.hearings_public import (
    GuestInvited,
    InvitationAccepted,
    InvitationDeclined,
    InvitationFact,
    InvitationWithdrawn,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Condition, Procedure, Row, condition


class InvitationStage(StrEnum):
    NEW = "new"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class InvitationAct(StrEnum):
    INVITE = "invite"
    ACCEPT = "accept_invitation"
    DECLINE = "decline_invitation"
    WITHDRAW = "withdraw_invitation"


class Guest(BaseModel):
    """Who is invited, from where, and in what capacity."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Bilingual
    organisation: Bilingual | None = None
    capacity: Bilingual = Field(description="As an expert, a minister, a witness.")
    person_id: UUID | None = Field(default=None, description="Where the register knows the person.")


@dataclass(eq=False, kw_only=True)
class Invitation(OfHearing):
    """An invitation; it is sent by being made."""

    guest: Guest
    stage: InvitationStage = InvitationStage.NEW


@condition(
    en="the guest answers in person, or whoever runs the hearing enters the answer",
    ru="отвечает сам приглашённый или ответ вносит проводящий слушания",
    kk="шақырылған адам өзі жауап береді немесе жауапты тыңдауды жүргізуші енгізеді",
    provision=HEARINGS,
)
def answers_for_the_guest(invitation: Invitation, occasion: Occasion) -> bool:
    invited = invitation.guest.person_id
    in_person = invited is not None and invited == occasion.by.person_id
    return in_person or runs_the_hearing.holds(invitation, occasion)


BODIES = {Role.KURULTAI, Role.COMMITTEE, Role.CLOCK}
PEOPLE = [*RUNNERS, *(role for role in Role if role not in {*BODIES, *RUNNERS, Role.PRESIDING})]
"""Whoever holds an office or a mandate. For guests without one the Apparatus enters the answer."""
RUN = [runs_the_hearing, hearing_is_not_over]
ANSWER: list[Condition[Invitation]] = [answers_for_the_guest, hearing_is_not_over]
S, A = InvitationStage, InvitationAct

# fmt: off
INVITATIONS: Procedure[Invitation] = Procedure(
    #   act         from        to           by       not until  under
    Row(A.INVITE,   S.NEW,      S.SENT,      RUNNERS, RUN,       HEARINGS),
    Row(A.ACCEPT,   S.SENT,     S.ACCEPTED,  PEOPLE,  ANSWER,    HEARINGS),
    Row(A.ACCEPT,   S.DECLINED, S.ACCEPTED,  PEOPLE,  ANSWER,    HEARINGS),
    Row(A.DECLINE,  S.SENT,     S.DECLINED,  PEOPLE,  ANSWER,    HEARINGS),
    Row(A.DECLINE,  S.ACCEPTED, S.DECLINED,  PEOPLE,  ANSWER,    HEARINGS),
    Row(A.WITHDRAW, S.SENT,     S.WITHDRAWN, RUNNERS, RUN,       HEARINGS),
    Row(A.WITHDRAW, S.ACCEPTED, S.WITHDRAWN, RUNNERS, RUN,       HEARINGS),
)
# fmt: on


def invite(invitation: Invitation, occasion: Occasion) -> None:
    """Invite the guest. Raises NotNow once the hearing is over."""
    INVITATIONS.take(invitation, InvitationAct.INVITE, occasion)
    invitation.record(
        GuestInvited(
            at=occasion.at,
            invitation_id=invitation.id,
            hearing_id=invitation.hearing_id,
            person_id=invitation.guest.person_id,
        )
    )


def accept_invitation(invitation: Invitation, occasion: Occasion) -> None:
    """The guest comes. Raises NotNow for whoever answers for another."""
    INVITATIONS.take(invitation, InvitationAct.ACCEPT, occasion)
    _tell(invitation, occasion, InvitationAccepted)


def decline_invitation(invitation: Invitation, occasion: Occasion) -> None:
    """The guest does not come. Raises NotNow for whoever answers for another."""
    INVITATIONS.take(invitation, InvitationAct.DECLINE, occasion)
    _tell(invitation, occasion, InvitationDeclined)


def withdraw_invitation(invitation: Invitation, occasion: Occasion) -> None:
    """The guest is invited no longer."""
    INVITATIONS.take(invitation, InvitationAct.WITHDRAW, occasion)
    _tell(invitation, occasion, InvitationWithdrawn)


def _tell(invitation: Invitation, occasion: Occasion, fact: type[InvitationFact]) -> None:
    invitation.record(
        fact(at=occasion.at, invitation_id=invitation.id, hearing_id=invitation.hearing_id)
    )
