"""What must be so before a deputy's request is changed, sent, answered or put once more."""

from services.committees.domain.grounds import REQUESTS, REQUESTS_PUBLIC, REQUESTS_READ_OUT
from services.committees.domain.request import DeputyRequest
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.procedure import condition


@condition(
    en="the deputy is one of the authors",
    ru="депутат является одним из авторов запроса",
    kk="депутат сауал авторларының бірі болып табылады",
    provision=REQUESTS,
)
def is_an_author(request: DeputyRequest, occasion: Occasion) -> bool:
    return occasion.by.person_id in request.authors


@condition(
    en="the deputy is not an author yet",
    ru="депутат ещё не является автором запроса",
    kk="депутат сауалдың авторы емес",
    provision=REQUESTS,
)
def is_no_author_yet(request: DeputyRequest, occasion: Occasion) -> bool:
    return occasion.by.person_id not in request.authors


@condition(
    en="other authors remain",
    ru="остаются другие авторы",
    kk="басқа авторлар қалады",
    provision=REQUESTS,
)
def others_remain(request: DeputyRequest, _: Occasion) -> bool:
    return len(request.authors) > 1


@condition(
    en="nobody else is an author: one of several leaves",
    ru="других авторов нет: один из нескольких выходит из их числа",
    kk="басқа автор жоқ: бірнешеудің бірі авторлар қатарынан шығады",
    provision=REQUESTS,
)
def is_the_last_author(request: DeputyRequest, _: Occasion) -> bool:
    return len(request.authors) == 1


@condition(
    en="the request has not been read out yet",
    ru="запрос ещё не оглашён",
    kk="сауал әлі жарияланбаған",
    provision=REQUESTS_READ_OUT,
)
def not_read_out_before(request: DeputyRequest, _: Occasion) -> bool:
    return request.read_out is None


@condition(
    en="a request that is to be read out at a sitting was read out",
    ru="запрос, подлежащий оглашению на заседании, оглашён",
    kk="отырыста жариялануға тиіс сауал жарияланған",
    provision=REQUESTS_READ_OUT,
)
def was_read_out_if_it_must(request: DeputyRequest, occasion: Occasion) -> bool:
    must = occasion.rules.settled("deputy_requests.sent_after_reading_out") is True
    return not (must and request.to_be_read_out) or request.read_out is not None


@condition(
    en="the day lies between the submission of the request and today",
    ru="день не раньше внесения запроса и не позже сегодняшнего",
    kk="күн сауал енгізілген күннен ерте және бүгіннен кеш емес",
    provision=REQUESTS_READ_OUT,
)
def was_read_out_by_now(request: DeputyRequest, occasion: Occasion) -> bool:
    day = request.came_on or occasion.day
    return day_of(request.submitted_at) <= day <= occasion.day


@condition(
    en="the answer came after the request was sent, and not later than today",
    ru="ответ поступил не раньше отправки запроса и не позже сегодняшнего дня",
    kk="жауап сауал жіберілген күннен ерте және бүгіннен кеш келмеген",
    provision=REQUESTS,
)
def answer_came_by_now(request: DeputyRequest, occasion: Occasion) -> bool:
    if request.sent_at is None:
        return False
    return day_of(request.sent_at) <= (request.came_on or occasion.day) <= occasion.day


@condition(
    en="by the working days now known the term ends on another day",
    ru="по известным теперь рабочим дням срок истекает в другой день",
    kk="енді белгілі жұмыс күндері бойынша мерзім басқа күні аяқталады",
    provision=REQUESTS,
)
def end_is_another(request: DeputyRequest, _: Occasion) -> bool:
    return request.reckoned is not None and request.reckoned.last_day != request.last_day


@condition(
    en="the term for the answer has run out",
    ru="срок ответа истёк",
    kk="жауап беру мерзімі өткен",
    provision=REQUESTS,
)
def term_has_run_out(request: DeputyRequest, occasion: Occasion) -> bool:
    return request.is_overdue(occasion.at)


@condition(
    en="it has not been told before that the answer is late",
    ru="о просрочке ответа ещё не сообщалось",
    kk="жауаптың кешіккені бұған дейін хабарланбаған",
    provision=REQUESTS,
)
def not_told_before(request: DeputyRequest, _: Occasion) -> bool:
    return request.overdue_since is None


@condition(
    en="the request is public",
    ru="запрос опубликован",
    kk="сауал жарияға ашық",
    provision=REQUESTS_PUBLIC,
)
def is_public(request: DeputyRequest, _: Occasion) -> bool:
    return request.withheld is None


@condition(
    en="the request is withheld",
    ru="запрос не публикуется",
    kk="сауал жарияланбайды",
    provision=REQUESTS_PUBLIC,
)
def is_withheld(request: DeputyRequest, _: Occasion) -> bool:
    return request.withheld is not None


@condition(
    en="requests may be withheld from the public, or this one is not",
    ru="запросы допускается не публиковать, или этот запрос публикуется",
    kk="сауалдарды жарияламауға болады немесе бұл сауал жарияланады",
    provision=REQUESTS_PUBLIC,
)
def is_public_or_may_be_withheld(request: DeputyRequest, occasion: Occasion) -> bool:
    return request.withheld is None or _may_be_withheld(occasion)


@condition(
    en="requests may be withheld from the public",
    ru="запросы допускается не публиковать",
    kk="сауалдарды жарияламауға болады",
    provision=REQUESTS_PUBLIC,
)
def may_be_withheld(_: DeputyRequest, occasion: Occasion) -> bool:
    return _may_be_withheld(occasion)


def _may_be_withheld(occasion: Occasion) -> bool:
    return occasion.rules.settled("deputy_requests.may_be_withheld") is True
