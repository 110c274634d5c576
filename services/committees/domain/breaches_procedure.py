"""Breaches of guarantees. Read the table; the rest serves it.

Nobody decides that there is one: whoever changes the composition so that a guarantee is not kept
opens it by that act, and whoever changes it back cures it.
"""

from services.committees.domain.breach import Breach
from services.committees.domain.breach import BreachAct as A
from services.committees.domain.breach import BreachStage as B
from shared.kernel.actor import Role as R
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition

OPPOSITION = (
    "rules profile: opposition (last known: Constitutional Law 339-VI, art. 12(4); regulations)"
)
TERM = "rules profile: breach_cure (unknown)"


@condition(
    en="the guarantee is owed and not kept",
    ru="гарантия действует и не соблюдена",
    kk="кепілдік күшінде және сақталмаған",
    provision=OPPOSITION,
)
def guarantee_is_broken(breach: Breach, _: Occasion) -> bool:
    return breach.guarantee is not None and not breach.guarantee.is_kept


@condition(
    en="the convocation is constituted: while it forms, nothing is broken yet",
    ru="созыв конституирован: пока он формируется, ничего не нарушено",
    kk="шақырылым құрылған: құрылып жатқанда ештеңе бұзылған жоқ",
    provision="Constitution 2026, art. 56(20), 59(1)",
)
def convocation_sits(breach: Breach, _: Occasion) -> bool:
    return breach.constituted


@condition(
    en="the guarantee is kept again, or owed to nobody",
    ru="гарантия снова соблюдена или больше не действует",
    kk="кепілдік қайта сақталды немесе енді ешкімге тиесілі емес",
    provision=OPPOSITION,
)
def guarantee_is_kept(breach: Breach, _: Occasion) -> bool:
    return breach.guarantee is None or breach.guarantee.is_kept


@condition(
    en="the term to cure it is over",
    ru="срок для устранения истёк",
    kk="түзету мерзімі өтті",
    provision=TERM,
)
def term_is_over(breach: Breach, occasion: Occasion) -> bool:
    return breach.cure_by is not None and occasion.day > breach.cure_by


@condition(
    en="another convocation is formed",
    ru="формируется другой созыв",
    kk="басқа шақырылым құрылып жатыр",
    provision="Constitution 2026, art. 53(2)",
)
def convocation_is_over(breach: Breach, _: Occasion) -> bool:
    return not breach.constituted


CHANGERS = (R.REGISTRAR, R.CHAIR, R.FACTION_LEADER, R.KURULTAI, R.CLOCK)
"""Those whose acts change who holds what."""

# fmt: off
BREACHES: Procedure[Breach] = Procedure(
    #   act          from       to         by         not until                                under
    Row(A.OPEN,      B.NEW,     B.OPEN,    CHANGERS,  [guarantee_is_broken, convocation_sits], OPPOSITION),
    Row(A.PASS_TERM, B.OPEN,    B.OVERDUE, [R.CLOCK], [term_is_over],                          TERM),
    Row(A.CURE,      B.OPEN,    B.CURED,   CHANGERS,  [guarantee_is_kept],                     OPPOSITION),
    Row(A.CURE,      B.OVERDUE, B.CURED,   CHANGERS,  [guarantee_is_kept],                     OPPOSITION),
    Row(A.LAPSE,     B.OPEN,    B.LAPSED,  CHANGERS,  [convocation_is_over],                   OPPOSITION),
    Row(A.LAPSE,     B.OVERDUE, B.LAPSED,  CHANGERS,  [convocation_is_over],                   OPPOSITION),
)
# fmt: on
