"""What must be so before the rarer acts on what was adopted, and before a departure."""

from services.bills.domain.bill import Bill
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


@condition(
    en="the deputy has not signed the request yet",
    ru="депутат ещё не подписал это обращение",
    kk="депутат бұл өтінішке әлі қол қоймаған",
    provision="Constitution 2026, art. 73(1)(2)",
)
def has_not_asked_the_court(bill: Bill, occasion: Occasion) -> bool:
    return occasion.by.person_id not in bill.court_request


@condition(
    en="the President, the Chair of the Kurultai, the Prime Minister or at least a fifth of the "
    "deputies ask for it",
    ru="этого просят Президент, Председатель Курултая, Премьер-Министр либо не менее одной пятой "
    "депутатов",
    kk="мұны Президент, Құрылтай Төрағасы, Премьер-Министр не депутаттардың кемінде бестен бірі "
    "сұрайды",
    provision="Constitution 2026, art. 73(1)(2)",
)
def enough_ask_the_court(bill: Bill, occasion: Occasion) -> bool:
    offices = (Role.PRESIDENT, Role.CHAIR, Role.PRIME_MINISTER)
    return any(map(occasion.by.holds, offices)) or len(bill.court_request) >= needed(occasion)


def needed(occasion: Occasion) -> int:
    """How many deputies it takes to ask the Court."""
    return occasion.rules.group("cc_request").needed(occasion.rules.seats)


@condition(
    en="the month for the repeat vote has not passed",
    ru="месяц для повторного голосования не истёк",
    kk="қайта дауыс беруге берілген ай өтпеген",
    provision="Constitution 2026, art. 56(2)",
)
def repeat_vote_in_time(bill: Bill, occasion: Occasion) -> bool:
    return bill.objections is not None and occasion.day <= bill.objections.due


@condition(
    en="the month for the repeat vote has passed",
    ru="месяц для повторного голосования истёк",
    kk="қайта дауыс беруге берілген ай өтті",
    provision="Constitution 2026, art. 56(2)",
)
def repeat_vote_too_late(bill: Bill, occasion: Occasion) -> bool:
    return bill.objections is not None and occasion.day > bill.objections.due


@condition(
    en="the texts in the wording that the President proposes are laid down",
    ru="тексты в предложенной Президентом редакции представлены",
    kk="Президент ұсынған редакциядағы мәтіндер берілген",
    provision="Constitution 2026, art. 56(2)",
)
def presidents_wording_is_there(bill: Bill, _: Occasion) -> bool:
    return bill.objections is not None and bill.objections.wording is not None


def _outcome(occasion: Occasion) -> object:
    return occasion.rules.settled("president.veto_not_overridden")


@condition(
    en="by the rules the Kurultai itself chooses what follows",
    ru="по правилам последствие выбирает сам Курултай",
    kk="қағидалар бойынша салдарын Құрылтайдың өзі таңдайды",
    provision="rules profile: president.veto_not_overridden (unknown)",
)
def the_kurultai_chooses(_: Bill, occasion: Occasion) -> bool:
    return _outcome(occasion) == "ask_plenary"


@condition(
    en="by the rules, or by the choice of the Kurultai, the President's wording becomes the law",
    ru="по правилам или по выбору Курултая законом становится редакция Президента",
    kk="қағидалар не Құрылтайдың таңдауы бойынша Президенттің редакциясы заң болады",
    provision="rules profile: president.veto_not_overridden (unknown)",
)
def presidents_wording_follows(_: Bill, occasion: Occasion) -> bool:
    return occasion.by.holds(Role.KURULTAI) or _outcome(occasion) == "presidents_wording"


@condition(
    en="by the rules, or by the choice of the Kurultai, the law is not adopted",
    ru="по правилам или по выбору Курултая закон считается непринятым",
    kk="қағидалар не Құрылтайдың таңдауы бойынша заң қабылданбаған болады",
    provision="rules profile: president.veto_not_overridden (unknown)",
)
def non_adoption_follows(_: Bill, occasion: Occasion) -> bool:
    return occasion.by.holds(Role.KURULTAI) or _outcome(occasion) == "not_adopted"


@condition(
    en="the President's term has passed, and by the rules silence is a signature",
    ru="срок Президента истёк, и по правилам молчание означает подписание",
    kk="Президенттің мерзімі өтті және қағидалар бойынша үнсіздік қол қоюды білдіреді",
    provision="rules profile: president.deemed_signed_on_silence (unknown)",
)
def silence_is_a_signature(bill: Bill, occasion: Occasion) -> bool:
    deemed = occasion.rules.settled("president.deemed_signed_on_silence") == "deemed_signed"
    return deemed and bill.signature_due is not None and occasion.day > bill.signature_due


@condition(
    en="the day of introduction into effect has come",
    ru="наступил день введения в действие",
    kk="қолданысқа енгізу күні келді",
    provision="Law 480-V, art. 42(3)",
)
def day_of_effect_has_come(bill: Bill, occasion: Occasion) -> bool:
    return bill.in_effect_on is not None and occasion.day >= bill.in_effect_on


@condition(
    en="by the rules bills lapse with the convocation",
    ru="по правилам законопроекты прекращаются с окончанием созыва",
    kk="қағидалар бойынша заң жобалары шақырылыммен бірге тоқтатылады",
    provision="rules profile: bill_carry_over.on_new_convocation (unknown)",
)
def bills_lapse(_: Bill, occasion: Occasion) -> bool:
    return occasion.rules.settled("bill_carry_over.on_new_convocation") == "lapsed"


@condition(
    en="a departure was proposed for the record",
    ru="предложено записать отступление от таблицы",
    kk="кестеден ауытқуды жазу ұсынылған",
    provision="Constitution 2026, art. 61(6)",
)
def departure_is_proposed(bill: Bill, _: Occasion) -> bool:
    return bill.departure_proposed is not None


@condition(
    en="another person confirms it than the one who proposed it",
    ru="подтверждает не тот, кто предложил",
    kk="ұсынған адам емес, басқа адам растайды",
    provision="Constitution 2026, art. 61(6)",
)
def another_person_confirms(bill: Bill, occasion: Occasion) -> bool:
    proposed = bill.departure_proposed
    return proposed is None or occasion.by.person_id != proposed.proposed_by
