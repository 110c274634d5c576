"""What must be so before an act. One function, one sentence in three languages, one provision."""

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.stages import Initiator
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Chamber, Count, Outcome

CALLER = {
    Initiator.BUREAU: Role.CHAIR,
    Initiator.COMMITTEE: Role.COMMITTEE_CHAIR,
    Initiator.OPPOSITION: Role.FACTION_LEADER,
}
"""Who speaks for an initiator: the Chair leads the coordinating body (art. 57(3)(5))."""


@condition(
    en="the bill is registered, if the hearing is on one",
    ru="законопроект, если слушания о нём, зарегистрирован",
    kk="тыңдау заң жобасы туралы болса, ол тіркелген",
    provision="Constitution 2026, art. 56(18)",
)
def bill_is_registered(hearing: Hearing, _: Occasion) -> bool:
    return hearing.bill_id is None or hearing.seen_bill


@condition(
    en="the rules let this initiator call hearings",
    ru="правила позволяют этому инициатору назначать слушания",
    kk="қағидалар бұл бастамашыға тыңдау тағайындауға рұқсат етеді",
    provision="rules profile: hearings.initiators (unknown)",
)
def initiator_is_among_those_who_may(hearing: Hearing, occasion: Occasion) -> bool:
    return hearing.on_behalf_of in occasion.rules.choices("hearings.initiators")


@condition(
    en="the caller speaks for the initiator: the Chair for the Bureau, a committee's chair for the "
    "committee, the leader of an opposition faction for the opposition",
    ru="назначающий представляет инициатора: Председатель — Бюро, председатель комитета — комитет, "
    "руководитель оппозиционной фракции — оппозицию",
    kk="тағайындаушы бастамашының атынан сөйлейді: Төраға — Бюроның, комитет төрағасы — "
    "комитеттің, оппозициялық фракция жетекшісі — оппозицияның",
    provision="Constitution 2026, art. 57(3)(5), 59(2); "
    "rules profile: opposition.hearings_per_session_min "
    "(last known: Constitutional Law 339-VI, art. 12(4))",
)
def caller_speaks_for_the_initiator(hearing: Hearing, occasion: Occasion) -> bool:
    speaks = occasion.by.holds(CALLER[hearing.on_behalf_of], hearing.body_id)
    named = (hearing.on_behalf_of is Initiator.BUREAU) == (hearing.body_id is None)
    fits = hearing.on_behalf_of is not Initiator.OPPOSITION or hearing.seen_opposition
    return speaks and named and fits


@condition(
    en="the time for which the hearing was called has come",
    ru="наступило время, на которое назначены слушания",
    kk="тыңдау тағайындалған уақыт келді",
    provision="Constitution 2026, art. 56(18)",
)
def its_time_has_come(hearing: Hearing, occasion: Occasion) -> bool:
    return occasion.at >= hearing.starts_at


@condition(
    en="no more deputies take part than the Kurultai has",
    ru="участвует не больше депутатов, чем их в Курултае",
    kk="қатысқан депутаттар саны Құрылтайдағы депутаттар санынан аспайды",
    provision="Constitution 2026, art. 53(1)",
)
def no_more_than_there_are(hearing: Hearing, occasion: Occasion) -> bool:
    return hearing.counted is None or hearing.counted <= occasion.rules.seats


@condition(
    en="a majority of the deputies who took part is for the recommendations",
    ru="за рекомендации высказалось большинство участвовавших депутатов",
    kk="ұсынымдарды қатысқан депутаттардың көпшілігі қолдады",
    provision="rules profile: hearing_recommendations (unknown)",
)
def majority_of_those_taking_part(hearing: Hearing, occasion: Occasion) -> bool:
    """Only hands in favour are counted: whoever else takes part is as if against."""
    ballots, rules = hearing.proposed, occasion.rules
    if ballots is None:
        return True
    votes_for, taking_part = ballots.votes_for, ballots.taking_part
    chamber = Chamber(seats=rules.seats, filled=rules.seats, registered=taking_part)
    count = Count(for_=votes_for, against=taking_part - votes_for, abstained=0)
    return rules.decision("hearing_recommendations").judge(chamber, count) is Outcome.ADOPTED


@condition(
    en="the numbers fit the hearing: no more are for than took part, and as many as were there",
    ru="числа соответствуют слушаниям: за не больше, чем участвовало, и столько, сколько было",
    kk="сандар тыңдауға сай: жақтағандар қатысқандардан көп емес, қатысқандар саны тіркелгендей",
    provision="rules profile: hearing_recommendations (unknown)",
)
def numbers_fit(hearing: Hearing, _: Occasion) -> bool:
    ballots = hearing.proposed
    if ballots is None:
        return True
    return ballots.votes_for <= ballots.taking_part == hearing.taking_part


@condition(
    en="whoever acts speaks for the initiator, or is of the Apparatus",
    ru="действует представитель инициатора или Аппарат",
    kk="бастамашының өкілі немесе Аппарат әрекет етеді",
    provision="Constitution 2026, art. 57(3)(5), 59(2)",
)
def acts_for_the_initiator(hearing: Hearing, occasion: Occasion) -> bool:
    speaks = occasion.by.holds(CALLER[hearing.on_behalf_of], hearing.body_id)
    return speaks or occasion.by.holds(Role.CLERK)


@condition(
    en="something is recommended, and it is what was drafted, where anything was",
    ru="что-то рекомендуется, и именно то, что внесено в проект, если он есть",
    kk="бірдеңе ұсынылады, ал жоба болса, дәл соның мазмұны ұсынылады",
    provision="rules profile: hearing_recommendations (unknown)",
)
def recommends_what_was_drafted(hearing: Hearing, _: Occasion) -> bool:
    asked = hearing.to_adopt
    return asked is None or (bool(asked) and hearing.drafted in {(), asked})


@condition(
    en="every wording that a deputy proposed is decided",
    ru="по каждой предложенной депутатом редакции принято решение",
    kk="депутат ұсынған әрбір редакция бойынша шешім қабылданды",
    provision="rules profile: hearing_recommendations (unknown)",
)
def every_wording_is_decided(hearing: Hearing, _: Occasion) -> bool:
    return not hearing.undecided
