"""The floor that factions have as of right at a Government hour, and the President's answer."""

from services.hearings.domain.government_hour import DecisionKind, GovernmentHour
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Outcome

REPORTS = "Constitution 2026, art. 56(17)"
AS_OF_RIGHT = (
    "rules profile: sittings.guaranteed_floor (last known: Regulations of the Mäjilis, p. 109; "
    "Constitutional Law 339-VI, art. 34(2-1))"
)


@condition(
    en="whoever acts leads the faction",
    ru="действует руководитель фракции",
    kk="фракция жетекшісі әрекет етеді",
    provision=AS_OF_RIGHT,
)
def leads_the_faction(hour: GovernmentHour, occasion: Occasion) -> bool:
    floor = hour.floor
    return floor is not None and occasion.by.holds(Role.FACTION_LEADER, floor.faction_id)


@condition(
    en="the speaker is a deputy of the faction",
    ru="выступающий — депутат этой фракции",
    kk="сөйлеуші — сол фракцияның депутаты",
    provision=AS_OF_RIGHT,
)
def speaker_is_of_the_faction(hour: GovernmentHour, _: Occasion) -> bool:
    return hour.floor is not None and hour.floor.of_the_faction


@condition(
    en="the faction has not had the floor in this hour: it has it once",
    ru="фракция ещё не выступала на этом часе: слово предоставляется один раз",
    kk="фракция осы сағатта әлі сөйлеген жоқ: сөз бір рет беріледі",
    provision=AS_OF_RIGHT,
)
def has_not_spoken(hour: GovernmentHour, _: Occasion) -> bool:
    speaker = hour.speaker_of(hour.floor.faction_id if hour.floor else None)
    return speaker is None or speaker.done_at is None


@condition(
    en="the faction has named who speaks for it, and waits for the floor",
    ru="фракция назвала выступающего и ожидает слова",
    kk="фракция сөйлеушісін атады және сөз күтіп отыр",
    provision=AS_OF_RIGHT,
)
def speaker_waits(hour: GovernmentHour, _: Occasion) -> bool:
    speaker = hour.speaker_of(hour.floor.faction_id if hour.floor else None)
    return speaker is not None and speaker.done_at is None


@condition(
    en="every faction that named a speaker has had the floor, or given it up",
    ru="все фракции, назвавшие выступающего, выступили или отказались от слова",
    kk="сөйлеушісін атаған барлық фракция сөйледі немесе сөзден бас тартты",
    provision=AS_OF_RIGHT,
)
def factions_had_the_floor(hour: GovernmentHour, _: Occasion) -> bool:
    return all(one.done_at is not None for one in hour.speakers)


@condition(
    en="the Kurultai has appealed to the President",
    ru="Курултай обратился к Президенту",
    kk="Құрылтай Президентке өтініш жасаған",
    provision=REPORTS,
)
def appeal_was_adopted(hour: GovernmentHour, _: Occasion) -> bool:
    return any(
        one.kind is DecisionKind.APPEAL_TO_PRESIDENT and one.outcome is Outcome.ADOPTED
        for one in hour.decisions
    )


@condition(
    en="the President has not answered yet",
    ru="Президент ещё не ответил",
    kk="Президент әлі жауап берген жоқ",
    provision=REPORTS,
)
def president_has_not_answered(hour: GovernmentHour, _: Occasion) -> bool:
    return hour.response is None
