"""What is shown of a sitting behind closed doors, and to whom."""

from collections.abc import Sequence
from datetime import datetime

from services.voting.domain.sitting import Sitting
from services.voting.domain.speaking import Speech
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text

OPENNESS = "Constitution 2026, art. 58(6); rules profile: sittings.closed_readers (unknown)"
WITHHELD = Text(
    kk="Отырыстың бұл бөлігі жабық өтті.",
    ru="Эта часть заседания была закрытой.",
    en="This part of the sitting was behind closed doors.",
)


def may_attend(visitor: Occasion) -> bool:
    """Whether the rules name a capacity that the visitor has."""
    named = visitor.rules.settled("sittings.closed_readers")
    roles = named if isinstance(named, tuple) else ()
    return any(visitor.by.holds(Role(str(role))) for role in roles)


def shown_to(visitor: Occasion, sitting: Sitting, speeches: Sequence[Speech]) -> list[Speech]:
    """Without those of closed parts, unless the visitor may attend them."""
    if not sitting.closed_parts or may_attend(visitor):
        return list(speeches)
    return [one for one in speeches if not sitting.was_private(_when(one))]


def must_be_shown(visitor: Occasion, sitting: Sitting, speech: Speech) -> None:
    """Raises NotEntitled for who may not know who spoke."""
    if not shown_to(visitor, sitting, [speech]):
        raise NotEntitled(WITHHELD, provision=OPENNESS)


def _when(speech: Speech) -> datetime:
    """When it was held; of one that was only asked for, when that was."""
    moment = speech.given_at or speech.asked_at
    if moment is None:
        message = "a speech on file was asked for at some moment"
        raise ValueError(message)
    return moment
