"""How the Kurultai fills the offices to which it elects, and how it recalls. Read the tables."""

from services.committees.domain.candidacy import Candidacy
from services.committees.domain.conditions.candidacies import (
    candidate_is_a_deputy,
    committee_has_no_chair,
    does_not_stand_already,
    enough_remains_for_the_opposition,
    factions_have_consulted,
    reserved_chair_goes_to_the_opposition,
)
from services.committees.domain.conditions.elections import (
    another_deputy_chair_fits,
    ballot_is_secret,
    candidate_is_fluent_in_kazakh,
    enough_were_for,
    is_candidate_or_nominator,
    kurultai_has_no_chair,
    office_is_filled,
    papers_add_up,
    secret_ballot_had_its_quorum,
    stands_for_a_term_to_come,
    too_few_were_for,
)
from services.committees.domain.conditions.recalls import (
    both_sides_took_part,
    committees_are_named,
    consultation_was_held,
    may_propose_a_recall,
    office_is_elected_and_held,
    office_was_left,
    recall_is_not_asked_already,
    resigns_in_person,
)
from services.committees.domain.consultation import Consultation
from services.committees.domain.grounds import (
    CHAIR_ELECTION,
    CONSULTATION,
    OF_DEPUTY_CHAIRS,
    OF_THE_CHAIR,
    RECALL,
)
from services.committees.domain.recall import Recall
from services.committees.domain.stages import (
    CandidacyAct,
    CandidacyStage,
    ConsultationAct,
    ConsultationStage,
    RecallAct,
    RecallStage,
)
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

FREE = (
    candidate_is_a_deputy,
    committee_has_no_chair,
    kurultai_has_no_chair,
    another_deputy_chair_fits,
)
COUNTED = (ballot_is_secret, papers_add_up, secret_ballot_had_its_quorum)
ELECTIONS = f"{OF_THE_CHAIR}, 57(3)(3); {CHAIR_ELECTION}"

# fmt: off
T, OA = ConsultationStage, ConsultationAct
CONSULTATIONS: Procedure[Consultation] = Procedure(
    #   act                       from           to             by                               not until                                                                          under
    Row(OA.HOLD,                  T.NEW,         T.HELD,        [R.CHAIR, R.REGISTRAR],          [committees_are_named, both_sides_took_part, consultation_was_held],               CONSULTATION),
)

N, NA = CandidacyStage, CandidacyAct
CANDIDACIES: Procedure[Candidacy] = Procedure(
    Row(NA.NOMINATE,              N.NEW,         N.NOMINATED,   [R.CHAIR, R.FACTION_LEADER],     [candidate_is_a_deputy, committee_has_no_chair, does_not_stand_already, stands_for_a_term_to_come, factions_have_consulted, reserved_chair_goes_to_the_opposition, enough_remains_for_the_opposition], CHAIR_ELECTION),
    Row(NA.NOMINATE_CHAIR,        N.NEW,         N.NOMINATED,   [R.PRESIDENT],                   [candidate_is_a_deputy, kurultai_has_no_chair, does_not_stand_already, stands_for_a_term_to_come, candidate_is_fluent_in_kazakh], OF_THE_CHAIR),
    Row(NA.PRESENT_DEPUTY_CHAIR,  N.NEW,         N.NOMINATED,   [R.CHAIR],                       [candidate_is_a_deputy, another_deputy_chair_fits, does_not_stand_already, stands_for_a_term_to_come],        OF_DEPUTY_CHAIRS),
    Row(NA.ELECT,                 N.NOMINATED,   N.ELECTED,     [R.KURULTAI],                    FREE,                                                                              ELECTIONS),
    Row(NA.DECLINE,               N.NOMINATED,   N.NOT_ELECTED, [R.KURULTAI],                    [],                                                                                ELECTIONS),
    Row(NA.ENTER_ELECTION,        N.NOMINATED,   N.ELECTED,     [R.REGISTRAR],                   [*COUNTED, enough_were_for, *FREE],                                                ELECTIONS),
    Row(NA.ENTER_FAILURE,         N.NOMINATED,   N.NOT_ELECTED, [R.REGISTRAR],                   [*COUNTED, too_few_were_for],                                                      ELECTIONS),
    Row(NA.WITHDRAW,              N.NOMINATED,   N.WITHDRAWN,   [R.DEPUTY, R.PRESIDENT],         [is_candidate_or_nominator],                                                       ELECTIONS),
    Row(NA.LAPSE,                 N.NOMINATED,   N.LAPSED,      [R.KURULTAI, R.REGISTRAR],       [office_is_filled],                                                                ELECTIONS),
)

X, XA = RecallStage, RecallAct
RECALLS: Procedure[Recall] = Procedure(
    Row(XA.PROPOSE,               X.NEW,         X.PROPOSED,    [R.CHAIR, R.DEPUTY_CHAIR, R.FACTION_LEADER, R.PRESIDENT], [may_propose_a_recall, office_is_elected_and_held, recall_is_not_asked_already], RECALL),
    Row(XA.RESIGN,                X.NEW,         X.PROPOSED,    [R.CHAIR],                       [resigns_in_person, office_is_elected_and_held, recall_is_not_asked_already],      "Constitution 2026, art. 57(2)"),
    Row(XA.RECALL,                X.PROPOSED,    X.RECALLED,    [R.KURULTAI],                    [office_is_elected_and_held],                                                      RECALL),
    Row(XA.KEEP,                  X.PROPOSED,    X.NOT_RECALLED,[R.KURULTAI],                    [],                                                                                RECALL),
    Row(XA.LAPSE,                 X.PROPOSED,    X.LAPSED,      [R.REGISTRAR, R.KURULTAI, R.CLOCK],[office_was_left],                                                                 RECALL),
)
# fmt: on
