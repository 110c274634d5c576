"""The path of an initiative for a referendum: the Kurultai may initiate, and never adopts."""

from fractions import Fraction

from services.bills.domain.referendum.initiative import Initiative, ReferendumResult
from services.bills.domain.referendum.initiative import InitiativeAct as A
from services.bills.domain.referendum.initiative import InitiativeStage as S
from shared.kernel.actor import Role
from shared.kernel.actor import Role as R
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition

BODIES = (R.PRESIDENT, R.GOVERNMENT, R.PEOPLES_COUNCIL)
INITIATORS = (R.DEPUTY, *BODIES)
"""Who drafts it; a deputy for the Kurultai (Constitution 2026, art. 92(1))."""


@condition(
    en="it is an initiative of the Kurultai itself",
    ru="это инициатива самого Курултая",
    kk="бұл Құрылтайдың өз бастамасы",
    provision="Constitution 2026, art. 92(1)",
)
def is_the_kurultais(initiative: Initiative, _: Occasion) -> bool:
    return initiative.initiator is Role.DEPUTY


@condition(
    en="the one who proposes does so for the initiator",
    ru="предложение вносится от имени инициатора",
    kk="ұсынысты бастамашының атынан енгізеді",
    provision="Constitution 2026, art. 92(1)",
)
def proposes_for_the_initiator(initiative: Initiative, occasion: Occasion) -> bool:
    return occasion.by.holds(initiative.initiator)


@condition(
    en="more than half of the voters took part, and in at least two thirds of the regions, "
    "republican cities and the capital more than half of them were for it",
    ru="в референдуме участвовало более половины избирателей, и не менее чем в двух третях "
    "областей, городов республиканского значения и столице «за» — более половины участвовавших",
    kk="референдумға сайлаушылардың жартысынан астамы қатысты және облыстардың, республикалық "
    "маңызы бар қалалар мен астананың кемінде үштен екісінде қатысқандардың жартысынан астамы "
    "жақтады",
    provision="Constitution 2026, art. 92(2), 92(3)",
)
def is_carried(initiative: Initiative, occasion: Occasion) -> bool:
    result = initiative.result
    return result is not None and _carried(result, occasion)


@condition(
    en="fewer took part, or in fewer regions more than half of them were for it",
    ru="участвовало меньше избирателей либо большинство «за» набрано в меньшем числе регионов",
    kk="қатысқан сайлаушы аз не жақтаған көпшілік аз өңірде жиналған",
    provision="Constitution 2026, art. 92(2), 92(3)",
)
def is_not_carried(initiative: Initiative, occasion: Occasion) -> bool:
    result = initiative.result
    return result is not None and not _carried(result, occasion)


def _carried(result: ReferendumResult, occasion: Occasion) -> bool:
    turnout = Fraction(occasion.rules.choice("referendum.turnout_more_than"))
    regions = Fraction(occasion.rules.choice("referendum.regions_at_least"))
    valid = result.took_part > turnout * result.voters
    return valid and result.regions_for >= regions * result.regions


# fmt: off
REFERENDUM: Procedure[Initiative] = Procedure(
    #   act                   from                   to                     by                           not until                     under
    Row(A.DRAFT,              S.NEW,                 S.DRAFTED,             INITIATORS,                  [],                           "Constitution 2026, art. 92(1)"),
    Row(A.ASK_THE_KURULTAI,   S.DRAFTED,             S.BEFORE_THE_KURULTAI, [R.CHAIR, R.DEPUTY_CHAIR],   [is_the_kurultais],           "Constitution 2026, art. 61(4), 92(1)"),
    Row(A.AGREE,              S.BEFORE_THE_KURULTAI, S.PROPOSED,            [R.KURULTAI],                [],                           "Constitution 2026, art. 61(4), 92(1)"),
    Row(A.REFUSE,             S.BEFORE_THE_KURULTAI, S.NOT_PROPOSED,        [R.KURULTAI],                [],                           "Constitution 2026, art. 61(4), 92(1)"),
    Row(A.NOTE_NO_DECISION,   S.BEFORE_THE_KURULTAI, S.DRAFTED,             [R.KURULTAI],                [],                           "Constitution 2026, art. 61(4)"),
    Row(A.PROPOSE,            S.DRAFTED,             S.PROPOSED,            BODIES,                      [proposes_for_the_initiator], "Constitution 2026, art. 92(1)"),
    Row(A.NOTE_CONCLUSION,    S.PROPOSED,            S.CONCLUDED,           [R.CLERK],                   [],                           "Constitution 2026, art. 93"),
    Row(A.CALL,               S.CONCLUDED,           S.CALLED,              [R.PRESIDENT],               [],                           "Constitution 2026, art. 92(1)"),
    Row(A.DECLINE,            S.CONCLUDED,           S.DECLINED,            [R.PRESIDENT],               [],                           "Constitution 2026, art. 92(1)"),
    Row(A.NOTE_ADOPTED,       S.CALLED,              S.ADOPTED,             [R.CLERK],                   [is_carried],                 "Constitution 2026, art. 92(2), 92(3)"),
    Row(A.NOTE_REJECTED,      S.CALLED,              S.REJECTED,            [R.CLERK],                   [is_not_carried],             "Constitution 2026, art. 92(2), 92(3)"),
)
# fmt: on
