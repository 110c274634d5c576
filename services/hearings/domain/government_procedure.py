"""Government hours, demanded reports, and questions to the Government. Read the tables."""

from services.hearings.domain.government_conditions import (
    LAST_KNOWN,
    REPORTS,
    SHARE,
    a_report_was_heard,
    asked_it_oneself,
    enough_demand_it,
    has_not_signed_it,
    has_signed_it,
    hour_goes_on,
    hour_takes_questions,
    is_ahead,
    is_not_decided_yet,
    leaders_were_answered,
    nobody_else_demands_it,
    report_is_in_time,
    sets_for_whom_they_speak,
)
from services.hearings.domain.government_floor import (
    AS_OF_RIGHT,
    appeal_was_adopted,
    factions_had_the_floor,
    has_not_spoken,
    leads_the_faction,
    president_has_not_answered,
    speaker_is_of_the_faction,
    speaker_waits,
)
from services.hearings.domain.government_hour import GovernmentHour, HourAct, HourStage
from services.hearings.domain.hour_question import AskAct, AskStage, HourQuestion
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

A, H = HourAct, HourStage
K, Q = AskAct, AskStage
PRESIDING = [R.CHAIR, R.DEPUTY_CHAIR]
A_SPEAKER = [leads_the_faction, speaker_is_of_the_faction, has_not_spoken]

# fmt: off
HOURS: Procedure[GovernmentHour] = Procedure(
    #   act                    from         to           by                           not until                                    under
    Row(A.SET,                 H.NEW,       H.SET,       [R.CHAIR, R.FACTION_LEADER], [sets_for_whom_they_speak, is_ahead],        SHARE),
    Row(A.DEMAND,              H.NEW,       H.DEMANDED,  [R.DEPUTY],                  [],                                          REPORTS),
    Row(A.SIGN,                H.DEMANDED,  H.DEMANDED,  [R.DEPUTY],                  [has_not_signed_it],                         REPORTS),
    Row(A.TAKE_SIGNATURE_BACK, H.DEMANDED,  H.DEMANDED,  [R.DEPUTY],                  [has_signed_it],                             REPORTS),
    Row(A.APPOINT,             H.DEMANDED,  H.SET,       [R.CHAIR, R.CLERK],          [enough_demand_it, is_ahead],                REPORTS),
    Row(A.OPEN,                H.SET,       H.OPEN,      PRESIDING,                   [],                                          LAST_KNOWN),
    Row(A.HEAR,                H.OPEN,      H.OPEN,      [R.CLERK, *PRESIDING],       [report_is_in_time],                         LAST_KNOWN),
    Row(A.PROPOSE,             H.OPEN,      H.ASKED,     PRESIDING,                   [a_report_was_heard, is_not_decided_yet],    REPORTS),
    Row(A.NOTE_DECISION,       H.ASKED,     H.OPEN,      [R.KURULTAI],                [],                                          REPORTS),
    Row(A.CLOSE,               H.OPEN,      H.CLOSED,    PRESIDING,                   [leaders_were_answered, factions_had_the_floor], LAST_KNOWN),
    Row(A.NAME_SPEAKER,        H.SET,       H.SET,       [R.FACTION_LEADER],          A_SPEAKER,                                   AS_OF_RIGHT),
    Row(A.NAME_SPEAKER,        H.OPEN,      H.OPEN,      [R.FACTION_LEADER],          A_SPEAKER,                                   AS_OF_RIGHT),
    Row(A.NOTE_SPEECH,         H.OPEN,      H.OPEN,      [R.CLERK, *PRESIDING],       [speaker_waits],                             AS_OF_RIGHT),
    Row(A.GIVE_FLOOR_UP,       H.OPEN,      H.OPEN,      [R.FACTION_LEADER],          [leads_the_faction, speaker_waits],          AS_OF_RIGHT),
    Row(A.NOTE_RESPONSE,       H.OPEN,      H.OPEN,      [R.PRESIDENT, R.CLERK],      [appeal_was_adopted, president_has_not_answered], REPORTS),
    Row(A.NOTE_RESPONSE,       H.CLOSED,    H.CLOSED,    [R.PRESIDENT, R.CLERK],      [appeal_was_adopted, president_has_not_answered], REPORTS),
    Row(A.CANCEL,              H.DEMANDED,  H.CANCELLED, [R.DEPUTY],                  [nobody_else_demands_it],                    REPORTS),
    Row(A.CANCEL,              H.SET,       H.CANCELLED, [R.CHAIR, R.FACTION_LEADER], [sets_for_whom_they_speak],                  SHARE),
)

HOUR_QUESTIONS: Procedure[HourQuestion] = Procedure(
    Row(K.ASK,                 Q.NEW,       Q.ASKED,     [R.DEPUTY],                  [hour_takes_questions],                      REPORTS),
    Row(K.ANSWER,              Q.ASKED,     Q.ANSWERED,  [R.CLERK],                   [hour_goes_on],                              REPORTS),
    Row(K.WITHDRAW,            Q.ASKED,     Q.WITHDRAWN, [R.DEPUTY],                  [asked_it_oneself],                          REPORTS),
)
# fmt: on
