"""Who sits, who holds which office, and what committees do. Read the tables; the rest serves them."""

from services.committees.domain.committee import Committee
from services.committees.domain.conditions.composition import (
    a_seat_is_free,
    acts_for_this_faction,
    begins_now_or_while_it_forms,
    chair_acts_if_there_is_one,
    committees_are_formed,
    every_committee_is_chaired,
    faction_is_of_the_convocation,
    is_of_a_faction,
    is_of_no_faction,
    name_is_new,
    number_is_free,
    number_is_new,
    opposition_has_its_chairs,
    opposition_has_its_secretaries,
    person_is_not_seated,
    room_for_a_committee,
    side_is_another,
    sides_are_declared,
)
from services.committees.domain.conditions.meetings import meeting_decided_if_it_must
from services.committees.domain.conditions.offices import (
    body_is_named_where_there_is_one,
    holder_is_a_deputy,
    leader_is_of_the_faction,
    mandate_has_ended,
    not_elected_by_the_kurultai,
    not_held_already,
    office_is_vacant,
    register_is_new,
    register_keeps_a_keeper,
    room_among_deputy_chairs,
    term_is_not_over,
    term_of_office_is_over,
)
from services.committees.domain.conditions.referrals import (
    acts_for_the_lead_committee,
    bill_is_admitted,
    bill_was_withdrawn,
    committee_is_chaired,
    concept_was_approved,
    not_referred_before,
    opinions_are_in_if_awaited,
)
from services.committees.domain.conditions.successions import SUCCESSION
from services.committees.domain.convocation import Convocation
from services.committees.domain.faction import Faction
from services.committees.domain.grounds import (
    CHAIR_ELECTION,
    DESIGNATION,
    FOUNDING,
    OFFICE_TERM,
    RECALL,
    REGISTER,
)
from services.committees.domain.mandate import Mandate
from services.committees.domain.office import Office
from services.committees.domain.referral import Referral
from services.committees.domain.stages import (
    CommitteeAct,
    CommitteeStage,
    ConvocationAct,
    ConvocationStage,
    FactionAct,
    FactionStage,
    MandateAct,
    MandateStage,
    OfficeAct,
    OfficeStage,
    ReferralAct,
    ReferralStage,
)
from services.committees.domain.work_rows import WORK_ROWS
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

GUARANTEES = (opposition_has_its_chairs, opposition_has_its_secretaries)
ENTRY = (
    not_elected_by_the_kurultai,
    body_is_named_where_there_is_one,
    holder_is_a_deputy,
    leader_is_of_the_faction,
    not_held_already,
    office_is_vacant,
    room_among_deputy_chairs,
    term_is_not_over,
)

# fmt: off
C, CA = ConvocationStage, ConvocationAct
CONVOCATIONS: Procedure[Convocation] = Procedure(
    #   act             from       to             by                     not until                                                                                              under
    Row(CA.OPEN,        C.NEW,     C.FORMING,     [R.REGISTRAR],         [number_is_new],                                                                                       "Constitution 2026, art. 53(1), 53(2)"),
    Row(CA.CONSTITUTE,  C.FORMING, C.CONSTITUTED, [R.CHAIR, R.REGISTRAR], [chair_acts_if_there_is_one, committees_are_formed, every_committee_is_chaired, *GUARANTEES],         "Constitution 2026, art. 56(20), 59(1)"),
)

F, FA = FactionStage, FactionAct
FACTIONS: Procedure[Faction] = Procedure(
    Row(FA.FORM,         F.NEW,    F.FORMED, [R.REGISTRAR],                   [name_is_new, begins_now_or_while_it_forms],                      REGISTER),
    Row(FA.CHANGE_SIDES, F.FORMED, F.FORMED, [R.FACTION_LEADER, R.REGISTRAR], [acts_for_this_faction, sides_are_declared, side_is_another],     DESIGNATION),
)

