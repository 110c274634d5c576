"""The words of the procedure: where a hearing can stand, and what can be done to it."""

from enum import StrEnum


class Stage(StrEnum):
    NEW = "new"
    CALLED = "called"
    PREPARED = "prepared"
    """Whoever decides has decided that it is held."""
    OPEN = "open"
    HELD = "held"
    CONCLUDED = "concluded"
    DECLINED = "declined"
    CANCELLED = "cancelled"


AHEAD = (Stage.CALLED, Stage.PREPARED)
"""It is called, and has not begun."""


class Act(StrEnum):
    CALL = "call"
    DECIDE = "decide_to_hold"
    DECLINE = "decline_to_hold"
    POSTPONE = "postpone"
    ARRANGE = "arrange"
    OPEN = "open"
    CLOSE = "close"
    HOLD = "hold"
    ADOPT_RECOMMENDATIONS = "adopt_recommendations"
    CANCEL = "cancel"


class Initiator(StrEnum):
    """On whose behalf a hearing is called; the words of the profile's `hearings.initiators`."""

    BUREAU = "bureau"
    COMMITTEE = "committee"
    OPPOSITION = "opposition"
