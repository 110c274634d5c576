"""The path of a deputy's request (депутатский запрос, депутаттық сауал)."""

from services.committees.domain.conditions.requests import (
    answer_came_by_now,
    end_is_another,
    is_an_author,
    is_no_author_yet,
    is_public,
    is_public_or_may_be_withheld,
    is_the_last_author,
    is_withheld,
    may_be_withheld,
    not_read_out_before,
    not_told_before,
    others_remain,
    term_has_run_out,
    was_read_out_by_now,
    was_read_out_if_it_must,
)
from services.committees.domain.grounds import REQUESTS, REQUESTS_PUBLIC, REQUESTS_READ_OUT
from services.committees.domain.request import DeputyRequest
from services.committees.domain.requests_stages import RequestAct, RequestStage
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

READ = [not_read_out_before, was_read_out_by_now]

# fmt: off
Q, QA = RequestStage, RequestAct
DEPUTY_REQUESTS: Procedure[DeputyRequest] = Procedure(
    #   act              from         to           by          not until                            under
    Row(QA.SUBMIT,       Q.NEW,       Q.SUBMITTED, [R.DEPUTY], [is_public_or_may_be_withheld],      REQUESTS),
    Row(QA.JOIN,         Q.SUBMITTED, Q.SUBMITTED, [R.DEPUTY], [is_no_author_yet],                  REQUESTS),
    Row(QA.LEAVE,        Q.SUBMITTED, Q.SUBMITTED, [R.DEPUTY], [is_an_author, others_remain],       REQUESTS),
    Row(QA.READ_OUT,     Q.SUBMITTED, Q.SUBMITTED, [R.CLERK],  READ,                                REQUESTS_READ_OUT),
    Row(QA.SEND,         Q.SUBMITTED, Q.SENT,      [R.CLERK],  [was_read_out_if_it_must],           REQUESTS),
    Row(QA.READ_OUT,     Q.SENT,      Q.SENT,      [R.CLERK],  READ,                                REQUESTS_READ_OUT),
    Row(QA.LEAVE,        Q.SENT,      Q.SENT,      [R.DEPUTY], [is_an_author, others_remain],       REQUESTS),
    Row(QA.MOVE_TERM,    Q.SENT,      Q.SENT,      [R.CLERK],  [end_is_another],                    REQUESTS),
    Row(QA.TELL_OVERDUE, Q.SENT,      Q.SENT,      [R.CLOCK],  [term_has_run_out, not_told_before], REQUESTS),
    Row(QA.ANSWER,       Q.SENT,      Q.ANSWERED,  [R.CLERK],  [answer_came_by_now],                REQUESTS),
    Row(QA.REPEAT,       Q.ANSWERED,  Q.SUBMITTED, [R.DEPUTY], [is_an_author],                      REQUESTS),
    Row(QA.CLOSE,        Q.ANSWERED,  Q.CLOSED,    [R.DEPUTY], [is_an_author],                      REQUESTS),
    Row(QA.WITHDRAW,     Q.SUBMITTED, Q.WITHDRAWN, [R.DEPUTY], [is_an_author, is_the_last_author],  REQUESTS),
    Row(QA.WITHDRAW,     Q.SENT,      Q.WITHDRAWN, [R.DEPUTY], [is_an_author, is_the_last_author],  REQUESTS),
    Row(QA.WITHHOLD,     Q.SUBMITTED, Q.SUBMITTED, [R.CLERK],  [is_public, may_be_withheld],        REQUESTS_PUBLIC),
    Row(QA.WITHHOLD,     Q.SENT,      Q.SENT,      [R.CLERK],  [is_public, may_be_withheld],        REQUESTS_PUBLIC),
    Row(QA.WITHHOLD,     Q.ANSWERED,  Q.ANSWERED,  [R.CLERK],  [is_public, may_be_withheld],        REQUESTS_PUBLIC),
    Row(QA.PUBLISH,      Q.SUBMITTED, Q.SUBMITTED, [R.CLERK],  [is_withheld],                       REQUESTS_PUBLIC),
    Row(QA.PUBLISH,      Q.SENT,      Q.SENT,      [R.CLERK],  [is_withheld],                       REQUESTS_PUBLIC),
    Row(QA.PUBLISH,      Q.ANSWERED,  Q.ANSWERED,  [R.CLERK],  [is_withheld],                       REQUESTS_PUBLIC),
    Row(QA.PUBLISH,      Q.CLOSED,    Q.CLOSED,    [R.CLERK],  [is_withheld],                       REQUESTS_PUBLIC),
)
# fmt: on
