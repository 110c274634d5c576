"""The path of a hearing. Read the table; everything else in this service serves it."""

from services.hearings.domain.conditions import (
    acts_for_the_initiator,
    bill_is_registered,
    caller_speaks_for_the_initiator,
    every_wording_is_decided,
    initiator_is_among_those_who_may,
    its_time_has_come,
    majority_of_those_taking_part,
    no_more_than_there_are,
    numbers_fit,
    recommends_what_was_drafted,
)
from services.hearings.domain.conditions_of_calling import (
    decided_by_whom_the_rules_name,
    floor_was_given_as_guaranteed,
    no_decision_is_needed,
    not_owed_to_the_opposition,
    notice_is_long_enough,
    parts_are_in_order,
    quorum_is_there,
    within_its_share_of_the_session,
)
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.stages import Act as A
from services.hearings.domain.stages import Stage as S
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

CALLERS = [R.CHAIR, R.COMMITTEE_CHAIR, R.FACTION_LEADER]
RUNNERS = [R.CHAIR, R.COMMITTEE_CHAIR, R.FACTION_LEADER, R.CLERK]
DECIDERS = [R.CHAIR, R.COMMITTEE_CHAIR]
HEARINGS = "Constitution 2026, art. 56(18)"
MAY_CALL = [
    bill_is_registered,
    initiator_is_among_those_who_may,
    caller_speaks_for_the_initiator,
    within_its_share_of_the_session,
    notice_is_long_enough,
]
MAY_OPEN = [acts_for_the_initiator, its_time_has_come, quorum_is_there]
MAY_HOLD = [acts_for_the_initiator, its_time_has_come, no_more_than_there_are]
MAY_ADOPT = [
    acts_for_the_initiator,
    recommends_what_was_drafted,
    every_wording_is_decided,
    numbers_fit,
    majority_of_those_taking_part,
]

# fmt: off
PROCEDURE: Procedure[Hearing] = Procedure(
    #   act                       from        to           by         not until                                                                      under
    Row(A.CALL,                   S.NEW,      S.CALLED,    CALLERS,   MAY_CALL,                                                                      HEARINGS),
    Row(A.DECIDE,                 S.CALLED,   S.PREPARED,  DECIDERS,  [decided_by_whom_the_rules_name],                                              "rules profile: hearings.decided_by (unknown)"),
    Row(A.DECLINE,                S.CALLED,   S.DECLINED,  DECIDERS,  [decided_by_whom_the_rules_name, not_owed_to_the_opposition],                  "rules profile: hearings.decided_by (unknown)"),
    Row(A.POSTPONE,               S.CALLED,   S.CALLED,    RUNNERS,   [acts_for_the_initiator, notice_is_long_enough],                               HEARINGS),
    Row(A.POSTPONE,               S.PREPARED, S.PREPARED,  RUNNERS,   [acts_for_the_initiator, notice_is_long_enough],                               HEARINGS),
    Row(A.ARRANGE,                S.CALLED,   S.CALLED,    RUNNERS,   [acts_for_the_initiator, parts_are_in_order],                                  HEARINGS),
    Row(A.ARRANGE,                S.PREPARED, S.PREPARED,  RUNNERS,   [acts_for_the_initiator, parts_are_in_order],                                  HEARINGS),
    Row(A.OPEN,                   S.CALLED,   S.OPEN,      RUNNERS,   [no_decision_is_needed, *MAY_OPEN],                                            HEARINGS),
    Row(A.OPEN,                   S.PREPARED, S.OPEN,      RUNNERS,   MAY_OPEN,                                                                      HEARINGS),
    Row(A.CLOSE,                  S.OPEN,     S.HELD,      RUNNERS,   [acts_for_the_initiator, floor_was_given_as_guaranteed],                       HEARINGS),
    Row(A.HOLD,                   S.CALLED,   S.HELD,      RUNNERS,   [no_decision_is_needed, *MAY_HOLD],                                            HEARINGS),
    Row(A.HOLD,                   S.PREPARED, S.HELD,      RUNNERS,   MAY_HOLD,                                                                      HEARINGS),
    Row(A.ADOPT_RECOMMENDATIONS,  S.HELD,     S.CONCLUDED, RUNNERS,   MAY_ADOPT,                                                                     "rules profile: hearing_recommendations (unknown)"),
    Row(A.CANCEL,                 S.CALLED,   S.CANCELLED, RUNNERS,   [acts_for_the_initiator],                                                      HEARINGS),
    Row(A.CANCEL,                 S.PREPARED, S.CANCELLED, RUNNERS,   [acts_for_the_initiator],                                                      HEARINGS),
)
# fmt: on
