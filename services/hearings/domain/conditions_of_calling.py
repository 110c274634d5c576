"""What must be so before a hearing is called, decided on, put off and arranged."""

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.notice import earliest_start
from services.hearings.domain.session import guaranteed, most_in_a_session
from services.hearings.domain.stages import Initiator
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Chamber


@condition(
    en="the initiator has called fewer hearings in this session than the rules let it",
    ru="в этой сессии инициатор назначил меньше слушаний, чем позволяют правила",
    kk="бастамашы осы сессияда қағидалар рұқсат еткеннен аз тыңдау тағайындады",
    provision="rules profile: hearings.per_session_max (unknown), "
    "opposition.hearings_per_session_min (last known: Constitutional Law 339-VI, art. 12(4))",
)
def within_its_share_of_the_session(hearing: Hearing, occasion: Occasion) -> bool:
    most = most_in_a_session(occasion.rules, hearing.on_behalf_of)
    return most is None or hearing.called_before < most


@condition(
    en="the hearing is called as long before it begins as the rules ask",
    ru="слушания назначены за тот срок до начала, которого требуют правила",
    kk="тыңдау басталғанға дейін қағидалар талап ететін мерзім бұрын тағайындалды",
    provision="rules profile: hearing_notice (unknown)",
)
def notice_is_long_enough(hearing: Hearing, occasion: Occasion) -> bool:
    earliest = earliest_start(occasion.rules, occasion.at)
    return earliest is None or (hearing.wanted_at or hearing.starts_at) >= earliest


@condition(
    en="whoever decides is named by the rules: the Bureau by the Chair, or the committee that "
    "called the hearing by its chair",
    ru="решает тот, кого называют правила: Бюро через Председателя или комитет, назначивший "
    "слушания, через своего председателя",
    kk="шешімді қағидалар атаған тұлға қабылдайды: Төраға арқылы Бюро немесе тыңдауды тағайындаған "
    "комитет төрағасы арқылы",
    provision="Constitution 2026, art. 57(3)(5), 59(2); "
    "rules profile: hearings.decided_by (unknown)",
)
def decided_by_whom_the_rules_name(hearing: Hearing, occasion: Occasion) -> bool:
    named = occasion.rules.settled("hearings.decided_by")
    deciders = named if isinstance(named, tuple) else ()
    bureau = Initiator.BUREAU in deciders and occasion.by.holds(Role.CHAIR)
    own = hearing.on_behalf_of is Initiator.COMMITTEE and hearing.body_id is not None
    chair = own and occasion.by.holds(Role.COMMITTEE_CHAIR, hearing.body_id)
    return bureau or (Initiator.COMMITTEE in deciders and chair)


@condition(
    en="the opposition has called as many other hearings in this session as it is guaranteed",
    ru="оппозиция уже назначила в этой сессии столько других слушаний, сколько ей гарантировано",
    kk="оппозиция осы сессияда кепілдік берілген санша басқа тыңдау тағайындап үлгерді",
    provision="rules profile: opposition.hearings_per_session_min "
    "(last known: Constitutional Law 339-VI, art. 12(4))",
)
def not_owed_to_the_opposition(hearing: Hearing, occasion: Occasion) -> bool:
    return hearing.called_before >= guaranteed(occasion.rules, hearing.on_behalf_of)


@condition(
    en="the rules let a hearing be held without a decision to hold it",
    ru="правила позволяют провести слушания без решения о проведении",
    kk="қағидалар тыңдауды өткізу туралы шешімсіз өткізуге рұқсат етеді",
    provision="rules profile: hearings.decision_needed (unknown)",
)
def no_decision_is_needed(_: Hearing, occasion: Occasion) -> bool:
    return occasion.rules.settled("hearings.decision_needed") is not True


@condition(
    en="the parts have names of their own, and every closed one says why",
    ru="у каждой части своё имя, и закрытая называет причину",
    kk="әр бөліктің өз атауы бар, ал жабық бөлік себебін айтады",
    provision="Constitution 2026, art. 58(6)",
)
def parts_are_in_order(hearing: Hearing, _: Occasion) -> bool:
    parts = hearing.wanted.parts if hearing.wanted else ()
    named = len({part.key for part in parts}) == len(parts)
    return named and all(part.closed == (part.reason is not None) for part in parts)


@condition(
    en="as many deputies are registered as the quorum of a hearing asks",
    ru="зарегистрировано столько депутатов, сколько требует кворум слушаний",
    kk="тыңдау кворумы талап ететін санша депутат тіркелді",
    provision="rules profile: hearing_quorum (unknown)",
)
def quorum_is_there(hearing: Hearing, occasion: Occasion) -> bool:
    rules, present = occasion.rules, hearing.counted or 0
    quorum = rules.decision("hearing_recommendations").quorum
    whole = hearing.members or rules.seats
    chamber = Chamber(seats=rules.seats, filled=whole, registered=present)
    return present >= quorum.needed(quorum.whole(chamber))


@condition(
    en="nobody has the floor, and whoever it is guaranteed to has spoken or given it up",
    ru="слово никому не предоставлено, а те, кому оно гарантировано, выступили или отказались",
    kk="сөз ешкімде емес, ал сөзге кепілдігі барлар сөйледі немесе бас тартты",
    provision="rules profile: hearings.guaranteed_floor "
    "(last known: Constitutional Law 339-VI, art. 34(2-1))",
)
def floor_was_given_as_guaranteed(hearing: Hearing, _: Occasion) -> bool:
    return not hearing.somebody_speaks and not hearing.owed_floor
