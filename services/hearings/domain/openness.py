"""Hearings are open, but for their closed parts (Constitution 2026, art. 58(6))."""

from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion

INSIDERS = (
    Role.DEPUTY,
    Role.CHAIR,
    Role.DEPUTY_CHAIR,
    Role.COMMITTEE_CHAIR,
    Role.COMMITTEE_SECRETARY,
    Role.FACTION_LEADER,
    Role.CLERK,
)


def is_insider(occasion: Occasion) -> bool:
    """Whether whoever acts is of the chamber or of its Apparatus."""
    return any(occasion.by.holds(role) for role in INSIDERS)
