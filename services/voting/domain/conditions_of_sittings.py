"""What must be so before a sitting is called, presided over by another, or ended early."""

from datetime import timedelta

from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import SittingForm
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Unit

COMMITTEE_QUORUM = "committee_quorum"
"""The group of the rules that must be there for a sitting of a committee."""

NOTICES = {True: "committee_notice", False: "sitting_notice"}
"""The terms of the rules, of committees and of the plenary."""

REMOTE = {True: "committees.online", False: "sittings.remote"}
LENGTHS = {
    Unit.DAYS: timedelta(days=1),
    Unit.HOURS: timedelta(hours=1),
    Unit.MINUTES: timedelta(minutes=1),
}


@condition(
    en="those who are to sit are told of it before it begins, as long before as the rules ask",
    ru="о заседании извещено до его начала, за столько, сколько требуют правила",
    kk="отырыс туралы ол басталғанға дейін, қағидалар талап еткен мерзімде хабарланған",
    provision="rules profile: committee_notice, sitting_notice (unknown)",
)
def notice_is_given(sitting: Sitting, occasion: Occasion) -> bool:
    """The call itself is the notice; without a term a committee must be told before it begins."""
    left = sitting.starts_at - occasion.at
    term = occasion.rules.terms.get(NOTICES[sitting.in_committee])
    if term is None or term.amount is None:
        return left > timedelta() or not sitting.in_committee
    return term.unit in LENGTHS and left >= term.amount * LENGTHS[term.unit]


@condition(
    en="the sitting is in the hall, or the rules let deputies take part from afar",
    ru="заседание проходит в зале, или правила допускают дистанционное участие",
    kk="отырыс залда өтеді немесе қағидалар қашықтан қатысуға рұқсат етеді",
    provision="rules profile: sittings.remote, committees.online (unknown)",
)
def form_is_allowed(sitting: Sitting, occasion: Occasion) -> bool:
    if sitting.form is SittingForm.IN_THE_HALL:
        return True
    return occasion.rules.settled(REMOTE[sitting.in_committee]) is True


@condition(
    en="the bodies that are to sit exist, and the rules know the quorum of a committee",
    ru="созываемые органы существуют, и правила знают кворум комитета",
    kk="шақырылатын органдар бар және қағидалар комитет кворумын біледі",
    provision="Constitution 2026, art. 59; rules profile: committee_quorum (unknown)",
)
def bodies_can_sit(sitting: Sitting, occasion: Occasion) -> bool:
    """`chamber` is counted of the bodies' members: of bodies that are not there are none."""
    if not sitting.in_committee:
        return True
    members = sitting.chamber.filled if sitting.chamber else 0
    return members > 0 and COMMITTEE_QUORUM in occasion.rules.groups


@condition(
    en="who is to preside is the Chair or a deputy chair; in a committee, one of its members",
    ru="председательствовать будет Председатель или его заместитель; в комитете — его член",
    kk="төрағалық ететін — Төраға немесе оның орынбасары; комитетте — оның мүшесі",
    provision="Constitution 2026, art. 57(3); in committees: not found",
)
def who_takes_the_chair_may(sitting: Sitting, _: Occasion) -> bool:
    return sitting.taker_may is True


@condition(
    en="every item of the agenda is dealt with or put off, or why the sitting ends early is said",
    ru="каждый вопрос повестки рассмотрен или отложен, или названа причина досрочного закрытия",
    kk="күн тәртібінің әр мәселесі қаралған не кейінге қалдырылған немесе мерзімінен бұрын "
    "жабудың себебі айтылған",
    provision="Regulations of the Kurultai (not found; Constitution 2026, art. 61(6))",
)
def agenda_is_done_or_why_not(sitting: Sitting, _: Occasion) -> bool:
    return not sitting.items_left or sitting.ended_early is not None


@condition(
    en="the sitting is public",
    ru="заседание открытое",
    kk="отырыс ашық өтіп жатыр",
    provision="Constitution 2026, art. 58(6)",
)
def is_public(sitting: Sitting, _: Occasion) -> bool:
    return not sitting.is_private


@condition(
    en="the sitting is behind closed doors",
    ru="заседание закрытое",
    kk="отырыс жабық өтіп жатыр",
    provision="Constitution 2026, art. 58(6)",
)
def is_private(sitting: Sitting, _: Occasion) -> bool:
    return sitting.is_private
