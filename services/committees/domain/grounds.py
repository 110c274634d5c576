"""Provisions that several rows and conditions name; what the law leaves open says so."""

REGISTER = "rules of the service: the register of composition (docs/decisions/0006)"
FOUNDING = "rules of the service: the founding (docs/decisions/0006)"
CHAIR_ELECTION = (
    "rules profile: committee_chair_election "
    "(last known: Law on committees and commissions, art. 7, as reported)"
)
CHAIRS_MIN = (
    "rules profile: opposition.chairs_min "
    "(last known: Law on committees and commissions, art. 7, as reported)"
)
SECRETARIES_MIN = "rules profile: opposition.secretaries_min (last known: Kazinform, 21.10.2020)"
ONLY_FROM_OPPOSITION = (
    "rules profile: opposition.chair_candidates_only_from_opposition "
    "(last known: bill on the status of deputies, as reported)"
)
CONSULTATION = (
    "rules profile: committees.factions_consult_first "
    "(last known: Law on committees and commissions, as reported)"
)
RECALL = "Constitution 2026, art. 57(2); rules profile: committee_chair_recall (unknown)"
OFFICE_TERM = "rules profile: offices.term (unknown)"
RECALL_BY = "rules profile: recall.proposed_by (unknown)"
OF_THE_CHAIR = "Constitution 2026, art. 57(1)"
OF_DEPUTY_CHAIRS = "Constitution 2026, art. 57(3)(3)"
DESIGNATION = "rules profile: opposition.designation (unknown)"
COMMITTEES_MAX = "Constitution 2026, art. 59(1); rules profile: committees.max (proposed)"
DEPUTY_CHAIRS = "Constitution 2026, art. 57(3)(3); rules profile: deputy_chairs (proposed)"
SUCCESSOR = "rules profile: mandates.successor (unknown)"
REQUESTS = "rules profile: deputy_request_answer (recalled: Constitutional Law 2529, art. 27)"
REQUESTS_READ_OUT = "rules profile: deputy_requests.sent_after_reading_out (unknown)"
REQUESTS_PUBLIC = "rules profile: deputy_requests.may_be_withheld (unknown)"
CO_COMMITTEES = (
    "rules profile: committees.lead_named_by (last known: commentary to the Regulations of the "
    "Mäjilis)"
)
CONCLUSION_DAY = (
    "rules profile: committees.conclusion_day_fixed_by "
    "(last known: practice of the Mäjilis, as reported)"
)
RAPPORTEUR = "rules profile: committees.rapporteur_is_a_member (unknown)"
WORKING_GROUPS = "Constitution 2026, art. 56(20)"
DISSENT = "rules profile: dissenting_opinion (unknown)"
AWAITED_OPINIONS = "rules profile: committees.conclusion_awaits_opinions (unknown)"
CONCLUSION_REQUESTS = "rules profile: conclusion_request_answer (unknown)"
DECISIONS = "rules profile: committees.conclusion_needs_a_decision (unknown)"
