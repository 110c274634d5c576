"""What must be so before someone stands for the chair of a committee, or takes it."""

from services.committees.domain.candidacy import Candidacy
from services.committees.domain.grounds import (
    CHAIR_ELECTION,
    CHAIRS_MIN,
    CONSULTATION,
    ONLY_FROM_OPPOSITION,
)
from services.committees.domain.guarantees import CHAIRS, guarantee
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

ONLY = "opposition.chair_candidates_only_from_opposition"


@condition(
    en="the candidate is a deputy of this convocation",
    ru="кандидат — депутат этого созыва",
    kk="кандидат осы шақырылымның депутаты",
    provision="Constitution 2026, art. 59(1)",
)
def candidate_is_a_deputy(candidacy: Candidacy, _: Occasion) -> bool:
    return candidacy.composition.seat_of(candidacy.person_id) is not None


@condition(
    en="the committee has no chair",
    ru="у комитета нет председателя",
    kk="комитеттің төрағасы жоқ",
    provision=CHAIR_ELECTION,
)
def committee_has_no_chair(candidacy: Candidacy, _: Occasion) -> bool:
    of_none = candidacy.committee_id is None
    return of_none or candidacy.committee_id in candidacy.composition.without_a_chair


@condition(
    en="the candidate does not stand for this office already",
    ru="кандидат ещё не выдвинут на эту должность",
    kk="кандидат бұл лауазымға әлі ұсынылмаған",
    provision=CHAIR_ELECTION,
)
def does_not_stand_already(candidacy: Candidacy, _: Occasion) -> bool:
    return not candidacy.stands_already


@condition(
    en="the factions have consulted on this chair since the committee was last without one",
    ru="фракции провели консультации об этой должности с тех пор, как она вакантна",
    kk="лауазым бос қалғаннан бері фракциялар ол туралы консультация өткізген",
    provision=CONSULTATION,
)
def factions_have_consulted(candidacy: Candidacy, occasion: Occasion) -> bool:
    asked = occasion.rules.settled("committees.factions_consult_first") is True
    return candidacy.consulted or not asked


@condition(
    en="the candidate is of the opposition, where the chair is reserved for it",
    ru="кандидат представляет оппозицию, если место председателя закреплено за ней",
    kk="төраға орны оппозицияға бекітілген болса, кандидат оппозициядан",
    provision=ONLY_FROM_OPPOSITION,
)
def reserved_chair_goes_to_the_opposition(candidacy: Candidacy, occasion: Occasion) -> bool:
    """Where no deputy is of the opposition, the chair is reserved for nobody."""
    composition = candidacy.composition
    owed = candidacy.reserved and composition.has_opposition and occasion.rules.flag(ONLY)
    return not owed or composition.of_the_opposition(candidacy.person_id)


@condition(
    en="enough committees would remain for the opposition to chair",
    ru="для оппозиции останется достаточно комитетов, которые она может возглавить",
    kk="оппозиция басқара алатын жеткілікті комитет қалады",
    provision=CHAIRS_MIN,
)
def enough_remains_for_the_opposition(candidacy: Candidacy, occasion: Occasion) -> bool:
    """Counted among the committees formed so far; a candidate of the opposition takes nothing."""
    composition = candidacy.composition
    promised = guarantee(CHAIRS, composition, occasion.rules)
    takes_nothing = composition.of_the_opposition(candidacy.person_id)
    if promised is None or not promised.is_owed or takes_nothing:
        return True
    remain = {c for c in composition.open_to_the_opposition if c != candidacy.committee_id}
    return promised.held + len(remain) >= promised.needed
