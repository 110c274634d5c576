"""What must be so before a body is formed, a person joins it, or a session opens."""

from datetime import date

from services.committees.domain.body import Body, Membership
from services.committees.domain.grounds import REGISTER
from services.committees.domain.register_stages import AskedBy, BodyStage, SessionKind
from services.committees.domain.session import Session
from shared.contracts.bodies import BodyKind, Capacity
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Chamber

WITH_GUESTS = frozenset({BodyKind.WORKING_GROUP, BodyKind.COMMISSION})
"""Bodies in whose work the Government and experts take part."""


@condition(
    en="no other body of the convocation bears this name",
    ru="такого названия нет у другого органа этого созыва",
    kk="бұл шақырылымда осындай атаулы басқа орган жоқ",
    provision=REGISTER,
)
def body_name_is_new(body: Body, _: Occasion) -> bool:
    return not body.name_taken


@condition(
    en="the Kurultai has one coordinating body",
    ru="координирующий орган Курултая один",
    kk="Құрылтайдың үйлестіруші органы біреу",
    provision="Constitution 2026, art. 56(20), 57(3)(5)",
)
def one_bureau(body: Body, _: Occasion) -> bool:
    return body.kind is not BodyKind.BUREAU or not body.bureau_there


@condition(
    en="the body within which it is formed exists",
    ru="орган, при котором она образуется, существует",
    kk="ол құрылатын орган бар",
    provision="Constitution 2026, art. 56(20), 59(2)",
)
def host_is_there(body: Body, _: Occasion) -> bool:
    return body.within is None or body.host is BodyStage.FORMED


@condition(
    en="standing committees are formed by their own act",
    ru="постоянные комитеты образуются отдельным актом",
    kk="тұрақты комитеттер жеке актімен құрылады",
    provision="Constitution 2026, art. 59(1)",
)
def is_no_standing_committee(body: Body, _: Occasion) -> bool:
    return body.kind is not BodyKind.STANDING_COMMITTEE


@condition(
    en="the body exists",
    ru="орган существует",
    kk="орган бар",
    provision=REGISTER,
)
def body_is_there(membership: Membership, _: Occasion) -> bool:
    return membership.body is not None and membership.body.stage is BodyStage.FORMED


@condition(
    en="whoever becomes a member holds a mandate",
    ru="членом становится тот, у кого есть мандат депутата",
    kk="депутат мандаты бар адам ғана мүше болады",
    provision="Constitution 2026, art. 56(20), 56(21), 59",
)
def member_is_a_deputy(membership: Membership, _: Occasion) -> bool:
    return membership.is_deputy or membership.capacity is not Capacity.MEMBER


@condition(
    en="others than deputies take part in commissions and working groups only",
    ru="не депутаты участвуют только в комиссиях и рабочих группах",
    kk="депутат еместер тек комиссиялар мен жұмыс топтарына қатысады",
    provision="Constitution 2026, art. 56(21), 59",
)
def guests_are_of_this_kind_of_body(membership: Membership, _: Occasion) -> bool:
    kind = membership.body and membership.body.kind
    return membership.capacity is Capacity.MEMBER or kind in WITH_GUESTS


@condition(
    en="the person does not belong to the body yet",
    ru="лицо ещё не состоит в этом органе",
    kk="адам бұл органның құрамында әлі жоқ",
    provision=REGISTER,
)
def belongs_once(membership: Membership, _: Occasion) -> bool:
    return not membership.belongs


@condition(
    en="the mandate by which the person was a member has ended",
    ru="мандат, по которому лицо было членом, прекращён",
    kk="адам мүше болған мандат тоқтатылған",
    provision="Constitution 2026, art. 55(4), 55(5)",
)
def member_has_no_mandate(membership: Membership, _: Occasion) -> bool:
    return not membership.is_deputy


@condition(
    en="no other session is on",
    ru="другая сессия не идёт",
    kk="басқа сессия жүріп жатқан жоқ",
    provision="Constitution 2026, art. 58(3), 58(4)",
)
def no_session_is_on(session: Session, _: Occasion) -> bool:
    return not session.is_on


@condition(
    en="a regular session is between the first working day of September and the last one of June",
    ru="очередная сессия — между первым рабочим днём сентября и последним рабочим днём июня",
    kk="кезекті сессия қыркүйектің бірінші жұмыс күні мен маусымның соңғы жұмыс күні аралығында",
    provision="Constitution 2026, art. 58(3)",
)
def is_in_its_months(session: Session, occasion: Occasion) -> bool:
    if session.kind is not SessionKind.REGULAR:
        return True
    day, calendar = occasion.day, session.calendar
    begins = calendar.not_before(date(day.year, 9, 1))
    return day >= begins or day <= calendar.not_after(date(day.year, 6, 30))


@condition(
    en="an extraordinary session names its questions, and who asked for it and where",
    ru="у внеочередной сессии указаны её вопросы, кто и чем её потребовал",
    kk="кезектен тыс сессияның мәселелері, оны кім және қайда талап еткені көрсетілген",
    provision="Constitution 2026, art. 58(4)",
)
def call_is_named(session: Session, _: Occasion) -> bool:
    named = session.call is not None and bool(session.call.questions)
    return named == (session.kind is SessionKind.EXTRAORDINARY)


@condition(
    en="at least a third of the deputies ask for it, where deputies do",
    ru="если её требуют депутаты, то не менее одной трети их общего числа",
    kk="оны депутаттар талап етсе, кемінде үштен бірі",
    provision="Constitution 2026, art. 58(4)",
)
def enough_deputies_ask(session: Session, occasion: Occasion) -> bool:
    call = session.call
    if call is None or call.by is not AskedBy.DEPUTIES:
        return True
    group, seats = occasion.rules.group("extra_session"), occasion.rules.seats
    whole = group.whole(Chamber(seats=seats, filled=seats, registered=seats))
    return (call.deputies or 0) >= group.needed(whole)


@condition(
    en="whoever acts is of the Apparatus, or chairs the body",
    ru="действует Аппарат или председатель органа",
    kk="Аппарат немесе органның төрағасы әрекет етеді",
    provision="Constitution 2026, art. 57(3)(5), 59(2)",
)
def acts_for_the_body(membership: Membership, occasion: Occasion) -> bool:
    by, body = occasion.by, membership.body
    chairs = body is not None and (
        by.holds(Role.COMMITTEE_CHAIR, body.id)
        or (body.within is not None and by.holds(Role.COMMITTEE_CHAIR, body.within))
    )
    return chairs or any(by.holds(role) for role in (Role.REGISTRAR, Role.CHAIR, Role.CLERK))
