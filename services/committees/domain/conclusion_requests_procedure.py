"""The path of a request for a conclusion."""

from services.committees.domain.conclusion_request import AskingAct, AskingStage, ConclusionRequest
from services.committees.domain.conditions.conclusion_requests import (
    committee_works_on_the_bill,
    conclusion_came_by_now,
    last_day_is_to_come,
    lateness_is_untold,
    serves_its_committee,
    term_for_it_has_run_out,
)
from services.committees.domain.grounds import CONCLUSION_REQUESTS
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

COMMITTEE = (R.COMMITTEE_CHAIR, R.COMMITTEE_SECRETARY, R.CLERK)
TO_ASK = (serves_its_committee, committee_works_on_the_bill, last_day_is_to_come)
TO_PROLONG = (serves_its_committee, last_day_is_to_come)
TO_ENTER = (serves_its_committee, conclusion_came_by_now)
LATE = (term_for_it_has_run_out, lateness_is_untold)

# fmt: off
Q, QA = AskingStage, AskingAct
CONCLUSIONS_ASKED: Procedure[ConclusionRequest] = Procedure(
    #   act              from     to          by                     not until               under
    Row(QA.ASK,          Q.NEW,   Q.ASKED,    COMMITTEE,             TO_ASK,                 "Constitution 2026, art. 59(2), 61(6)"),
    Row(QA.PROLONG,      Q.ASKED, Q.ASKED,    COMMITTEE,             TO_PROLONG,             CONCLUSION_REQUESTS),
    Row(QA.ANSWER,       Q.ASKED, Q.ANSWERED, COMMITTEE,             TO_ENTER,               CONCLUSION_REQUESTS),
    Row(QA.WITHDRAW,     Q.ASKED, Q.CLOSED,   COMMITTEE,             [serves_its_committee], CONCLUSION_REQUESTS),
    Row(QA.LAPSE,        Q.ASKED, Q.CLOSED,   [R.KURULTAI, R.CLERK], [],                     "Constitution 2026, art. 60(5), 61(4)"),
    Row(QA.TELL_OVERDUE, Q.ASKED, Q.ASKED,    [R.CLOCK],             LATE,                   CONCLUSION_REQUESTS),
)
# fmt: on
