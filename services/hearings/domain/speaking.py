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
        guaranteed: nobody but the speaker may take the floor away, or who named the speaker.
        for_faction: the faction whose leader speaks, or named this deputy as delegate.
        of_the_faction: whether the delegate is a deputy of it; not kept.
        faction_listed: whether its guaranteed floor is given to the other of the two; not kept.
        listed_already: whether the speaker is on the list otherwise; not kept.
        somebody_speaks: whether another has the floor; not kept.
    """

    person_id: UUID | None = None
    name: Bilingual
    capacity: Bilingual
    minutes: int | None = None
    place: int
    guaranteed: bool = False
    for_faction: UUID | None = None
    given_at: datetime | None = None
    ended_at: datetime | None = None
    stage: SpeechStage = SpeechStage.NEW
    listed_already: bool = False
    somebody_speaks: bool = False
    of_the_faction: bool = False
    faction_listed: bool = False


def is_guaranteed(speech: Speech, occasion: Occasion) -> bool:
    """Whether the rules guarantee the floor: to who lists themselves, or to a leader's delegate."""
    roles = occasion.rules.settled("hearings.guaranteed_floor")
    named = {Role(str(role)) for role in roles} if isinstance(roles, tuple) else set()
    oneself = speech.person_id is not None and speech.person_id == occasion.by.person_id
    own = oneself and any(occasion.by.holds(role) for role in named)
    delegated = Role.FACTION_LEADER in named and names_a_delegate(speech, occasion)
    return (own or delegated) and not speech.faction_listed


def names_a_delegate(speech: Speech, occasion: Occasion) -> bool:
    """Whether the leader of a faction acts for another deputy of it."""
    faction_id = speech.for_faction
    return faction_id is not None and occasion.by.holds(Role.FACTION_LEADER, faction_id)


@condition(
    en="the speaker acts in person, or whoever runs the hearing, or the leader of the faction "
    "for which the speaker speaks",
    ru="действует сам выступающий, проводящий слушания или руководитель фракции, от которой "
    "он выступает",
    kk="сөйлеуші өзі, тыңдауды жүргізуші немесе ол атынан сөйлейтін фракцияның жетекшісі "
    "әрекет етеді",
    provision=HEARINGS,
)
def acts_for_the_speaker(speech: Speech, occasion: Occasion) -> bool:
    oneself = speech.person_id is not None and speech.person_id == occasion.by.person_id
    leader = names_a_delegate(speech, occasion)
    return oneself or leader or runs_the_hearing.holds(speech, occasion)


@condition(
    en="whoever speaks for a faction is its leader, or a deputy of it whom the leader names",
    ru="от фракции выступает её руководитель или названный им депутат этой фракции",
    kk="фракция атынан оның жетекшісі немесе ол атаған осы фракцияның депутаты сөйлейді",
    provision=GUARANTEED,
)
def delegate_is_of_the_faction(speech: Speech, occasion: Occasion) -> bool:
    if speech.for_faction is None:
        return True
    oneself = speech.person_id == occasion.by.person_id
    return names_a_delegate(speech, occasion) and (oneself or speech.of_the_faction)


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
    en="a guaranteed floor is given up by the speaker, or by the leader of the faction, alone",
    ru="от гарантированного слова отказывается только сам выступающий или руководитель фракции",
    kk="кепілдік берілген сөзден тек сөйлеушінің өзі немесе фракция жетекшісі бас тартады",
    provision=GUARANTEED,
)
def guaranteed_floor_is_ones_own(speech: Speech, occasion: Occasion) -> bool:
    oneself = speech.person_id == occasion.by.person_id
    return not speech.guaranteed or oneself or names_a_delegate(speech, occasion)


LISTED: list[Condition[Speech]] = [
    acts_for_the_speaker,
    hearing_is_not_over,
    speaks_once,
    delegate_is_of_the_faction,
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
