"""What must be so before an office is taken or left."""

from services.committees.domain.grounds import (
    CHAIR_ELECTION,
    DEPUTY_CHAIRS,
    FOUNDING,
    OFFICE_TERM,
    REGISTER,
)
from services.committees.domain.office import OF_A_BODY, OF_DEPUTIES, OF_ONE, Office
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


@condition(
    en="nobody has opened the register before",
    ru="реестр ещё никем не открыт",
    kk="тізілімді бұған дейін ешкім ашпаған",
    provision=FOUNDING,
)
def register_is_new(office: Office, _: Occasion) -> bool:
    return not office.opened_before


@condition(
    en="the office is not that of a committee chair, whom the Kurultai elects",
    ru="это не должность председателя комитета: его избирает Курултай",
    kk="бұл комитет төрағасының лауазымы емес: оны Құрылтай сайлайды",
    provision=CHAIR_ELECTION,
)
def not_elected_by_the_kurultai(office: Office, _: Occasion) -> bool:
    return office.role is not Role.COMMITTEE_CHAIR


@condition(
    en="the person holds a mandate, where the office is a deputy's",
    ru="у лица есть мандат, если должность депутатская",
    kk="лауазым депутаттікі болса, адамның мандаты бар",
    provision="Constitution 2026, art. 57(1), 57(3)(3), 59(1)",
)
def holder_is_a_deputy(office: Office, _: Occasion) -> bool:
    seated = office.composition.seat_of(office.person_id) is not None
    return seated or office.role not in OF_DEPUTIES


@condition(
    en="the office is vacant, where one person holds it at a time",
    ru="должность свободна, если её занимает только один человек",
    kk="лауазымды бір мезгілде бір ғана адам атқаратын болса, ол бос",
    provision=f"Constitution 2026, art. 57(1); {REGISTER}",
)
def office_is_vacant(office: Office, _: Occasion) -> bool:
    return office.role not in OF_ONE or not office.held_by - {office.person_id}


@condition(
    en="there is room for another deputy chair",
    ru="число заместителей Председателя ещё не исчерпано",
    kk="Төраға орынбасарларының шекті саны әлі толған жоқ",
    provision=DEPUTY_CHAIRS,
)
def room_among_deputy_chairs(office: Office, occasion: Occasion) -> bool:
    if office.role is not Role.DEPUTY_CHAIR:
        return True
    return len(office.held_by) < occasion.rules.number("deputy_chairs")


@condition(
    en="the person does not hold this office already",
    ru="лицо ещё не занимает эту должность",
    kk="адам бұл лауазымда әлі отырған жоқ",
    provision=REGISTER,
)
def not_held_already(office: Office, _: Occasion) -> bool:
    return office.person_id not in office.held_by


@condition(
    en="the faction or committee is named, where the office is held in one, and only there",
    ru="фракция или комитет указаны, если должность занимают в них, и только тогда",
    kk="лауазым фракцияда не комитетте атқарылса ғана, сол фракция не комитет көрсетілген",
    provision=REGISTER,
)
def body_is_named_where_there_is_one(office: Office, _: Occasion) -> bool:
    return (office.role in OF_A_BODY) == (office.body_id is not None)


@condition(
    en="the leader of a faction is one of its deputies",
    ru="руководитель фракции состоит в ней",
    kk="фракция жетекшісі сол фракцияның депутаты",
    provision=REGISTER,
)
def leader_is_of_the_faction(office: Office, _: Occasion) -> bool:
    seat = office.composition.seat_of(office.person_id)
    leads_own = seat is not None and seat.faction_id == office.body_id
    return office.role is not Role.FACTION_LEADER or leads_own


@condition(
    en="another registrar remains",
    ru="остаётся другой держатель реестра",
    kk="тізілімді жүргізетін тағы бір адам қалады",
    provision=REGISTER,
)
def register_keeps_a_keeper(office: Office, _: Occasion) -> bool:
    return office.role is not Role.REGISTRAR or bool(office.held_by - {office.person_id})


@condition(
    en="the mandate of the deputy who holds the office has ended",
    ru="мандат депутата, занимающего должность, прекращён",
    kk="лауазымды атқаратын депутаттың мандаты тоқтатылған",
    provision="Constitution 2026, art. 55(4), 57(1), 59(1)",
)
def mandate_has_ended(office: Office, _: Occasion) -> bool:
    return office.mandate_ended


@condition(
    en="the last day of the term, if one is decided, is not over",
    ru="последний день срока, если он установлен, не прошёл",
    kk="мерзімнің соңғы күні белгіленсе, ол әлі өткен жоқ",
    provision=OFFICE_TERM,
)
def term_is_not_over(office: Office, occasion: Occasion) -> bool:
    return office.last_day is None or office.last_day >= occasion.day


@condition(
    en="the last day of its term is over",
    ru="последний день срока прошёл",
    kk="мерзімнің соңғы күні өтті",
    provision=OFFICE_TERM,
)
def term_of_office_is_over(office: Office, occasion: Occasion) -> bool:
    return office.last_day is not None and office.last_day < occasion.day
