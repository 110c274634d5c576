"""What must be so before an absence is excused, or the excuse is taken back."""

from services.voting.domain.excuse import Excuse
from services.voting.domain.stages import Ground, SittingStage
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

ABSENCES = "Constitution 2026, art. 55(1)"
GROUNDS = "sittings.excuse_grounds"
"""The parameter that names the grounds."""


@condition(
    en="the sitting is called and not over; of an absence excused later the rolls know nothing",
    ru="заседание созвано и ещё не закрыто: о причинах, принятых позже, списки не знают",
    kk="отырыс шақырылған және әлі жабылмаған: кейін қабылданған себепті тізімдер білмейді",
    provision=ABSENCES,
)
def sitting_takes_excuses(excuse: Excuse, _: Occasion) -> bool:
    return excuse.sitting_stage not in {None, SittingStage.NEW, SittingStage.CLOSED}


@condition(
    en="the person holds a mandate",
    ru="это лицо — действующий депутат",
    kk="бұл адамның депутаттық мандаты күшінде",
    provision=ABSENCES,
)
def excused_is_a_deputy(excuse: Excuse, _: Occasion) -> bool:
    return excuse.is_deputy is True


@condition(
    en="the deputy has not registered for the sitting: who registered is present",
    ru="депутат не зарегистрирован на заседании: кто зарегистрирован, тот присутствует",
    kk="депутат отырысқа тіркелмеген: тіркелген депутат қатысып отыр",
    provision="Constitution 2026, art. 58(5)",
)
def excused_is_not_registered(excuse: Excuse, _: Occasion) -> bool:
    return excuse.is_registered is False


@condition(
    en="no other excuse of the deputy stands for this sitting; take it back first",
    ru="у депутата нет другой принятой причины для этого заседания: сначала отзовите её",
    kk="депутаттың бұл отырысқа басқа қабылданған себебі жоқ: алдымен оны кері алыңыз",
    provision=ABSENCES,
)
def excused_once(excuse: Excuse, _: Occasion) -> bool:
    return excuse.is_excused is False


@condition(
    en="the ground is one of the rules'; “other” is said in words",
    ru="причина есть в правилах; «иная» названа словами",
    kk="себеп қағидаларда бар; «өзге» себеп сөзбен жазылған",
    provision="rules profile: sittings.excuse_grounds (unknown)",
)
def ground_is_a_good_one(excuse: Excuse, occasion: Occasion) -> bool:
    said = excuse.ground is not Ground.OTHER or excuse.words is not None
    return said and excuse.ground in occasion.rules.choices(GROUNDS)
