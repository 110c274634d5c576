"""Sittings, registrations, questions and votes. Read the tables; everything else serves them."""

from services.voting.domain.conditions import (
    a_second_person_opens_a_new_round,
    another_has_asked_for_it,
    ballots_are_by_name,
    no_annulment_is_asked,
    no_other_vote_is_open,
    no_vote_is_open,
    question_is_undecided,
    question_stands,
    quorum_is_registered,
    quorum_is_there,
    sitting_is_not_over,
    sitting_is_open,
    sitting_takes_registrations,
    window_is_not_over,
    window_is_over,
    window_is_over_or_all_have_voted,
)
from services.voting.domain.conditions_beside import (
    another_entered_it,
    declarant_has_not_voted,
    declarant_is_on_the_roll,
    rules_know_statements,
    vote_goes_on,
    vote_is_spoken_of,
)
from services.voting.domain.conditions_of_absence import (
    excused_is_a_deputy,
    excused_is_not_registered,
    excused_once,
    ground_is_a_good_one,
    sitting_takes_excuses,
)
from services.voting.domain.conditions_of_bodies import (
    decision_is_of_who_sits,
    registers_a_member,
)
from services.voting.domain.conditions_of_calling import (
    order_of_calling_fits,
    roll_is_called,
    roll_may_be_called,
    who_presides_gives_the_order,
)
from services.voting.domain.conditions_of_sittings import (
    agenda_is_done_or_why_not,
    bodies_can_sit,
    form_is_allowed,
    is_private,
    is_public,
    notice_is_given,
    who_takes_the_chair_may,
)
from services.voting.domain.declaration import Declaration
from services.voting.domain.excuse import Excuse
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.domain.question import Question
from services.voting.domain.registration import Registration
from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import (
    DeclarationAct,
    ExcuseAct,
    PaperAct,
    QuestionAct,
    RegistrationAct,
    SittingAct,
    VoteAct,
    WitnessAct,
)
from services.voting.domain.stages import DeclarationStage as B
from services.voting.domain.stages import ExcuseStage as E
from services.voting.domain.stages import PaperStage as P
from services.voting.domain.stages import QuestionStage as Q
from services.voting.domain.stages import RegistrationStage as G
from services.voting.domain.stages import SittingStage as S
from services.voting.domain.stages import VoteStage as V
from services.voting.domain.stages import WitnessStage as W
from services.voting.domain.vote import Vote
from services.voting.domain.witness import Witness
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

IN_THE_CHAIR = "Constitution 2026, art. 57(3)"
OPENNESS = "Constitution 2026, art. 58(6)"
REGULATIONS = "Regulations of the Kurultai (not found; Constitution 2026, art. 61(6))"
PRESIDING = (R.CHAIR, R.DEPUTY_CHAIR, R.PRESIDING)
FLOOR = (R.CLERK, *PRESIDING)

# fmt: off
SITTINGS: Procedure[Sitting] = Procedure(
    #   act                            from           to             by          not until                under
    Row(SittingAct.CALL,               S.NEW,         S.CALLED,      FLOOR,      [bodies_can_sit, notice_is_given, form_is_allowed], REGULATIONS),
    Row(SittingAct.OPEN_REGISTRATION,  S.CALLED,      S.REGISTERING, FLOOR,      [],                      "Constitution 2026, art. 58(5)"),
    Row(SittingAct.OPEN,               S.REGISTERING, S.OPEN,        PRESIDING,  [quorum_is_registered],  "Constitution 2026, art. 58(5)"),
    Row(SittingAct.ADJOURN,            S.REGISTERING, S.CLOSED,      PRESIDING,  [],                      "Constitution 2026, art. 58(5)"),
    Row(SittingAct.TAKE_THE_CHAIR,     S.CALLED,      S.CALLED,      FLOOR,      [who_takes_the_chair_may],                    IN_THE_CHAIR),
    Row(SittingAct.TAKE_THE_CHAIR,     S.REGISTERING, S.REGISTERING, FLOOR,      [who_takes_the_chair_may],                    IN_THE_CHAIR),
    Row(SittingAct.TAKE_THE_CHAIR,     S.OPEN,        S.OPEN,        FLOOR,      [who_takes_the_chair_may],                    IN_THE_CHAIR),
    Row(SittingAct.TAKE_THE_CHAIR,     S.ON_BREAK,    S.ON_BREAK,    FLOOR,      [who_takes_the_chair_may],                    IN_THE_CHAIR),
    Row(SittingAct.ANNOUNCE_BREAK,     S.OPEN,        S.ON_BREAK,    PRESIDING,  [no_vote_is_open],                            REGULATIONS),
    Row(SittingAct.RESUME,             S.ON_BREAK,    S.OPEN,        PRESIDING,  [],                                           REGULATIONS),
    Row(SittingAct.GO_BEHIND_CLOSED_DOORS, S.OPEN,    S.OPEN,        PRESIDING,  [is_public],                                  OPENNESS),
    Row(SittingAct.GO_PUBLIC,          S.OPEN,        S.OPEN,        PRESIDING,  [is_private],                                 OPENNESS),
    Row(SittingAct.CLOSE,              S.OPEN,        S.CLOSED,      PRESIDING,  [no_vote_is_open, agenda_is_done_or_why_not], REGULATIONS),
    Row(SittingAct.CLOSE,              S.ON_BREAK,    S.CLOSED,      PRESIDING,  [no_vote_is_open, agenda_is_done_or_why_not], REGULATIONS),
)

REGISTRATIONS: Procedure[Registration] = Procedure(
    #   act                            from           to             by          not until                       under
    Row(RegistrationAct.REGISTER,      G.NEW,         G.REGISTERED,  [R.DEPUTY], [sitting_takes_registrations, registers_a_member],  "Constitution 2026, art. 55(1), 58(5)"),
)

