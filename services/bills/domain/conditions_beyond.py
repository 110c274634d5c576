"""What must be so before the acts of the rarer ways. One function, one sentence, one provision."""

from services.bills.domain.bill import Bill
from shared.contracts.bills import BillKind
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Outcome, YearCount


@condition(
    en="it is to become a law, not a resolution of the Kurultai",
    ru="это проект закона, а не постановления Курултая",
    kk="бұл Құрылтай қаулысының емес, заңның жобасы",
    provision="Constitution 2026, art. 47(3), 61(1)",
)
def is_a_law(bill: Bill, _: Occasion) -> bool:
    return bill.kind is not BillKind.RESOLUTION


@condition(
    en="it is a resolution of the Kurultai, which does not go to the President",
    ru="это постановление Курултая, которое не направляется Президенту",
    kk="бұл Президентке жіберілмейтін Құрылтай қаулысы",
    provision="Constitution 2026, art. 46(3), 61(1)",
)
def is_a_resolution(bill: Bill, _: Occasion) -> bool:
    return bill.kind is BillKind.RESOLUTION


@condition(
    en="the bill has no priority yet",
    ru="законопроект ещё не определён приоритетным",
    kk="заң жобасы әлі басым деп айқындалмаған",
    provision="Constitution 2026, art. 60(2)",
)
def has_no_priority(bill: Bill, _: Occasion) -> bool:
    return bill.priority_at is None


@condition(
    en="it is a bill of the Government",
    ru="законопроект внесён Правительством",
    kk="заң жобасын Үкімет енгізген",
    provision="Constitution 2026, art. 60(4), 60(7)",
)
def is_the_governments(bill: Bill, _: Occasion) -> bool:
    return bill.initiator is Role.GOVERNMENT


@condition(
    en="it has not been declared an emergency yet",
    ru="законопроект ещё не объявлен безотлагательным",
    kk="заң жобасы әлі кезек күттірмейтін деп жарияланбаған",
    provision="Constitution 2026, art. 60(4)",
)
def is_no_emergency(bill: Bill, _: Occasion) -> bool:
    return bill.emergency is None


@condition(
    en="the Government declared it an emergency",
    ru="Правительство объявило законопроект безотлагательным",
    kk="Үкімет заң жобасын кезек күттірмейтін деп жариялаған",
    provision="Constitution 2026, art. 60(4)",
)
def is_an_emergency(bill: Bill, _: Occasion) -> bool:
    return bill.emergency is not None


@condition(
    en="an emergency bill goes straight to its first reading",
    ru="безотлагательный законопроект поступает сразу в первое чтение",
    kk="кезек күттірмейтін заң жобасы бірден бірінші оқылымға түседі",
    provision="Constitution 2026, art. 60(4)",
)
def goes_straight_to_the_reading(bill: Bill, occasion: Occasion) -> bool:
    entry = occasion.rules.settled("emergency.enters_at")
    return bill.emergency is not None and entry == "first_reading"


@condition(
    en="the bill is with no committee yet",
    ru="законопроект ещё не передан комитету",
    kk="заң жобасы әлі комитетке берілмеген",
    provision="Constitution 2026, art. 57(3)(5)",
)
def is_with_no_committee(bill: Bill, _: Occasion) -> bool:
    return bill.lead_committee_id is None


@condition(
    en="the Kurultai is asked nothing else about the bill at the moment",
    ru="по законопроекту сейчас не поставлен другой вопрос",
    kk="заң жобасы бойынша қазір басқа мәселе қойылмаған",
    provision="Constitution 2026, art. 61(6)",
)
def nothing_else_is_asked(bill: Bill, _: Occasion) -> bool:
    return bill.beside is None


@condition(
    en="the rules let the Kurultai send the bill back at this reading",
    ru="правила позволяют вернуть законопроект в этом чтении",
    kk="қағидалар бұл оқылымда заң жобасын кері жіберуге мүмкіндік береді",
    provision="rules profile: readings.second_may_repeat (unknown)",
)
def may_be_sent_back(bill: Bill, occasion: Occasion) -> bool:
    return bool(occasion.rules.settled(MAY_SEND_BACK.get(bill.reading, FIRST)))


FIRST = "readings.first_may_send_back"
MAY_SEND_BACK = {2: "readings.second_may_repeat", 3: "readings.third_may_send_back"}


@condition(
    en="the last vote on a reading of the bill did not adopt it",
    ru="последним голосованием в чтении законопроект не принят",
    kk="оқылымдағы соңғы дауыс беруде заң жобасы қабылданбаған",
    provision="Constitution 2026, art. 60(7)",
)
def was_not_adopted(bill: Bill, _: Occasion) -> bool:
    vote = bill.readings[-1].vote if bill.readings else None
    return vote is not None and vote.outcome is not Outcome.ADOPTED


@condition(
    en="confidence was tied to bills fewer times this year than the limit",
    ru="в этом году вопрос о доверии ставился реже предельного числа раз",
    kk="биыл сенім туралы мәселе шекті саннан аз қойылған",
    provision="Constitution 2026, art. 60(7)",
)
def confidence_is_left_this_year(bill: Bill, occasion: Occasion) -> bool:
    year = YearCount(occasion.rules.choice("confidence_year"))
    limit = occasion.rules.number("confidence_per_year")
    return year.times(bill.confidence_days, occasion.day) < limit


@condition(
    en="48 hours have passed since the question of confidence was raised",
    ru="со времени постановки вопроса о доверии прошло 48 часов",
    kk="сенім туралы мәселе қойылғаннан бері 48 сағат өткен",
    provision="Constitution 2026, art. 60(7)",
)
def confidence_may_be_voted_on(bill: Bill, occasion: Occasion) -> bool:
    if bill.confidence_raised_at is None:
        return False
    return occasion.at >= occasion.rules.term("confidence_wait").ends_at(bill.confidence_raised_at)
