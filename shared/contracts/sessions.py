"""What the committees service tells of the sessions of the Kurultai."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from shared.kernel.event import Fact


class SessionOpened(Fact):
    """The Kurultai is in session from `since` on (Constitution 2026, art. 58)."""

    type: ClassVar[str] = "committees.session_opened.v1"
    about: ClassVar[str] = "session"

    session_id: UUID
    convocation_id: UUID
    kind: Literal["first", "regular", "extraordinary"]
    number: int
    since: AwareDatetime


class SessionClosed(Fact):
    """The session is over: `until` is the first moment without it."""

    type: ClassVar[str] = "committees.session_closed.v1"
    about: ClassVar[str] = "session"

    session_id: UUID
    until: AwareDatetime


TELLS = (SessionOpened, SessionClosed)