EXCUSES: Procedure[Excuse] = Procedure(
    #   act                            from           to             by          not until                                                                                                      under
    Row(ExcuseAct.RECORD,              E.NEW,         E.RECORDED,    [R.CLERK],  [sitting_takes_excuses, excused_is_a_deputy, excused_is_not_registered, excused_once, ground_is_a_good_one],  "Constitution 2026, art. 55(1)"),
    Row(ExcuseAct.TAKE_BACK,           E.RECORDED,    E.TAKEN_BACK,  [R.CLERK],  [sitting_takes_excuses],                                                                                       "Constitution 2026, art. 55(1)"),
)

QUESTIONS: Procedure[Question] = Procedure(
    #   act                            from           to             by            not until  under
    Row(QuestionAct.PUT,               Q.NEW,         Q.PUT,         [R.CLERK],    [],        "Constitution 2026, art. 61(1), 61(4)"),
    Row(QuestionAct.NOTE,              Q.NEW,         Q.PUT,         [R.KURULTAI], [],        "Constitution 2026, art. 61(6)"),
    Row(QuestionAct.TAKE_BACK,         Q.PUT,         Q.TAKEN_BACK,  [R.KURULTAI], [],        "Constitution 2026, art. 61(6)"),
)

VOTES: Procedure[Vote] = Procedure(
    #   act                            from           to             by          not until                                                                               under
    Row(VoteAct.PREPARE,               V.NEW,         V.PREPARED,    FLOOR,      [sitting_is_not_over, decision_is_of_who_sits, ballots_are_by_name, question_stands, question_is_undecided, roll_may_be_called, who_presides_gives_the_order], REGULATIONS),
    Row(VoteAct.ORDER_CALLING,         V.PREPARED,    V.PREPARED,    PRESIDING,  [roll_is_called],                                                                       "rules profile: voting.roll_call_order (unknown)"),
    Row(VoteAct.OPEN,                  V.PREPARED,    V.OPEN,        PRESIDING,  [sitting_is_open, quorum_is_there, ballots_are_by_name, question_stands, question_is_undecided, no_other_vote_is_open, a_second_person_opens_a_new_round, order_of_calling_fits], "Constitution 2026, art. 55(1), 58(5)"),
    Row(VoteAct.SUSPEND,               V.OPEN,        V.SUSPENDED,   FLOOR,      [window_is_not_over],                                                                   REGULATIONS),
    Row(VoteAct.RESUME,                V.SUSPENDED,   V.OPEN,        PRESIDING,  [],                                                                                     REGULATIONS),
    Row(VoteAct.CLOSE,                 V.OPEN,        V.CLOSED,      PRESIDING,  [window_is_over_or_all_have_voted],                                                     "rules profile: voting.close_early (unknown)"),
    Row(VoteAct.TIME_OUT,              V.OPEN,        V.CLOSED,      [R.CLOCK],  [window_is_over],                                                                       "rules profile: voting.window_seconds (unknown)"),
    Row(VoteAct.PROCLAIM,              V.CLOSED,      V.PROCLAIMED,  PRESIDING,  [no_annulment_is_asked],                                                                REGULATIONS),
    Row(VoteAct.ASK_TO_ANNUL,          V.SUSPENDED,   V.SUSPENDED,   FLOOR,      [no_annulment_is_asked],                                                                REGULATIONS),
    Row(VoteAct.ASK_TO_ANNUL,          V.CLOSED,      V.CLOSED,      FLOOR,      [no_annulment_is_asked],                                                                REGULATIONS),
    Row(VoteAct.ANNUL,                 V.SUSPENDED,   V.ANNULLED,    PRESIDING,  [another_has_asked_for_it],                                                             REGULATIONS),
    Row(VoteAct.ANNUL,                 V.CLOSED,      V.ANNULLED,    PRESIDING,  [another_has_asked_for_it],                                                             REGULATIONS),
)
DECLARATIONS: Procedure[Declaration] = Procedure(
    #   act                            from           to             by            not until                                                               under
    Row(DeclarationAct.STATE,          B.NEW,         B.MADE,        [R.DEPUTY],   [declarant_is_on_the_roll, vote_is_spoken_of, rules_know_statements],   "rules profile: voting.correction_statement (unknown)"),
    Row(DeclarationAct.REPORT_FAULT,   B.NEW,         B.MADE,        [R.DEPUTY],   [declarant_is_on_the_roll, vote_goes_on],                               REGULATIONS),
    Row(DeclarationAct.RECUSE,         B.NEW,         B.MADE,        [R.DEPUTY],   [declarant_is_on_the_roll, vote_goes_on, declarant_has_not_voted],      REGULATIONS),
)

PAPERS: Procedure[PaperBallot] = Procedure(
    #   act                            from           to             by            not until                            under
    Row(PaperAct.ENTER,                P.NEW,         P.ENTERED,     [R.CLERK],    [vote_goes_on],                      REGULATIONS),
    Row(PaperAct.CONFIRM,              P.ENTERED,     P.CONFIRMED,   FLOOR,        [vote_goes_on, another_entered_it],  REGULATIONS),
)
WITNESSES: Procedure[Witness] = Procedure(
    #   act                            from           to             by            not until  under
    Row(WitnessAct.ADMIT,              W.NEW,         W.ADMITTED,    [R.CLERK],    [],        REGULATIONS),
    Row(WitnessAct.DISMISS,            W.ADMITTED,    W.DISMISSED,   [R.CLERK],    [],        REGULATIONS),
)
# fmt: on
