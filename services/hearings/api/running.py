"""What only those who run a hearing read: the names of whoever comes to listen."""

from services.hearings.domain.conditions import acts_for_the_initiator
from services.hearings.domain.hearing import Hearing
from shared.kernel.errors import NotEntitled
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text

NOT_FOR_YOU = Text(
    kk="Бұл тізім тыңдауды жүргізушілерге арналған.",
    ru="Этот список — для проводящих слушания.",
    en="This list is for those who run the hearing.",
)


def runs_it(hearing: Hearing, occasion: Occasion) -> bool:
    """Whether whoever reads speaks for the initiator, or is of the Apparatus."""
    return acts_for_the_initiator.holds(hearing, occasion)


def for_those_who_run_it(hearing: Hearing, occasion: Occasion) -> Hearing:
    """The hearing, for them alone. Raises NotEntitled."""
    if not runs_it(hearing, occasion):
        raise NotEntitled(NOT_FOR_YOU, provision=acts_for_the_initiator.provision)
    return hearing
