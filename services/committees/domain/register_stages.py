"""The words of bodies, memberships and sessions: where each can stand, and what can be done."""

from enum import StrEnum


class BodyStage(StrEnum):
    NEW = "new"
    FORMED = "formed"
    DISSOLVED = "dissolved"


class BodyAct(StrEnum):
    FORM = "form"
    DISSOLVE = "dissolve"


class MembershipStage(StrEnum):
    NEW = "new"
    IN_FORCE = "in_force"
    ENDED = "ended"


class MembershipAct(StrEnum):
    JOIN = "join"
    LEAVE = "leave"
    LAPSE = "lapse"


class SessionStage(StrEnum):
    NEW = "new"
    OPEN = "open"
    CLOSED = "closed"


class SessionAct(StrEnum):
    OPEN = "open"
    CLOSE = "close"


class SessionKind(StrEnum):
    """How a session comes about (Constitution 2026, art. 58(2), 58(3), 58(4))."""

    FIRST = "first"
    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"


class AskedBy(StrEnum):
    """Who may have an extraordinary session called (Constitution 2026, art. 58(4))."""

    PRESIDENT = "president"
    CHAIR = "chair"
    DEPUTIES = "deputies"
