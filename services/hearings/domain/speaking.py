"""Who speaks at a hearing, in which order, and who has the floor: each speech is a case."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.hearings.domain.in_part import InPart, part_is_of_the_hearing
from services.hearings.domain.inviting import PEOPLE
from services.hearings.domain.of_hearing import (
    HEARINGS,
    RUNNERS,
    hearing_is_not_over,
    hearing_is_open,
    runs_the_hearing,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Condition, Procedure, Row, condition

ONCE = "rules profile: hearings.speaks_once (unknown)"
GUARANTEED = (
    "rules profile: hearings.guaranteed_floor (last known: Constitutional Law 339-VI, art. 34(2-1))"
)


class SpeechStage(StrEnum):
    NEW = "new"
    LISTED = "listed"
    SPEAKING = "speaking"
    SPOKEN = "spoken"
    STRUCK = "struck"


class SpeechAct(StrEnum):
    LIST = "list_speaker"
    MOVE = "move_speaker"
    STRIKE = "strike_speaker"
    GIVE_FLOOR = "give_floor"
    END = "end_speech"


@dataclass(eq=False, kw_only=True)
class Speech(InPart):
    """Somebody speaks, once, in a place of the order.

    Attributes:
        minutes: for how long; None where nobody set it.
        guaranteed: nobody but the speaker may take the floor away.
        listed_already: whether the speaker is on the list otherwise; not kept.
        somebody_speaks: whether another has the floor; not kept.
    """

    person_id: UUID | None = None
    name: Bilingual
    capacity: Bilingual
    minutes: int | None = None
    place: int
    guaranteed: bool = False
    given_at: datetime | None = None
    ended_at: datetime | None = None
    stage: SpeechStage = SpeechStage.NEW
    listed_already: bool = False
    somebody_speaks: bool = False


def is_guaranteed(occasion: Occasion, person_id: UUID | None) -> bool:
    """Whether the rules guarantee the floor to whoever puts themselves on the list."""
    roles = occasion.rules.settled("hearings.guaranteed_floor")
    named = roles if isinstance(roles, tuple) else ()
    oneself = person_id is not None and person_id == occasion.by.person_id
    return oneself and any(occasion.by.holds(Role(str(role))) for role in named)


@condition(
    en="the speaker acts in person, or whoever runs the hearing does",
    ru="действует сам выступающий или проводящий слушания",
    kk="сөйлеуші өзі немесе тыңдауды жүргізуші әрекет етеді",
    provision=HEARINGS,
)
def acts_for_the_speaker(speech: Speech, occasion: Occasion) -> bool:
    oneself = speech.person_id is not None and speech.person_id == occasion.by.person_id
    return oneself or runs_the_hearing.holds(speech, occasion)


@condition(
    en="the speaker is not on the list already, and has not spoken",
    ru="выступающий ещё не в списке и не выступал",
    kk="сөйлеуші тізімде жоқ және әлі сөйлеген жоқ",
    provision=ONCE,
)
def speaks_once(speech: Speech, occasion: Occasion) -> bool:
    return occasion.rules.settled("hearings.speaks_once") is not True or not speech.listed_already


@condition(
    en="nobody else has the floor",
    ru="слово не предоставлено другому",
    kk="сөз басқа ешкімге берілмеген",
    provision=HEARINGS,
)
def floor_is_free(speech: Speech, _: Occasion) -> bool:
    return not speech.somebody_speaks


@condition(
    en="a guaranteed floor is given up by the speaker alone",
    ru="от гарантированного слова отказывается только сам выступающий",
    kk="кепілдік берілген сөзден тек сөйлеушінің өзі бас тартады",
    provision=GUARANTEED,
)
def guaranteed_floor_is_ones_own(speech: Speech, occasion: Occasion) -> bool:
    return not speech.guaranteed or speech.person_id == occasion.by.person_id


LISTED: list[Condition[Speech]] = [
    acts_for_the_speaker,
    hearing_is_not_over,
    speaks_once,
    part_is_of_the_hearing,
]
STRUCK: list[Condition[Speech]] = [acts_for_the_speaker, guaranteed_floor_is_ones_own]
GIVEN: list[Condition[Speech]] = [runs_the_hearing, hearing_is_open, floor_is_free]
S, A = SpeechStage, SpeechAct

# fmt: off
SPEECHES: Procedure[Speech] = Procedure(
    #   act           from        to          by       not until           under
    Row(A.LIST,       S.NEW,      S.LISTED,   PEOPLE,  LISTED,             HEARINGS),
    Row(A.MOVE,       S.LISTED,   S.LISTED,   RUNNERS, [runs_the_hearing], HEARINGS),
    Row(A.STRIKE,     S.LISTED,   S.STRUCK,   PEOPLE,  STRUCK,             HEARINGS),
    Row(A.GIVE_FLOOR, S.LISTED,   S.SPEAKING, RUNNERS, GIVEN,              HEARINGS),
    Row(A.END,        S.SPEAKING, S.SPOKEN,   RUNNERS, [runs_the_hearing], HEARINGS),
)
# fmt: on
