"""How a term is said: its length and first day, and what must be known before its end is."""

from services.bills.domain.deadlines import BY_THE_HOUR, Deadline
from shared.kernel.rules import Starts, Term, Unit
from shared.kernel.text import Text

UNITS: dict[Unit, Text] = {
    Unit.YEARS: Text(kk="жыл", ru="г.", en="year(s)"),
    Unit.MONTHS: Text(kk="ай", ru="мес.", en="month(s)"),
    Unit.DAYS: Text(kk="күн", ru="дн.", en="day(s)"),
    Unit.WORKING_DAYS: Text(kk="жұмыс күні", ru="раб. дн.", en="working day(s)"),
    Unit.HOURS: Text(kk="сағат", ru="ч", en="hour(s)"),
    Unit.MINUTES: Text(kk="минут", ru="мин", en="minute(s)"),
}
FIRST_DAY: dict[Starts, Text] = {
    Starts.DAY_OF: Text(
        kk="оқиға болған күннен бастап", ru="считая день события", en="from the day of the event"
    ),
    Starts.DAY_AFTER: Text(
        kk="оқиғадан кейінгі күннен бастап",
        ru="со дня, следующего за событием",
        en="from the day after the event",
    ),
}
FIRST_MINUTE = Text(
    kk="оқиға болған минуттан бастап", ru="с минуты события", en="from the minute of the event"
)
LENGTH = Text(
    kk="{amount} {unit}, {first}", ru="{amount} {unit}, {first}", en="{amount} {unit}, {first}"
)
MOVES = Text(
    kk="{length}; соңғы күні жұмыс күні болмаса, келесі жұмыс күніне ауысады",
    ru="{length}; если последний день нерабочий, срок истекает в следующий рабочий",
    en="{length}; a last day that is not worked moves to the next one that is",
)
NO_LENGTH = Text(
    kk="Бұл мерзімнің ұзақтығы ешбір дереккөзде белгіленбеген: {source}.",
    ru="Ни один источник не устанавливает длительность этого срока: {source}.",
    en="No source gives the length of this term: {source}.",
)
NO_CALENDAR = Text(
    kk="Жұмыс күндерінің күнтізбесі енгізілмеген жыл: {years}.",
    ru="Не введён календарь рабочих дней на год: {years}.",
    en="The working days of this year are not entered: {years}.",
)


def rule_in_words(rule: Term) -> Text | None:
    """How long the term is and from when; None if no source says so."""
    if rule.amount is None:
        return None
    first = FIRST_MINUTE if rule.unit in BY_THE_HOUR else FIRST_DAY[rule.starts]
    length = LENGTH.filled(amount=rule.amount, unit=UNITS[rule.unit], first=first)
    return MOVES.filled(length=length) if rule.moves_to_working_day else length


def what_is_missing(deadline: Deadline) -> Text | None:
    """What must be known before anyone can say when the term ends; None if nothing is missing."""
    if deadline.missing_years:
        return NO_CALENDAR.filled(years=", ".join(map(str, deadline.missing_years)))
    unknown = deadline.rule.amount is None and deadline.last_day is None
    return NO_LENGTH.filled(source=deadline.rule.source) if unknown else None
