"""The path of a bill. Read the table; everything else in this service serves it."""

from services.bills.domain.amendments.conditions import COMMITTEE_OFFICES
from services.bills.domain.bill import INITIATORS, Bill
from services.bills.domain.conditions import (
    acts_for_the_initiator,
    amended_text_is_due,
    amendments_are_decided,
    amendments_are_voted,
    both_have_countersigned,
    calls_for_a_conclusion,
    chair_has_not_countersigned,
    concluded_on_the_next_reading,
    in_both_languages,
    lead_committee_named,
    money_conclusion_in_place,
    no_conclusion_yet,
    prime_minister_has_not_countersigned,
    same_elements_in_both,
)
from services.bills.domain.conditions_after_adoption import (
    another_person_confirms,
    bills_lapse,
    day_of_effect_has_come,
    departure_is_proposed,
    enough_ask_the_court,
    has_not_asked_the_court,
    non_adoption_follows,
    presidents_wording_follows,
    presidents_wording_is_there,
    repeat_vote_in_time,
    repeat_vote_too_late,
    silence_is_a_signature,
    the_kurultai_chooses,
)
from services.bills.domain.conditions_beyond import (
    confidence_is_left_this_year,
    confidence_may_be_voted_on,
    goes_straight_to_the_reading,
    has_no_priority,
    is_a_law,
    is_a_resolution,
    is_an_emergency,
    is_no_emergency,
    is_the_governments,
    is_with_no_committee,
    may_be_sent_back,
    nothing_else_is_asked,
    was_not_adopted,
)
from services.bills.domain.relating import RELATING
from services.bills.domain.requirements import PACKAGE
from services.bills.domain.signing import SIGNING, enough_deputies_are_for_it
from services.bills.domain.stages import BEFORE_ADOPTION, ENDED, OPEN, UNDER_CONSIDERATION
from services.bills.domain.stages import Act as A
from services.bills.domain.stages import Stage as S
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Condition, Procedure, Row

COUNT = "rules profile: readings.count (proposed)"
PURPOSE = "rules profile: readings.purpose (proposed)"
FINAL = "rules profile: final_edit.no_change_of_substance (unknown)"
SILENCE = "rules profile: president.deemed_signed_on_silence (unknown)"
CARRY_OVER = "rules profile: bill_carry_over.on_new_convocation (unknown)"
SEND_BACK = "rules profile: readings.first_may_send_back, readings.second_may_repeat, readings.third_may_send_back (unknown)"
WITHOUT_A_COMMITTEE = (S.IN_READING, S.AMENDING, S.IN_COMMITTEE, S.SCHEDULED)
"""Where an emergency bill may stand that went to its reading straight away."""
ALWAYS: tuple[Condition[Bill], ...] = ()
ASKS_THE_COURT = [R.PRESIDENT, R.CHAIR, R.PRIME_MINISTER, R.DEPUTY]
EACH = "rules profile: amendments.each_item_decided_with_reason (unknown)"
MODES = "rules profile: amendments.plenary_vote_modes (last-known)"
PRESIDING = (R.CHAIR, R.DEPUTY_CHAIR)

