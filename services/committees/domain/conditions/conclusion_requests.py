"""What must be so before a committee asks others for a conclusion, or enters what they answered."""

from services.committees.domain.conclusion_request import ConclusionRequest
from services.committees.domain.grounds import CONCLUSION_REQUESTS
from services.committees.domain.stages import ReferralStage
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.procedure import condition


@condition(
    en="whoever acts does so for the lead committee, or is of the Apparatus",
    ru="действует головной комитет или Аппарат",
    kk="бас комитет немесе Аппарат әрекет етеді",
    provision="Constitution 2026, art. 59(2)",
)
def serves_its_committee(request: ConclusionRequest, occasion: Occasion) -> bool:
    roles = (Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)
    own = any(occasion.by.holds(role, request.committee_id) for role in roles)
    return own or occasion.by.holds(Role.CLERK)


@condition(
    en="the committee works on the bill",
    ru="комитет работает над законопроектом",
    kk="комитет заң жобасымен жұмыс істеп жатыр",
    provision="Constitution 2026, art. 59(2)",
)
def committee_works_on_the_bill(request: ConclusionRequest, _: Occasion) -> bool:
    return request.referral_stage is ReferralStage.IN_WORK


@condition(
    en="the last day is not over",
    ru="последний день срока ещё не прошёл",
    kk="мерзімнің соңғы күні әлі өткен жоқ",
    provision=CONCLUSION_REQUESTS,
)
def last_day_is_to_come(request: ConclusionRequest, occasion: Occasion) -> bool:
    return request.day is None or request.day >= occasion.day


@condition(
    en="the conclusion came after it was asked for, and not later than today",
    ru="заключение поступило не раньше запроса и не позже сегодняшнего дня",
    kk="қорытынды сұратылған күннен ерте және бүгіннен кеш келмеген",
    provision=CONCLUSION_REQUESTS,
)
def conclusion_came_by_now(request: ConclusionRequest, occasion: Occasion) -> bool:
    return day_of(request.asked_at) <= (request.came_on or occasion.day) <= occasion.day


@condition(
    en="the term for the conclusion has run out",
    ru="срок представления заключения истёк",
    kk="қорытынды беру мерзімі өткен",
    provision=CONCLUSION_REQUESTS,
)
def term_for_it_has_run_out(request: ConclusionRequest, occasion: Occasion) -> bool:
    return request.passes_at is not None and request.passes_at <= occasion.at


@condition(
    en="it has not been told before that the conclusion is late",
    ru="о просрочке заключения ещё не сообщалось",
    kk="қорытындының кешіккені бұған дейін хабарланбаған",
    provision=CONCLUSION_REQUESTS,
)
def lateness_is_untold(request: ConclusionRequest, _: Occasion) -> bool:
    return request.overdue_since is None
