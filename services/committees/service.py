"""The committees service, assembled."""

from functools import partial

from services import committees as this
from services.committees.actions.watch_breaches import watch_breaches
from services.committees.actions.watch_offices import watch_offices
from services.committees.actions.watch_requests import watch_requests
from services.committees.api import (
    bill_work,
    bodies,
    candidacies,
    committees,
    composition,
    conclusion_requests,
    convocations,
    factions,
    guarantees,
    instants,
    intake,
    mandates,
    meetings,
    offices,
    party_lists,
    personal,
    popolo,
    recalls,
    referrals,
    requests,
    requests_serving,
    sessions,
    vacancies,
    workload,
)
from services.committees.consumers import consumers
from services.committees.domain.breaches_procedure import BREACHES
from services.committees.domain.conclusion_requests_procedure import CONCLUSIONS_ASKED
from services.committees.domain.elections_procedure import CANDIDACIES, CONSULTATIONS, RECALLS
from services.committees.domain.lists_procedure import PARTY_LISTS
from services.committees.domain.procedure import (
    COMMITTEES,
    CONVOCATIONS,
    FACTIONS,
    MANDATES,
    OFFICES,
    REFERRALS,
)
from services.committees.domain.register_procedure import BODIES, MEMBERSHIPS, SESSIONS
from services.committees.domain.requests_procedure import DEPUTY_REQUESTS
from services.committees.store import tables
from shared.contracts import elections, lists
from shared.contracts import guarantees as of_guarantees
from shared.contracts.committees import TELLS
from shared.service import Service
from shared.store.register import standings_in

SERVICE = Service(
    name="committees",
    description=this.__doc__ or "",
    routers=(
        composition.router,
        personal.router,
        popolo.router,
        guarantees.router,
        convocations.router,
        intake.router,
        factions.router,
        mandates.router,
        offices.router,
        party_lists.router,
        vacancies.router,
        committees.router,
        candidacies.router,
        recalls.router,
        referrals.router,
        bodies.router,
        sessions.router,
        instants.router,
        requests.router,
        bill_work.router,
        conclusion_requests.router,
        workload.router,
        meetings.router,
        requests_serving.router,
    ),
    consumers=consumers,
    metadata=tables.metadata,
    kept=tables.kept,
    # No copy of the register: what the others copy is kept here.
    standings=partial(standings_in, tables.offices, tables.mandates),
    procedures={
        "convocation": CONVOCATIONS,
        "faction": FACTIONS,
        "mandate": MANDATES,
        "office": OFFICES,
        "committee": COMMITTEES,
        "candidacy": CANDIDACIES,
        "partylist": PARTY_LISTS,
        "consultation": CONSULTATIONS,
        "recall": RECALLS,
        "referral": REFERRALS,
        "body": BODIES,
        "membership": MEMBERSHIPS,
        "session": SESSIONS,
        "breach": BREACHES,
        "deputyrequest": DEPUTY_REQUESTS,
        "conclusionrequest": CONCLUSIONS_ASKED,
    },
    tells=(*TELLS, *elections.TELLS, *lists.TELLS, *of_guarantees.TELLS),
    chores=(watch_breaches, watch_offices, watch_requests),
)
