"""The words of the procedure: where a hearing can stand, and what can be done to it."""

from enum import StrEnum


class Stage(StrEnum):
    NEW = "new"
    CALLED = "called"
    HELD = "held"
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"


class Act(StrEnum):
    CALL = "call"
    HOLD = "hold"
    ADOPT_RECOMMENDATIONS = "adopt_recommendations"
    CANCEL = "cancel"


class Initiator(StrEnum):
    """On whose behalf a hearing is called; the words of the profile's `hearings.initiators`."""

    BUREAU = "bureau"
    COMMITTEE = "committee"
    OPPOSITION = "opposition"
