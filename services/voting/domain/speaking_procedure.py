"""Debates and speeches. Read the tables; everything else serves them."""

from services.voting.domain.conditions_of_speaking import (
    FLOOR_OF_LEADERS,
    REGULATIONS,
    asks_for_oneself,
    debate_has_a_sitting,
    is_ones_own_request,
    item_can_be_debated,
    list_takes_requests,
    no_other_debate,
    nobody_speaks,
    nobody_was_denied_the_floor,
    sitting_hears,
    speaks_for_own_faction,
    speaks_once,
)
from services.voting.domain.speaking import Debate, DebateAct, Speech, SpeechAct
from services.voting.domain.speaking import DebateStage as D
from services.voting.domain.speaking import SpeechStage as S
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

PRESIDING = (R.CHAIR, R.DEPUTY_CHAIR, R.PRESIDING)
FLOOR = (R.CLERK, *PRESIDING)
ASKING = (list_takes_requests, asks_for_oneself, speaks_once, speaks_for_own_faction)
ENDING = (nobody_speaks, nobody_was_denied_the_floor)

# fmt: off
DEBATES: Procedure[Debate] = Procedure(
    #   act                    from           to             by                  not until                                                     under
    Row(DebateAct.OPEN,        D.NEW,         D.OPEN,        FLOOR,              [debate_has_a_sitting, item_can_be_debated, no_other_debate], REGULATIONS),
    Row(DebateAct.CLOSE_LIST,  D.OPEN,        D.LIST_CLOSED, PRESIDING,          [],                                                           REGULATIONS),
    Row(DebateAct.END,         D.OPEN,        D.ENDED,       PRESIDING,          ENDING,                                                       FLOOR_OF_LEADERS),
    Row(DebateAct.END,         D.LIST_CLOSED, D.ENDED,       PRESIDING,          ENDING,                                                       FLOOR_OF_LEADERS),
)

SPEECHES: Procedure[Speech] = Procedure(
    #   act                    from           to             by                  not until                                                     under
    Row(SpeechAct.ASK,         S.NEW,         S.ASKED,       [R.DEPUTY, R.CLERK], ASKING,                                                      REGULATIONS),
    Row(SpeechAct.GIVE,        S.ASKED,       S.SPEAKING,    PRESIDING,          [sitting_hears, nobody_speaks],                               REGULATIONS),
    Row(SpeechAct.END,         S.SPEAKING,    S.ENDED,       FLOOR,              [],                                                           REGULATIONS),
    Row(SpeechAct.WITHDRAW,    S.ASKED,       S.WITHDRAWN,   [R.DEPUTY, R.CLERK], [is_ones_own_request],                                       REGULATIONS),
)
# fmt: on
