"""Bodies are formed and dissolved, people join and leave them, sessions open and close."""

from services.committees.domain.body import Body, Membership
from services.committees.domain.register_procedure import BODIES, MEMBERSHIPS, SESSIONS
from services.committees.domain.register_stages import BodyAct, MembershipAct, SessionAct
from services.committees.domain.session import Session
from shared.contracts.bodies import BodyEnded, BodyFormed, MemberJoined, MemberLeft
from shared.contracts.sessions import SessionClosed, SessionOpened
from shared.kernel.occasion import Occasion


def form(body: Body, occasion: Occasion) -> None:
    """Raises NotNow where the name is taken, or the Kurultai has such a body already."""
    BODIES.take(body, BodyAct.FORM, occasion)
    body.record(
        BodyFormed(
            at=occasion.at,
            body_id=body.id,
            convocation_id=body.convocation_id,
            kind=body.kind,
            name=body.name,
            within=body.within,
            since=body.since,
        )
    )


def dissolve(body: Body, ground: str, occasion: Occasion) -> None:
    """The body is no more from this moment on."""
    BODIES.take(body, BodyAct.DISSOLVE, occasion)
    body.until, body.ended_on = occasion.at, ground
    body.record(BodyEnded(at=occasion.at, body_id=body.id, until=occasion.at, ground=ground))


def join(membership: Membership, occasion: Occasion) -> None:
    """Raises NotNow for who belongs to it already, or cannot in that capacity."""
    MEMBERSHIPS.take(membership, MembershipAct.JOIN, occasion)
    membership.record(
        MemberJoined(
            at=occasion.at,
            membership_id=membership.id,
            body_id=membership.body_id,
            person_id=membership.person_id,
            capacity=membership.capacity,
            since=membership.since,
        )
    )


def leave(membership: Membership, ground: str, occasion: Occasion) -> None:
    """The person belongs to the body no longer."""
    MEMBERSHIPS.take(membership, MembershipAct.LEAVE, occasion)
    _end(membership, ground, occasion)


def lapse(membership: Membership, ground: str, occasion: Occasion) -> None:
    """A membership ends with the mandate by which it was held."""
    MEMBERSHIPS.take(membership, MembershipAct.LAPSE, occasion)
    _end(membership, ground, occasion)


def _end(membership: Membership, ground: str, occasion: Occasion) -> None:
    membership.until, membership.ended_on = occasion.at, ground
    membership.record(
        MemberLeft(
            at=occasion.at,
            membership_id=membership.id,
            body_id=membership.body_id,
            person_id=membership.person_id,
            until=occasion.at,
            ground=ground,
        )
    )


def open_session(session: Session, occasion: Occasion) -> None:
    """Raises NotNow while another session is on, out of its months, or without its call."""
    SESSIONS.take(session, SessionAct.OPEN, occasion)
    session.record(
        SessionOpened(
            at=occasion.at,
            session_id=session.id,
            convocation_id=session.convocation_id,
            kind=session.kind.value,
            number=session.number,
            since=session.since,
        )
    )


def close_session(session: Session, occasion: Occasion) -> None:
    SESSIONS.take(session, SessionAct.CLOSE, occasion)
    session.until = occasion.at
    session.record(SessionClosed(at=occasion.at, session_id=session.id, until=occasion.at))