# fmt: off
PROCEDURE: Procedure[Bill] = Procedure(
    #   act                              from                 to                   by                            not until                                                under
    Row(A.DRAFT,                         S.NEW,               S.DRAFT,             INITIATORS,                   [],                                                      "Constitution 2026, art. 60(1)"),
    Row(A.REVISE,                        S.DRAFT,             S.DRAFT,             INITIATORS,                   [acts_for_the_initiator],                                "Constitution 2026, art. 60(1)"),
  *SIGNING,
  *RELATING,
    Row(A.INTRODUCE,                     S.DRAFT,             S.SUBMITTED,         INITIATORS,                   [acts_for_the_initiator, in_both_languages, same_elements_in_both, enough_deputies_are_for_it, *PACKAGE], "Constitution 2026, art. 60(1); Law 480-V, art. 29(1)"),
    Row(A.RETURN_INCOMPLETE,             S.SUBMITTED,         S.DRAFT,             [R.CLERK],                    [],                                                      "Law 480-V, art. 29(2)"),
    Row(A.REGISTER,                      S.SUBMITTED,         S.REGISTERED,        [R.CLERK],                    [],                                                      "Law 480-V, art. 29(2); Constitution 2026, art. 61(6)"),
    Row(A.NOTE_GOVERNMENT_CONCLUSION,    S.REGISTERED,        S.REGISTERED,        [R.GOVERNMENT],               [calls_for_a_conclusion, no_conclusion_yet],             "Constitution 2026, art. 60(6)"),
    Row(A.DECLINE,                       S.REGISTERED,        S.INADMISSIBLE,      [R.GOVERNMENT],               [calls_for_a_conclusion, no_conclusion_yet],             "Constitution 2026, art. 60(6)"),
    Row(A.ADMIT,                         S.REGISTERED,        S.ADMITTED,          [R.CLERK],                    [money_conclusion_in_place],                             "Constitution 2026, art. 60(6); Law 480-V, art. 29(3)"),
    Row(A.NOTE_REFERRAL,                 S.ADMITTED,          S.IN_COMMITTEE,      [R.CHAIR],                    [lead_committee_named],                                  "Constitution 2026, art. 57(3)(5)"),
  *(Row(A.NOTE_REFERRAL,                 stage,               stage,               [R.CHAIR],                    [lead_committee_named, is_with_no_committee],            "Constitution 2026, art. 57(3)(5), 60(4)") for stage in WITHOUT_A_COMMITTEE),
    Row(A.NOTE_CONCLUSION,               S.IN_COMMITTEE,      S.SCHEDULED,         [R.COMMITTEE],                [concluded_on_the_next_reading],                         "Constitution 2026, art. 59(2), 61(6)"),
    Row(A.AMEND_TEXT,                    S.AMENDING,          S.AMENDING,          COMMITTEE_OFFICES,            [amended_text_is_due],                                   EACH),
    Row(A.AMEND_TEXT,                    S.SCHEDULED,         S.SCHEDULED,         [R.KURULTAI, *PRESIDING],     [amended_text_is_due],                                   MODES),
    Row(A.NOTE_CONCLUSION,               S.AMENDING,          S.SCHEDULED,         [R.COMMITTEE],                [concluded_on_the_next_reading, amendments_are_decided], "Constitution 2026, art. 59(2), 61(6)"),
    Row(A.OPEN_READING,                  S.SCHEDULED,         S.IN_READING,        PRESIDING,                    [amendments_are_voted],                                  f"Constitution 2026, art. 61(6); {COUNT}"),
    Row(A.APPROVE_CONCEPT,               S.IN_READING,        S.AMENDING,          [R.KURULTAI],                 [],                                                      f"Constitution 2026, art. 61(4); {PURPOSE}"),
    Row(A.APPROVE_TEXT,                  S.IN_READING,        S.FINAL_EDIT,        [R.KURULTAI],                 [],                                                      f"Constitution 2026, art. 61(4); {PURPOSE}"),
    Row(A.CONFIRM_FINAL_EDIT,            S.FINAL_EDIT,        S.SCHEDULED,         [R.CLERK],                    [],                                                      f"Law 480-V, art. 30(7); {FINAL}"),
    Row(A.ADOPT,                         S.IN_READING,        S.ADOPTED,           [R.KURULTAI],                 [],                                                      "Constitution 2026, art. 61(3), 61(4)"),
    Row(A.REJECT,                        S.IN_READING,        S.REJECTED,          [R.KURULTAI],                 [],                                                      "Constitution 2026, art. 60(5)"),
    Row(A.NOTE_NO_DECISION,              S.IN_READING,        S.SCHEDULED,         [R.KURULTAI],                 [],                                                      "Constitution 2026, art. 60(5), 61(4)"),
    Row(A.COUNTERSIGN_AS_CHAIR,          S.ADOPTED,           S.ADOPTED,           [R.CHAIR],                    [is_a_law, chair_has_not_countersigned],                 "Constitution 2026, art. 47(3)"),
    Row(A.COUNTERSIGN_AS_PRIME_MINISTER, S.ADOPTED,           S.ADOPTED,           [R.PRIME_MINISTER],           [is_a_law, prime_minister_has_not_countersigned],        "Constitution 2026, art. 47(3)"),
    Row(A.SEND_TO_PRESIDENT,             S.ADOPTED,           S.SENT_TO_PRESIDENT, [R.CLERK],                    [both_have_countersigned],                               "Constitution 2026, art. 60(5)"),
    Row(A.SIGN,                          S.SENT_TO_PRESIDENT, S.SIGNED,            [R.PRESIDENT],                [],                                                      "Constitution 2026, art. 46(3)"),
    Row(A.PUBLISH,                       S.SIGNED,            S.PUBLISHED,         [R.PRESIDENT, R.GOVERNMENT],  [],                                                      "Constitution 2026, art. 5(4)"),
    # priority and emergency
  *(Row(A.GIVE_PRIORITY,                 stage,               stage,               [R.PRESIDENT],                [has_no_priority, is_a_law],                             "Constitution 2026, art. 60(2)") for stage in UNDER_CONSIDERATION),
  *(Row(A.DECLARE_EMERGENCY,             stage,               stage,               [R.GOVERNMENT],               [is_the_governments, is_no_emergency],                   "Constitution 2026, art. 60(4)") for stage in UNDER_CONSIDERATION),
  *(Row(A.LINK_TEMPORARY_ACT,            stage,               stage,               [R.GOVERNMENT],               [is_an_emergency],                                       "Constitution 2026, art. 60(4)") for stage in UNDER_CONSIDERATION),
    Row(A.OPEN_READING,                  S.ADMITTED,          S.IN_READING,        PRESIDING,                    [goes_straight_to_the_reading],                          "Constitution 2026, art. 60(4); rules profile: emergency.enters_at (unknown)"),
    # back to the committee
    Row(A.ASK_TO_SEND_BACK,              S.IN_READING,        S.IN_READING,        PRESIDING,                    [nothing_else_is_asked, may_be_sent_back],               f"Constitution 2026, art. 61(6); {SEND_BACK}"),
    Row(A.POSTPONE,                      S.IN_READING,        S.IN_COMMITTEE,      [R.KURULTAI],                 [],                                                      f"Constitution 2026, art. 61(4), 61(6); {SEND_BACK}"),
    Row(A.REPEAT_READING,                S.IN_READING,        S.AMENDING,          [R.KURULTAI],                 [],                                                      f"Constitution 2026, art. 61(4), 61(6); {SEND_BACK}"),
    # confidence
    Row(A.RAISE_CONFIDENCE,              S.SCHEDULED,         S.CONFIDENCE_PENDING, [R.PRIME_MINISTER],          [is_the_governments, was_not_adopted, confidence_is_left_this_year], "Constitution 2026, art. 60(7)"),
    Row(A.RAISE_CONFIDENCE,              S.REJECTED,          S.CONFIDENCE_PENDING, [R.PRIME_MINISTER],          [is_the_governments, was_not_adopted, confidence_is_left_this_year], "Constitution 2026, art. 60(7)"),
    Row(A.OPEN_CONFIDENCE_VOTE,          S.CONFIDENCE_PENDING, S.CONFIDENCE_PENDING, PRESIDING,                  [nothing_else_is_asked, confidence_may_be_voted_on],     "Constitution 2026, art. 60(7)"),
    Row(A.NOTE_CONFIDENCE_LOST,          S.CONFIDENCE_PENDING, S.REJECTED,         [R.KURULTAI],                 [],                                                      "Constitution 2026, art. 60(7), 69(3)"),
    Row(A.NOTE_CONFIDENCE_KEPT,          S.CONFIDENCE_PENDING, S.ADOPTED,          [R.KURULTAI],                 [],                                                      "Constitution 2026, art. 60(7)"),
    # the Constitutional Court
    Row(A.ASK_THE_COURT,                 S.SENT_TO_PRESIDENT, S.SENT_TO_PRESIDENT, [R.DEPUTY],                  [has_not_asked_the_court],                               "Constitution 2026, art. 73(1)(2)"),
    Row(A.REFER_TO_COURT,                S.SENT_TO_PRESIDENT, S.IN_CONSTITUTIONAL_REVIEW, ASKS_THE_COURT,       [enough_ask_the_court],                                  "Constitution 2026, art. 73(1)(2), 74(2)"),
    Row(A.NOTE_CONSTITUTIONAL,           S.IN_CONSTITUTIONAL_REVIEW, S.SENT_TO_PRESIDENT, [R.CLERK],            [],                                                      "Constitution 2026, art. 74(2), 75(1)"),
    Row(A.NOTE_UNCONSTITUTIONAL,         S.IN_CONSTITUTIONAL_REVIEW, S.UNCONSTITUTIONAL, [R.CLERK],             [],                                                      "Constitution 2026, art. 75(1)"),
    # the President's objections
    Row(A.RETURN_BY_PRESIDENT,           S.SENT_TO_PRESIDENT, S.RETURNED,          [R.PRESIDENT],                [],                                                      "Constitution 2026, art. 46(3)"),
    Row(A.OPEN_REPEAT_VOTE,              S.RETURNED,          S.IN_REPEAT_VOTE,    PRESIDING,                    [repeat_vote_in_time],                                   "Constitution 2026, art. 56(2)"),
    Row(A.OVERRIDE,                      S.IN_REPEAT_VOTE,    S.OVERRIDDEN,        [R.KURULTAI],                 [repeat_vote_in_time],                                   "Constitution 2026, art. 56(2)"),
    Row(A.FAIL_TO_OVERRIDE,              S.IN_REPEAT_VOTE,    S.OBJECTIONS_STAND,  [R.KURULTAI],                 [repeat_vote_in_time],                                   "Constitution 2026, art. 56(2)"),
    Row(A.ACCEPT_OBJECTIONS,             S.RETURNED,          S.OBJECTIONS_STAND,  [R.CLOCK],                    [repeat_vote_too_late],                                  "Constitution 2026, art. 56(2)"),
    Row(A.ACCEPT_OBJECTIONS,             S.IN_REPEAT_VOTE,    S.OBJECTIONS_STAND,  [R.CLOCK],                    [repeat_vote_too_late],                                  "Constitution 2026, art. 56(2)"),
    Row(A.ASK_FOR_PRESIDENTS_WORDING,    S.OBJECTIONS_STAND,  S.OBJECTIONS_STAND,  PRESIDING,                    [the_kurultai_chooses, presidents_wording_is_there, nothing_else_is_asked], "Constitution 2026, art. 56(2)"),
    Row(A.ADOPT_IN_PRESIDENTS_WORDING,   S.OBJECTIONS_STAND,  S.ADOPTED,           [R.KURULTAI, R.CLERK],        [presidents_wording_is_there, presidents_wording_follows], "Constitution 2026, art. 56(2)"),
    Row(A.NOTE_NOT_ADOPTED,              S.OBJECTIONS_STAND,  S.NOT_ADOPTED,       [R.KURULTAI, R.CLERK],        [non_adoption_follows],                                  "Constitution 2026, art. 56(2)"),
    Row(A.SIGN,                          S.OVERRIDDEN,        S.SIGNED,            [R.PRESIDENT],                [],                                                      "Constitution 2026, art. 56(2)"),
    # what time and others bring
    Row(A.DEEM_SIGNED,                   S.SENT_TO_PRESIDENT, S.SIGNED,            [R.CLOCK],                    [silence_is_a_signature],                                f"Constitution 2026, art. 46(3); {SILENCE}"),
    Row(A.PUBLISH,                       S.ADOPTED,           S.PUBLISHED,         [R.CLERK],                    [is_a_resolution],                                       "Constitution 2026, art. 5(4), 61(1); Law 480-V, art. 42(3)(2)"),
    Row(A.TAKE_EFFECT,                   S.PUBLISHED,         S.IN_EFFECT,         [R.CLOCK],                    [day_of_effect_has_come],                                "Law 480-V, art. 42(3), 42(4)"),
  *(Row(A.LAPSE,                         stage,               S.LAPSED,            [R.CLERK],                    [bills_lapse],                                           CARRY_OVER) for stage in OPEN),
    # outside the table, and loud
  *(Row(A.PROPOSE_DEPARTURE,             stage,               stage,               [R.CHAIR, R.CLERK],           ALWAYS,                                                  "Constitution 2026, art. 61(6)") for stage in (*OPEN, *ENDED)),
  *(Row(A.RECORD_DEPARTURE,              stage,               stage,               [R.CHAIR, R.CLERK],           [departure_is_proposed, another_person_confirms],        "Constitution 2026, art. 61(6)", anywhere=True) for stage in (*OPEN, *ENDED)),
  *(Row(A.WITHDRAW,                      stage,               S.WITHDRAWN,         INITIATORS,                   [acts_for_the_initiator],                                "Law 480-V, art. 29(4)") for stage in BEFORE_ADOPTION),
)
# fmt: on
