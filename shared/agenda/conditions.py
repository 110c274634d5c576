"""What must be so before an agenda is changed, published, adopted, or an item begun."""

from shared.agenda.agenda import Agenda, AgendaStage
from shared.agenda.items import ItemState
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.procedure import condition

REGULATIONS = "Regulations of the Kurultai (not found; Constitution 2026, art. 61(6))"
IN_TIME = "rules profile: agenda_publication (unknown)"
OF_A_COMMITTEE = (Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)
OF_THE_KURULTAI = (Role.CLERK, Role.CHAIR, Role.DEPUTY_CHAIR)


@condition(
    en="whoever acts is of the Apparatus, presides over the Kurultai, or leads the committee "
    "whose agenda it is",
    ru="действует Аппарат, председательствующий или руководство комитета, чья это повестка",
    kk="Аппарат, төрағалық етуші немесе күн тәртібі тиесілі комитеттің басшылығы әрекет етеді",
    provision="Constitution 2026, art. 57(3)(5), 59(2)",
)
def acts_for_the_body(agenda: Agenda, occasion: Occasion) -> bool:
    by = occasion.by
    leads = any(by.holds(role, body) for role in OF_A_COMMITTEE for body in agenda.bodies)
    return leads or any(by.holds(role) for role in OF_THE_KURULTAI)


@condition(
    en="there is no agenda of it yet",
    ru="повестки ещё нет",
    kk="күн тәртібі әлі жасалмаған",
    provision=REGULATIONS,
)
def is_the_only_one(agenda: Agenda, _: Occasion) -> bool:
    return not agenda.another


@condition(
    en="the agenda has items",
    ru="в повестке есть вопросы",
    kk="күн тәртібінде мәселелер бар",
    provision=REGULATIONS,
)
def has_items(agenda: Agenda, _: Occasion) -> bool:
    return any(item.stays for item in agenda.items)


@condition(
    en="it is published as long before as the rules ask",
    ru="она публикуется заранее, как того требуют правила",
    kk="ол қағидалар талап еткен мерзімде алдын ала жарияланады",
    provision=IN_TIME,
)
def is_in_time(agenda: Agenda, occasion: Occasion) -> bool:
    """Where the rules set no term, there is none to miss."""
    term = occasion.rules.terms.get("agenda_publication")
    if term is None or term.amount is None or agenda.begins_at is None:
        return True
    return term.last_day(occasion.day) <= day_of(agenda.begins_at)


@condition(
    en="a reason is given, once it is published",
    ru="после публикации указывается причина",
    kk="жарияланғаннан кейін себебі көрсетіледі",
    provision=REGULATIONS,
)
def says_why(agenda: Agenda, _: Occasion) -> bool:
    return agenda.stage is AgendaStage.DRAFT or agenda.reason is not None


@condition(
    en="the item is not held, nor put off or taken off",
    ru="вопрос не рассмотрен, не отложен и не снят",
    kk="мәселе қаралмаған, кейінге қалдырылмаған және алынып тасталмаған",
    provision=REGULATIONS,
)
def item_is_ahead(agenda: Agenda, _: Occasion) -> bool:
    return agenda.touched is None or agenda.touched.state is ItemState.PLANNED


@condition(
    en="no other item is dealt with now",
    ru="другой вопрос сейчас не рассматривается",
    kk="қазір басқа мәселе қаралып жатқан жоқ",
    provision=REGULATIONS,
)
def nothing_is_in_course(agenda: Agenda, _: Occasion) -> bool:
    return agenda.in_course is None


@condition(
    en="the item is dealt with now",
    ru="вопрос рассматривается",
    kk="мәселе қаралып жатыр",
    provision=REGULATIONS,
)
def item_is_in_course(agenda: Agenda, _: Occasion) -> bool:
    return agenda.touched is None or agenda.touched.state is ItemState.IN_COURSE
