"""Convocations, factions, mandates and committees begin, change and end."""

from uuid import UUID

from services.committees.domain.committee import Committee
from services.committees.domain.convocation import Convocation
from services.committees.domain.faction import Faction
from services.committees.domain.mandate import EndCause, Mandate
from services.committees.domain.procedure import COMMITTEES, CONVOCATIONS, FACTIONS, MANDATES
from services.committees.domain.stages import CommitteeAct, ConvocationAct, FactionAct, MandateAct
from shared.contracts.bodies import DeputyChangedFaction
from shared.contracts.committees import (
    CommitteeFormed,
    ConvocationConstituted,
    ConvocationFormed,
    FactionChangedSides,
    FactionFormed,
    MandateBegan,
    MandateEnded,
)
from shared.kernel.occasion import Occasion


def open_convocation(convocation: Convocation, occasion: Occasion) -> None:
    """A convocation begins to form, with the seats that the rules give it on that day.

    Raises:
        NotNow: there is a convocation of that number.
        NotEntitled: only the registrar opens convocations.
    """
    CONVOCATIONS.take(convocation, ConvocationAct.OPEN, occasion)
    convocation.record(
        ConvocationFormed(
            at=occasion.at,
            convocation_id=convocation.id,
            number=convocation.number,
            seats=convocation.seats,
        )
    )


def constitute(convocation: Convocation, occasion: Occasion) -> None:
    """The Kurultai may work: its committees are formed and chaired.

    Raises:
        NotNow: a committee lacks its chair, or the opposition lacks what it is guaranteed.
        NotEntitled: this is for the Chair, or for the registrar as long as there is none.
    """
    CONVOCATIONS.take(convocation, ConvocationAct.CONSTITUTE, occasion)
    convocation.record(ConvocationConstituted(at=occasion.at, convocation_id=convocation.id))


def form_faction(faction: Faction, occasion: Occasion) -> None:
    """Enter a faction, which declares its side. Raises NotNow if its name is taken."""
    FACTIONS.take(faction, FactionAct.FORM, occasion)
    faction.record(
        FactionFormed(
            at=occasion.at,
            faction_id=faction.id,
            convocation_id=faction.convocation_id,
            name=faction.name,
            opposition=faction.opposition,
        )
    )


def change_sides(faction: Faction, occasion: Occasion, *, opposition: bool) -> None:
    """The faction joins the opposition or leaves it.

    Raises:
        NotNow: it is on that side already, another faction's leader acts, or the rules have
            the opposition designated otherwise.
    """
    faction.declares = opposition
    FACTIONS.take(faction, FactionAct.CHANGE_SIDES, occasion)
    faction.opposition = opposition
    faction.record(
        FactionChangedSides(at=occasion.at, faction_id=faction.id, opposition=opposition)
    )


def begin(mandate: Mandate, occasion: Occasion) -> None:
    """A person takes a seat. Raises NotNow if none is free, or the person has one."""
    MANDATES.take(mandate, MandateAct.BEGIN, occasion)
    mandate.record(
        MandateBegan(
            at=occasion.at,
            mandate_id=mandate.id,
            convocation_id=mandate.convocation_id,
            person_id=mandate.person_id,
            number=mandate.number,
            name=mandate.name,
            faction_id=mandate.faction_id,
            since=mandate.since,
            succeeds=mandate.succeeds,
        )
    )


def join_faction(mandate: Mandate, faction_id: UUID, ground: str, occasion: Occasion) -> None:
    """The deputy is of the faction from now on. Raises NotNow for who is of one already."""
    mandate.joins = faction_id
    MANDATES.take(mandate, MandateAct.JOIN_FACTION, occasion)
    _be_of(mandate, faction_id, ground, occasion)


def leave_faction(mandate: Mandate, ground: str, occasion: Occasion) -> None:
    """The deputy is of no faction from now on; whoever leaves the party loses the mandate too."""
    MANDATES.take(mandate, MandateAct.LEAVE_FACTION, occasion)
    _be_of(mandate, None, ground, occasion)


def _be_of(mandate: Mandate, faction_id: UUID | None, ground: str, occasion: Occasion) -> None:
    mandate.faction_id = faction_id
    mandate.record(
        DeputyChangedFaction(
            at=occasion.at,
            mandate_id=mandate.id,
            person_id=mandate.person_id,
            faction_id=faction_id,
            since=occasion.at,
            ground=ground,
        )
    )


def end(
    mandate: Mandate, ground: str, occasion: Occasion, because: EndCause = EndCause.OTHER
) -> None:
    """The mandate ends at that moment, which no longer belongs to it."""
    MANDATES.take(mandate, MandateAct.END, occasion)
    mandate.until, mandate.ended_on, mandate.ended_because = occasion.at, ground, because
    mandate.record(
        MandateEnded(
            at=occasion.at,
            mandate_id=mandate.id,
            person_id=mandate.person_id,
            until=occasion.at,
            ground=ground,
            because=because.value,
        )
    )


def form_committee(committee: Committee, occasion: Occasion) -> None:
    """Form a standing committee. Raises NotNow beyond the number that the rules allow."""
    COMMITTEES.take(committee, CommitteeAct.FORM, occasion)
    committee.record(
        CommitteeFormed(
            at=occasion.at,
            committee_id=committee.id,
            convocation_id=committee.convocation_id,
            name=committee.name,
            reserved_for_opposition=committee.reserved_for_opposition,
        )
    )
