"""Which bodies there are, who belongs to them, and when the Kurultai is in session."""

from services.committees.domain.body import Body, Membership
from services.committees.domain.conditions.register import (
    acts_for_the_body,
    belongs_once,
    body_is_there,
    body_name_is_new,
    call_is_named,
    enough_deputies_ask,
    guests_are_of_this_kind_of_body,
    host_is_there,
    is_in_its_months,
    is_no_standing_committee,
    member_has_no_mandate,
    member_is_a_deputy,
    no_session_is_on,
    one_bureau,
)
from services.committees.domain.grounds import REGISTER
from services.committees.domain.register_stages import (
    BodyAct,
    BodyStage,
    MembershipAct,
    MembershipStage,
    SessionAct,
    SessionStage,
)
from services.committees.domain.session import Session
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

# fmt: off
B, BA = BodyStage, BodyAct
BODIES: Procedure[Body] = Procedure(
    #   act              from         to            by                                       not until                                                                under
    Row(BA.FORM,         B.NEW,       B.FORMED,     [R.CHAIR, R.REGISTRAR, R.COMMITTEE_CHAIR], [is_no_standing_committee, body_name_is_new, one_bureau, host_is_there], "Constitution 2026, art. 56(20), 56(21), 59"),
    Row(BA.DISSOLVE,     B.FORMED,    B.DISSOLVED,  [R.CHAIR, R.REGISTRAR],                  [is_no_standing_committee],                                              "Constitution 2026, art. 56(20), 56(21)"),
)

M, MA = MembershipStage, MembershipAct
MEMBERSHIPS: Procedure[Membership] = Procedure(
    Row(MA.JOIN,         M.NEW,       M.IN_FORCE,   [R.CHAIR, R.REGISTRAR, R.CLERK, R.COMMITTEE_CHAIR], [acts_for_the_body, body_is_there, member_is_a_deputy, guests_are_of_this_kind_of_body, belongs_once], "Constitution 2026, art. 56(20), 56(21), 59"),
    Row(MA.LEAVE,        M.IN_FORCE,  M.ENDED,      [R.CHAIR, R.REGISTRAR, R.CLERK, R.COMMITTEE_CHAIR], [acts_for_the_body],                                         REGISTER),
    Row(MA.LAPSE,        M.IN_FORCE,  M.ENDED,      [R.REGISTRAR],                                      [member_has_no_mandate],                                     "Constitution 2026, art. 55(4), 55(5)"),
)

S, SA = SessionStage, SessionAct
SESSIONS: Procedure[Session] = Procedure(
    Row(SA.OPEN,         S.NEW,       S.OPEN,       [R.CHAIR, R.REGISTRAR, R.CLERK],         [no_session_is_on, is_in_its_months, call_is_named, enough_deputies_ask], "Constitution 2026, art. 58(2), 58(3), 58(4)"),
    Row(SA.CLOSE,        S.OPEN,      S.CLOSED,     [R.CHAIR, R.REGISTRAR, R.CLERK],         [],                                                                       "Constitution 2026, art. 58(3), 58(4)"),
)
# fmt: on
