"""The hearings service, assembled."""

from services import hearings as this
from services.hearings.actions.watch_petitions import watch_petitions
from services.hearings.actions.watch_recommendations import watch_recommendations
from services.hearings.api import (
    agendas,
    following_up,
    government,
    government_floor,
    hearings,
    inviting,
    live,
    minuting,
    officials,
    petitions,
    preparing,
    recommending,
    speaking,
    submitting,
    whole,
)
from services.hearings.api.equipment import equip
from services.hearings.consumers import consumers
from services.hearings.domain.government_procedure import HOUR_QUESTIONS, HOURS
from services.hearings.domain.inviting import INVITATIONS
from services.hearings.domain.minuting import ENTRIES
from services.hearings.domain.oversight.officials import OFFICIALS
from services.hearings.domain.petitions_procedure import PETITIONS
from services.hearings.domain.presence import PRESENCES
from services.hearings.domain.procedure import PROCEDURE
from services.hearings.domain.recommendations.procedure import RECOMMENDATIONS, WORDINGS
from services.hearings.domain.seating import SEATS
from services.hearings.domain.speaking import SPEECHES
from services.hearings.domain.submitting import SUBMISSIONS
from services.hearings.domain.transcribing import SEGMENTS
from services.hearings.store.tables import kept, metadata, register
from shared.agenda.procedure import AGENDAS
from shared.contracts import official_hearings, oversight
from shared.contracts import petitions as of_petitions
from shared.contracts.agendas import OF_HEARINGS
from shared.contracts.hearings import TELLS
from shared.service import Service

SERVICE = Service(
    name="hearings",
    description=this.__doc__ or "",
    routers=(
        preparing.router,
        agendas.of_hearings,
        agendas.router,
        hearings.router,
        recommending.router,
        following_up.router,
        inviting.router,
        submitting.router,
        speaking.router,
        minuting.router,
        live.router,
        whole.router,
        government.router,
        government_floor.router,
        petitions.router,
        officials.router,
    ),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={
        "hearing": PROCEDURE,
        "presence": PRESENCES,
        "recommendation": RECOMMENDATIONS,
        "rewording": WORDINGS,
        "invitation": INVITATIONS,
        "seat": SEATS,
        "submission": SUBMISSIONS,
        "speech": SPEECHES,
        "entry": ENTRIES,
        "segment": SEGMENTS,
        "hearingagenda": AGENDAS,
        "governmenthour": HOURS,
        "hourquestion": HOUR_QUESTIONS,
        "petition": PETITIONS,
        "officialhearing": OFFICIALS,
    },
    tells=(*TELLS, *OF_HEARINGS, *oversight.TELLS, *of_petitions.TELLS, *official_hearings.TELLS),
    equip=equip,
    chores=(watch_recommendations, watch_petitions),
)
