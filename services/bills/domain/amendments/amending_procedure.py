"""How the amendments to a bill are taken, closed and put to the plenary. Read the table."""

from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.conditions import COMMITTEE_OFFICES, DEADLINE
from services.bills.domain.amendments.procedure import EACH, MODES
from services.bills.domain.amendments.stages import AmendingAct as A
from services.bills.domain.amendments.stages import AmendingStage as S
from services.bills.domain.decisions import AMENDMENTS
from services.bills.domain.stages import Stage
from shared.kernel.actor import Role as R
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition

PURPOSE = "rules profile: readings.purpose (proposed)"


@condition(
    en="the concept of the bill is approved and its text is being amended",
    ru="концепция законопроекта одобрена, и в его текст вносятся поправки",
    kk="заң жобасының тұжырымдамасы мақұлданып, мәтініне түзетулер енгізілуде",
    provision=PURPOSE,
)
def bill_is_amending(amending: Amending, _: Occasion) -> bool:
    return amending.outlook.bill_stage is Stage.AMENDING


@condition(
    en="the one who acts is in office in the lead committee of the bill",
    ru="действует должностное лицо головного комитета по законопроекту",
    kk="әрекетті заң жобасы бойынша бас комитеттің лауазымды адамы жасайды",
    provision="Constitution 2026, art. 59(2)",
)
def acts_for_the_lead_committee(amending: Amending, occasion: Occasion) -> bool:
    lead = amending.outlook.lead_committee_id
    return lead is not None and any(occasion.by.holds(role, lead) for role in COMMITTEE_OFFICES)


@condition(
    en="the committee has decided on every amendment",
    ru="комитет принял решение по каждой поправке",
    kk="комитет әр түзету бойынша шешім қабылдаған",
    provision=EACH,
)
def every_one_is_decided(amending: Amending, _: Occasion) -> bool:
    return amending.outlook.undecided == 0


@condition(
    en="the bill awaits the reading that decides on the amendments",
    ru="законопроект ожидает чтения, на котором решают о поправках",
    kk="заң жобасы түзетулер шешілетін оқылымды күтіп тұр",
    provision=PURPOSE,
)
def awaits_its_reading(amending: Amending, _: Occasion) -> bool:
    outlook = amending.outlook
    return (outlook.bill_stage, outlook.purpose) == (Stage.SCHEDULED, AMENDMENTS)


@condition(
    en="the way of voting is one of those that the rules know",
    ru="способ голосования — один из известных правилам",
    kk="дауыс беру тәсілі ережеде көзделгендердің бірі",
    provision=MODES,
)
def mode_is_known(amending: Amending, occasion: Occasion) -> bool:
    return amending.outlook.mode in occasion.rules.choices("amendments.plenary_vote_modes")


@condition(
    en="the votes on single amendments are over",
    ru="голосования по отдельным поправкам завершены",
    kk="жекелеген түзетулер бойынша дауыс беру аяқталған",
    provision=MODES,
)
def votes_are_over(amending: Amending, _: Occasion) -> bool:
    return amending.votes_are_over


COMMITTEE = [bill_is_amending, acts_for_the_lead_committee]

# fmt: off
AMENDING: Procedure[Amending] = Procedure(
    #   act                from        to          by                            not until                          under
    Row(A.OPEN,            S.NEW,      S.OPEN,     [R.KURULTAI],                 [bill_is_amending],                PURPOSE),
    Row(A.SET_READING_DAY, S.OPEN,     S.OPEN,     [R.CHAIR, R.DEPUTY_CHAIR],    [bill_is_amending],                DEADLINE),
    Row(A.CLOSE,           S.OPEN,     S.CLOSED,   COMMITTEE_OFFICES,            [*COMMITTEE, every_one_is_decided], EACH),
    Row(A.REOPEN,          S.CLOSED,   S.OPEN,     COMMITTEE_OFFICES,            COMMITTEE,                         EACH),
    Row(A.PUT_TO_VOTE,     S.CLOSED,   S.VOTING,   [R.CHAIR, R.DEPUTY_CHAIR],    [awaits_its_reading, mode_is_known], MODES),
    Row(A.NOTE_RESULT,     S.VOTING,   S.VOTING,   [R.KURULTAI],                 [],                                MODES),
    Row(A.SETTLE,          S.VOTING,   S.SETTLED,  [R.KURULTAI, R.CHAIR, R.DEPUTY_CHAIR], [votes_are_over],         MODES),
)
# fmt: on
