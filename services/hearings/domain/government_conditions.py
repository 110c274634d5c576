"""What must be so before a Government hour is set, a report demanded, heard or decided on."""

from services.hearings.domain.government_hour import GovernmentHour, HourStage, SetBy
from services.hearings.domain.hour_question import HourQuestion
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Chamber

INITIATIVE = "gov_report_initiative"
MINUTES = "government_hour.report_minutes"
SHARE = (
    "rules profile: opposition.government_hour_agendas_per_session_min "
    "(last known: Kazinform, 21.10.2020)"
)
REPORTS = "Constitution 2026, art. 56(17)"
LAST_KNOWN = (
    "rules profile: government_hour.report_minutes (last known: Regulations of the Mäjilis)"
)


def signatures_needed(occasion: Occasion) -> int:
    """How many deputies demand a report."""
    group = occasion.rules.group(INITIATIVE)
    seats = occasion.rules.seats
    return group.needed(group.whole(Chamber(seats=seats, filled=seats, registered=seats)))


@condition(
    en="whoever sets it speaks for the Bureau, or leads a faction of the opposition",
    ru="определяет тот, кто представляет Бюро или руководит оппозиционной фракцией",
    kk="белгілейтін — Бюроның атынан сөйлеуші немесе оппозициялық фракцияның жетекшісі",
    provision=SHARE,
)
def sets_for_whom_they_speak(hour: GovernmentHour, occasion: Occasion) -> bool:
    if hour.set_by is SetBy.BUREAU:
        return occasion.by.holds(Role.CHAIR) and hour.body_id is None
    leads = hour.body_id is not None and occasion.by.holds(Role.FACTION_LEADER, hour.body_id)
    return hour.set_by is SetBy.OPPOSITION and leads and hour.seen_opposition


@condition(
    en="it is set for a time to come",
    ru="он назначается на будущее время",
    kk="ол алдағы уақытқа тағайындалады",
    provision=LAST_KNOWN,
)
def is_ahead(hour: GovernmentHour, occasion: Occasion) -> bool:
    return hour.starts_at is not None and hour.starts_at > occasion.at


@condition(
    en="the deputy has not signed the demand",
    ru="депутат ещё не подписал требование",
    kk="депутат талапқа әлі қол қоймаған",
    provision=REPORTS,
)
def has_not_signed_it(hour: GovernmentHour, occasion: Occasion) -> bool:
    return occasion.by.person_id not in hour.signatories


@condition(
    en="the signature of the deputy stands under the demand, and another remains",
    ru="под требованием стоит подпись депутата, и остаётся ещё хотя бы одна",
    kk="талаптың астында депутаттың қолы тұр және тағы біреуі қалады",
    provision=REPORTS,
)
def has_signed_it(hour: GovernmentHour, occasion: Occasion) -> bool:
    return occasion.by.person_id in hour.signatories and len(hour.signatures) > 1


@condition(
    en="nobody else has signed the demand: it is the deputy's own",
    ru="требование подписал только этот депутат",
    kk="талапқа осы депутаттан басқа ешкім қол қоймаған",
    provision=REPORTS,
)
def nobody_else_demands_it(hour: GovernmentHour, occasion: Occasion) -> bool:
    return hour.signatories == {occasion.by.person_id}


@condition(
    en="at least one third of all deputies, who hold their mandates still, demand the report",
    ru="отчёта требует не менее трети общего числа депутатов, сохраняющих мандаты",
    kk="есепті мандаттарын сақтаған депутаттардың жалпы санының кемінде үштен бірі талап етеді",
    provision=REPORTS,
)
def enough_demand_it(hour: GovernmentHour, occasion: Occasion) -> bool:
    return len(hour.signatories & hour.still_deputies) >= signatures_needed(occasion)


@condition(
    en="the report is of one of its members, and no longer than the rules let it be",
    ru="отчёт сделан одним из приглашённых и не длиннее, чем допускают правила",
    kk="есепті шақырылғандардың бірі жасады және ол қағидалар рұқсат еткеннен ұзақ емес",
    provision=LAST_KNOWN,
)
def report_is_in_time(hour: GovernmentHour, occasion: Occasion) -> bool:
    if hour.reported is None:
        return True
    member, minutes = hour.reported
    most = occasion.rules.settled(MINUTES)
    return member <= len(hour.members) and (not isinstance(most, int) or minutes <= most)


@condition(
    en="a report was heard",
    ru="отчёт заслушан",
    kk="есеп тыңдалды",
    provision=REPORTS,
)
def a_report_was_heard(hour: GovernmentHour, _: Occasion) -> bool:
    return bool(hour.reports)


@condition(
    en="the Kurultai has not adopted the same decision on it already",
    ru="такое решение по нему Курултай ещё не принял",
    kk="Құрылтай ол бойынша мұндай шешімді әлі қабылдаған жоқ",
    provision=REPORTS,
)
def is_not_decided_yet(hour: GovernmentHour, _: Occasion) -> bool:
    return not any(one.outcome == "adopted" for one in hour.decisions)


@condition(
    en="every leader of a faction who asked was answered",
    ru="всем обратившимся руководителям фракций ответили",
    kk="сұрақ қойған барлық фракция жетекшілеріне жауап берілді",
    provision="rules profile: sittings.guaranteed_floor (last known: Constitutional Law 339-VI)",
)
def leaders_were_answered(hour: GovernmentHour, _: Occasion) -> bool:
    return hour.questions_waiting == 0


@condition(
    en="the hour is set or open",
    ru="час назначен или идёт",
    kk="сағат тағайындалған немесе жүріп жатыр",
    provision=REPORTS,
)
def hour_takes_questions(question: HourQuestion, _: Occasion) -> bool:
    return question.hour_stage in {HourStage.SET, HourStage.OPEN}


@condition(
    en="the hour goes on",
    ru="час идёт",
    kk="сағат жүріп жатыр",
    provision=REPORTS,
)
def hour_goes_on(question: HourQuestion, _: Occasion) -> bool:
    return question.hour_stage in {HourStage.OPEN, HourStage.ASKED}


@condition(
    en="whoever takes the question back asked it",
    ru="вопрос отзывает тот, кто его задал",
    kk="сұрақты оны қойған адам кері алады",
    provision="Constitution 2026, art. 55(1)",
)
def asked_it_oneself(question: HourQuestion, occasion: Occasion) -> bool:
    return question.person_id == occasion.by.person_id
