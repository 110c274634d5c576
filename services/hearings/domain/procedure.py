"""The path of a hearing. Read the table; everything else in this service serves it."""

from services.hearings.domain.conditions import (
    acts_for_the_initiator,
    bill_is_registered,
    caller_speaks_for_the_initiator,
    initiator_is_among_those_who_may,
    its_time_has_come,
    majority_of_those_taking_part,
    no_more_than_there_are,
    numbers_fit,
)
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.stages import Act as A
from services.hearings.domain.stages import Stage as S
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

CALLERS = [R.CHAIR, R.COMMITTEE_CHAIR, R.FACTION_LEADER]
RUNNERS = [R.CHAIR, R.COMMITTEE_CHAIR, R.FACTION_LEADER, R.CLERK]

# fmt: off
PROCEDURE: Procedure[Hearing] = Procedure(
    #   act                       from      to           by       not until                                                                                under
    Row(A.CALL,                   S.NEW,    S.CALLED,    CALLERS, [bill_is_registered, initiator_is_among_those_who_may, caller_speaks_for_the_initiator], "Constitution 2026, art. 56(18)"),
    Row(A.HOLD,                   S.CALLED, S.HELD,      RUNNERS, [acts_for_the_initiator, its_time_has_come, no_more_than_there_are],                      "Constitution 2026, art. 56(18)"),
    Row(A.ADOPT_RECOMMENDATIONS,  S.HELD,   S.CONCLUDED, RUNNERS, [acts_for_the_initiator, numbers_fit, majority_of_those_taking_part],                    "rules profile: hearing_recommendations (unknown)"),
    Row(A.CANCEL,                 S.CALLED, S.CANCELLED, RUNNERS, [acts_for_the_initiator],                                                                "Constitution 2026, art. 56(18)"),
)
# fmt: on
