"""What must be so before an office of the Kurultai is filled, and a secret ballot is entered."""

from services.committees.domain.candidacy import Ballot, Candidacy
from services.committees.domain.grounds import (
    CHAIR_ELECTION,
    DEPUTY_CHAIRS,
    OF_THE_CHAIR,
    OFFICE_TERM,
)
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Chamber, DecisionRule

SECRECY = "Constitution 2026, art. 57(1); rules profile: voting.secret_for (confirmed)"

DECISIONS = {
    Role.CHAIR: "chair_election",
    Role.DEPUTY_CHAIR: "deputy_chair_election",
    Role.COMMITTEE_CHAIR: "committee_chair_election",
}
"""By which decision of the profile the Kurultai elects to each office."""


@condition(
    en="the Kurultai has no Chair",
    ru="у Курултая нет Председателя",
    kk="Құрылтайдың Төрағасы жоқ",
    provision=OF_THE_CHAIR,
)
def kurultai_has_no_chair(candidacy: Candidacy, _: Occasion) -> bool:
    return candidacy.role is not Role.CHAIR or not candidacy.composition.holders(Role.CHAIR)


@condition(
    en="the candidate is fluent in Kazakh",
    ru="кандидат свободно владеет казахским языком",
    kk="кандидат қазақ тілін еркін меңгерген",
    provision=OF_THE_CHAIR,
)
def candidate_is_fluent_in_kazakh(candidacy: Candidacy, _: Occasion) -> bool:
    """As who nominates attests."""
    return candidacy.speaks_kazakh is True


@condition(
    en="there is room for another deputy chair, and the candidate is none yet",
    ru="число заместителей Председателя не исчерпано, и кандидат ещё не заместитель",
    kk="Төраға орынбасарларының шекті саны толмаған және кандидат әлі орынбасар емес",
    provision=DEPUTY_CHAIRS,
)
def another_deputy_chair_fits(candidacy: Candidacy, occasion: Occasion) -> bool:
    if candidacy.role is not Role.DEPUTY_CHAIR:
        return True
    held = candidacy.composition.holders(Role.DEPUTY_CHAIR)
    room = len(held) < occasion.rules.number("deputy_chairs")
    return room and candidacy.person_id not in held


@condition(
    en="the office is filled without this candidate",
    ru="должность замещена без этого кандидата",
    kk="лауазым бұл кандидатсыз толтырылған",
    provision=CHAIR_ELECTION,
)
def office_is_filled(candidacy: Candidacy, occasion: Occasion) -> bool:
    """As soon as another was elected, or, of several such offices, the last one was filled."""
    committee = candidacy.committee_id
    chaired = committee is not None and committee not in candidacy.composition.without_a_chair
    no_room = not another_deputy_chair_fits.holds(candidacy, occasion)
    return chaired or no_room or not kurultai_has_no_chair.holds(candidacy, occasion)


@condition(
    en="the last day of the term for which the candidate stands, if one is decided, is not over",
    ru="последний день срока, на который выдвинут кандидат, если он установлен, не прошёл",
    kk="кандидат ұсынылған мерзімнің соңғы күні белгіленсе, ол әлі өткен жоқ",
    provision=OFFICE_TERM,
)
def stands_for_a_term_to_come(candidacy: Candidacy, occasion: Occasion) -> bool:
    return candidacy.last_day is None or candidacy.last_day >= occasion.day


@condition(
    en="the ballot on this candidate is secret",
    ru="голосование по этому кандидату тайное",
    kk="бұл кандидат бойынша дауыс беру жасырын",
    provision=SECRECY,
)
def ballot_is_secret(candidacy: Candidacy, _: Occasion) -> bool:
    return candidacy.ballot is Ballot.SECRET


@condition(
    en="those registered were enough for a sitting",
    ru="зарегистрированных было достаточно для заседания",
    kk="тіркелгендер отырысқа жеткілікті болды",
    provision="Constitution 2026, art. 58(5)",
)
def secret_ballot_had_its_quorum(candidacy: Candidacy, occasion: Occasion) -> bool:
    return rule_of(candidacy, occasion).quorum_met(_chamber(candidacy, occasion))


@condition(
    en="no more papers were issued than deputies registered or seats are filled, "
    "and no more found than issued",
    ru="бюллетеней выдано не больше, чем зарегистрировано депутатов и замещено мандатов, "
    "и обнаружено не больше, чем выдано",
    kk="берілген бюллетень тіркелген депутаттардан, депутаттар мандаттардан, "
    "табылғаны берілгенінен аспайды",
    provision="Constitution 2026, art. 55(1), 57(1)",
)
def papers_add_up(candidacy: Candidacy, occasion: Occasion) -> bool:
    counted = candidacy.counted
    if counted is None:
        return False
    found = counted.votes_for + counted.against + counted.invalid
    filled = len(candidacy.composition.seats)
    in_time = counted.held_on <= occasion.day
    return in_time and found <= counted.issued <= counted.registered <= filled


@condition(
    en="as many voted for the candidate as the election needs",
    ru="за кандидата подано столько голосов, сколько требуется для избрания",
    kk="кандидатқа сайлануға қажет дауыс берілген",
    provision="Constitution 2026, art. 57(1); rules profile: decisions",
)
def enough_were_for(candidacy: Candidacy, occasion: Occasion) -> bool:
    counted = candidacy.counted
    return counted is not None and counted.votes_for >= needed_for(candidacy, occasion)


@condition(
    en="fewer voted for the candidate than the election needs",
    ru="за кандидата подано меньше голосов, чем требуется для избрания",
    kk="кандидатқа сайлануға қажеттен аз дауыс берілген",
    provision="Constitution 2026, art. 57(1); rules profile: decisions",
)
def too_few_were_for(candidacy: Candidacy, occasion: Occasion) -> bool:
    return not enough_were_for.holds(candidacy, occasion)


@condition(
    en="whoever acts stands for the office, or nominated the candidate",
    ru="действует сам кандидат или тот, кто его выдвинул",
    kk="кандидаттың өзі немесе оны ұсынған адам әрекет етеді",
    provision=CHAIR_ELECTION,
)
def is_candidate_or_nominator(candidacy: Candidacy, occasion: Occasion) -> bool:
    own = {candidacy.person_id, candidacy.nominated_by}
    return occasion.by.person_id is not None and occasion.by.person_id in own


def needed_for(candidacy: Candidacy, occasion: Occasion) -> int:
    """How many votes elect."""
    return rule_of(candidacy, occasion).needed(_chamber(candidacy, occasion))


def rule_of(candidacy: Candidacy, occasion: Occasion) -> DecisionRule:
    return occasion.rules.decision(DECISIONS[candidacy.role])


def _chamber(candidacy: Candidacy, occasion: Occasion) -> Chamber:
    counted = candidacy.counted
    return Chamber(
        seats=occasion.rules.seats,
        filled=len(candidacy.composition.seats),
        registered=counted.registered if counted else 0,
    )
