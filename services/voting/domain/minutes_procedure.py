"""The minutes of a sitting. Read the table; the rest serves it."""

from services.voting.domain.minutes import Minutes
from services.voting.domain.minutes import MinutesAct as A
from services.voting.domain.minutes import MinutesStage as M
from services.voting.domain.stages import SittingStage
from shared.kernel.actor import Role as R
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition

REGULATIONS = "Regulations of the Kurultai (not found; Constitution 2026, art. 61(6))"


@condition(
    en="the sitting is over",
    ru="заседание закрыто",
    kk="отырыс жабылған",
    provision=REGULATIONS,
)
def sitting_is_over(minutes: Minutes, _: Occasion) -> bool:
    return minutes.sitting_stage is SittingStage.CLOSED


@condition(
    en="another person than the one who drew them up approves them",
    ru="протокол утверждает не тот, кто его составил",
    kk="хаттаманы оны жасаған адамнан басқа адам бекітеді",
    provision=REGULATIONS,
)
def another_approves(minutes: Minutes, occasion: Occasion) -> bool:
    return occasion.by.person_id != minutes.drawn_up_by


# fmt: off
MINUTES: Procedure[Minutes] = Procedure(
    #   act         from      to           by                                      not until           under
    Row(A.DRAW_UP,  M.NEW,    M.DRAFT,     [R.CLERK],                              [sitting_is_over],  REGULATIONS),
    Row(A.REDRAW,   M.DRAFT,  M.DRAFT,     [R.CLERK],                              [sitting_is_over],  REGULATIONS),
    Row(A.APPROVE,  M.DRAFT,  M.APPROVED,  [R.CHAIR, R.DEPUTY_CHAIR, R.PRESIDING], [another_approves], REGULATIONS),
)
# fmt: on
