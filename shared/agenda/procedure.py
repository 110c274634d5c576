"""What may be done with an agenda. Read the table; the rest of the component serves it."""

from shared.agenda.agenda import Agenda
from shared.agenda.agenda import AgendaAct as A
from shared.agenda.agenda import AgendaStage as S
from shared.agenda.conditions import (
    IN_TIME,
    REGULATIONS,
    acts_for_the_body,
    has_items,
    is_in_time,
    is_the_only_one,
    item_is_ahead,
    item_is_in_course,
    nothing_is_in_course,
    says_why,
)
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

WRITERS = (R.CLERK, R.CHAIR, R.DEPUTY_CHAIR, R.COMMITTEE_CHAIR, R.COMMITTEE_SECRETARY)
PRESIDING = (R.CHAIR, R.DEPUTY_CHAIR, R.COMMITTEE_CHAIR)
CHANGING = (acts_for_the_body, item_is_ahead, says_why)

# fmt: off
AGENDAS: Procedure[Agenda] = Procedure(
    #   act           from         to           by          not until                                                   under
    Row(A.DRAW_UP,    S.NEW,       S.DRAFT,     WRITERS,    [acts_for_the_body, is_the_only_one],                       REGULATIONS),
    Row(A.CHANGE,     S.DRAFT,     S.DRAFT,     WRITERS,    CHANGING,                                                   REGULATIONS),
    Row(A.CHANGE,     S.PUBLISHED, S.PUBLISHED, WRITERS,    CHANGING,                                                   REGULATIONS),
    Row(A.CHANGE,     S.ADOPTED,   S.ADOPTED,   WRITERS,    CHANGING,                                                   REGULATIONS),
    Row(A.PUBLISH,    S.DRAFT,     S.PUBLISHED, WRITERS,    [acts_for_the_body, has_items, is_in_time],                 IN_TIME),
    Row(A.ADOPT,      S.DRAFT,     S.ADOPTED,   PRESIDING,  [acts_for_the_body, has_items],                             REGULATIONS),
    Row(A.ADOPT,      S.PUBLISHED, S.ADOPTED,   PRESIDING,  [acts_for_the_body, has_items],                             REGULATIONS),
    Row(A.BEGIN_ITEM, S.ADOPTED,   S.ADOPTED,   WRITERS,    [acts_for_the_body, item_is_ahead, nothing_is_in_course],   REGULATIONS),
    Row(A.END_ITEM,   S.ADOPTED,   S.ADOPTED,   WRITERS,    [acts_for_the_body, item_is_in_course],                     REGULATIONS),
)
# fmt: on