M, MA = MandateStage, MandateAct
MANDATES: Procedure[Mandate] = Procedure(
    Row(MA.BEGIN, M.NEW,      M.IN_FORCE, [R.REGISTRAR], [a_seat_is_free, number_is_free, person_is_not_seated, faction_is_of_the_convocation, begins_now_or_while_it_forms, *SUCCESSION], "Constitution 2026, art. 53(1)"),
    Row(MA.JOIN_FACTION,  M.IN_FORCE, M.IN_FORCE, [R.REGISTRAR], [is_of_no_faction, faction_is_of_the_convocation],                             REGISTER),
    Row(MA.LEAVE_FACTION, M.IN_FORCE, M.IN_FORCE, [R.REGISTRAR], [is_of_a_faction],                                                             f"Constitution 2026, art. 55(4) (who leaves the party loses the mandate); {REGISTER}"),
    Row(MA.END,   M.IN_FORCE, M.ENDED,    [R.REGISTRAR], [],                                                                                   "Constitution 2026, art. 55(4), 55(5)"),
)

P, PA = OfficeStage, OfficeAct
OFFICES: Procedure[Office] = Procedure(
    Row(PA.FOUND, P.NEW,  P.HELD, [R.REGISTRAR], [register_is_new],                      FOUNDING),
    Row(PA.TAKE,  P.NEW,  P.HELD, [R.REGISTRAR], ENTRY,                                  f"Constitution 2026, art. 57(1), 57(3)(3); {REGISTER}"),
    Row(PA.ELECT, P.NEW,  P.HELD, [R.KURULTAI],  [holder_is_a_deputy, office_is_vacant], CHAIR_ELECTION),
    Row(PA.END,   P.HELD, P.LEFT, [R.REGISTRAR], [register_keeps_a_keeper],              REGISTER),
    Row(PA.EXPIRE, P.HELD, P.LEFT, [R.CLOCK],    [term_of_office_is_over],               OFFICE_TERM),
    Row(PA.RECALL, P.HELD, P.LEFT, [R.KURULTAI], [],                                     RECALL),
    Row(PA.LAPSE, P.HELD, P.LEFT, [R.REGISTRAR], [mandate_has_ended],                    "Constitution 2026, art. 55(4), 57(1), 59(1)"),
)

K, KA = CommitteeStage, CommitteeAct
COMMITTEES: Procedure[Committee] = Procedure(
    Row(KA.FORM, K.NEW, K.FORMED, [R.CHAIR, R.REGISTRAR], [room_for_a_committee, name_is_new], "Constitution 2026, art. 56(20), 59(1)"),
)

W, WA = ReferralStage, ReferralAct
REFERRALS: Procedure[Referral] = Procedure(
    Row(WA.REFER,           W.NEW,       W.IN_WORK,   [R.CHAIR],           [bill_is_admitted, committee_is_chaired, not_referred_before], "Constitution 2026, art. 57(3)(5)"),
    Row(WA.CONCLUDE,        W.IN_WORK,   W.CONCLUDED, [R.COMMITTEE_CHAIR], [acts_for_the_lead_committee, opinions_are_in_if_awaited, meeting_decided_if_it_must],"Constitution 2026, art. 59(2), 61(6)"),
    Row(WA.RESUME,          W.CONCLUDED, W.IN_WORK,   [R.KURULTAI],        [concept_was_approved],                                        "Constitution 2026, art. 61(6); rules profile: readings.purpose (proposed)"),
    Row(WA.TAKE_UP,         W.CONCLUDED, W.IN_WORK,   [R.KURULTAI],        [],                                                            "Constitution 2026, art. 61(4), 61(6)"),
    Row(WA.END,             W.IN_WORK,   W.ENDED,     [R.KURULTAI],        [],                                                            "Constitution 2026, art. 60(5), 61(4)"),
    Row(WA.END,             W.CONCLUDED, W.ENDED,     [R.KURULTAI],        [],                                                            "Constitution 2026, art. 60(5), 61(4)"),
    Row(WA.NOTE_WITHDRAWAL, W.IN_WORK,   W.ENDED,     [R.CLERK],           [bill_was_withdrawn],                                          "Law 480-V, art. 29(4)"),
    Row(WA.NOTE_WITHDRAWAL, W.CONCLUDED, W.ENDED,     [R.CLERK],           [bill_was_withdrawn],                                          "Law 480-V, art. 29(4)"),
    *WORK_ROWS,
)
# fmt: on
