"""What must be so before the decision of a meeting is entered, or a follow-up is closed."""

from services.committees.domain.grounds import DECISIONS
from services.committees.domain.referral import Referral
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

OWN_MEETINGS = "Constitution 2026, art. 59(2)"


@condition(
    en="the lead committee was at the meeting, alone or with others",
    ru="заседание проводил головной комитет, один или совместно с другими",
    kk="отырысты бас комитет жеке немесе басқалармен бірлесіп өткізген",
    provision=OWN_MEETINGS,
)
def lead_committee_met(referral: Referral, _: Occasion) -> bool:
    decision = referral.considered.decision
    return decision is None or referral.committee_id in decision.committee_ids


@condition(
    en="the meeting was held today or before",
    ru="заседание проведено сегодня или раньше",
    kk="отырыс бүгін немесе бұған дейін өткізілген",
    provision=OWN_MEETINGS,
)
def meeting_was_held_by_now(referral: Referral, occasion: Occasion) -> bool:
    decision = referral.considered.decision
    return decision is None or decision.held_on <= occasion.day


@condition(
    en="the decision names either its certified vote or the secretary's count",
    ru="решение указывает либо заверенное голосование, либо подсчёт секретаря",
    kk="шешімде не куәландырылған дауыс беру, не хатшының есебі көрсетілген",
    provision=DECISIONS,
)
def vote_or_count_is_named(referral: Referral, _: Occasion) -> bool:
    decision = referral.considered.decision
    return decision is None or (decision.vote_id is None) is not (decision.count is None)


@condition(
    en="the vote that it names is certified, and carried",
    ru="названное голосование заверено, и решение им принято",
    kk="аталған дауыс беру куәландырылған және шешім қабылданған",
    provision=DECISIONS,
)
def vote_was_carried(referral: Referral, _: Occasion) -> bool:
    return referral.considered.carried


@condition(
    en="the vote that it names was held at a sitting of the committees that met, and of no other",
    ru="названное голосование проведено на заседании именно собравшихся комитетов",
    kk="аталған дауыс беру дәл жиналған комитеттердің отырысында өткізілген",
    provision=OWN_MEETINGS,
)
def vote_was_of_the_committees_that_met(referral: Referral, _: Occasion) -> bool:
    decision = referral.considered.decision
    if decision is None or decision.vote_id is None:
        return True
    return referral.considered.met == frozenset(decision.committee_ids)


@condition(
    en="the vote on which it rests was annulled",
    ru="голосование, на котором оно основано, отменено",
    kk="ол негізделген дауыс беру жойылған",
    provision=DECISIONS,
)
def its_vote_was_annulled(referral: Referral, _: Occasion) -> bool:
    return not referral.considered.carried


@condition(
    en="no more are counted than belong to the committees that met",
    ru="учтено не больше голосов, чем членов у собравшихся комитетов",
    kk="жиналған комитеттердің мүшелерінен артық дауыс есептелмеген",
    provision=DECISIONS,
)
def only_members_are_counted(referral: Referral, _: Occasion) -> bool:
    decision = referral.considered.decision
    count = decision.count if decision else None
    return count is None or count.present <= referral.considered.most_present


@condition(
    en="a meeting decided on the conclusion for this reading, if the rules ask for it",
    ru="заключение к этому чтению принято на заседании, если этого требуют правила",
    kk="қағидалар талап етсе, осы оқылымға қорытынды отырыста қабылданған",
    provision=DECISIONS,
)
def meeting_decided_if_it_must(referral: Referral, occasion: Occasion) -> bool:
    needed = occasion.rules.settled("committees.conclusion_needs_a_decision") is True
    return not needed or referral.decision is not None


@condition(
    en="such a follow-up is open",
    ru="такое поручение ещё не исполнено",
    kk="мұндай тапсырма әлі орындалмаған",
    provision=OWN_MEETINGS,
)
def follow_up_is_open(referral: Referral, _: Occasion) -> bool:
    number = referral.considered.number
    if number is None:
        return any(one.done is None for one in referral.follow_ups)
    found = referral.follow_up(number)
    return found is not None and found.done is None


@condition(
    en="it was done today or before",
    ru="оно исполнено сегодня или раньше",
    kk="ол бүгін немесе бұған дейін орындалған",
    provision=OWN_MEETINGS,
)
def was_done_by_now(referral: Referral, occasion: Occasion) -> bool:
    day = referral.considered.done_on
    return day is None or day <= occasion.day
