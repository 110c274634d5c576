"""A chamber formed through the public API: people, mandates, factions and the first offices."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kurultai import invented
from kurultai.client import COMMITTEES, IDENTITY, PATIENCE_S, VOTING, Client, Person, Refused

REGISTRAR, CLERK, PRESIDENT, PRIME_MINISTER, GOVERNMENT = range(5)
FIRST_DEPUTY = 1000
"""Deputies are the invented people from this number on."""


@dataclass(slots=True)
class Faction:
    """A faction to be formed; `id` is given by the register."""

    name: dict[str, str]
    opposition: bool = False
    id: str = ""


@dataclass(slots=True, eq=False)
class Deputy:
    """A deputy with a number in the chamber, and a faction or none."""

    number: int
    person: Person
    faction: Faction | None
    name: dict[str, str]
    mandate_id: str = ""


@dataclass(slots=True)
class Chamber:
    """Who is who, once the chamber has formed."""

    convocation_id: str
    registrar: Person
    clerk: Person
    deputies: list[Deputy]
    factions: list[Faction] = field(default_factory=list)

    @property
    def chair(self) -> Person:
        """The Chair of the Kurultai: deputy number one, until the chamber decides otherwise."""
        return self.deputies[0].person


def founder() -> Person:
    """The one who opens the register of a chamber that has none yet."""
    return invented.person(REGISTRAR, "registrar")


def clerk() -> Person:
    """The Apparatus of a chamber that was formed here."""
    return invented.person(CLERK, "clerk")


def deputy(number: int, faction: Faction | None, name: dict[str, str] | None = None) -> Deputy:
    """An invented deputy, called by the name given or else by the number."""
    person = invented.person(FIRST_DEPUTY + number, f"Deputy No. {number}")
    numbered = {"kk": f"№ {number} депутат", "ru": f"Депутат № {number}"}
    return Deputy(number, person, faction, name or numbered)


async def form(
    client: Client, factions: Sequence[Faction], deputies: Sequence[Deputy], convocation: int = 1
) -> Chamber:
    """Form a chamber: its people, its factions, a mandate for each deputy, a clerk and a Chair."""
    registrar = founder()
    await _wait_for_the_register(client, registrar)
    clerk = await enrol(client, registrar, CLERK, {"kk": "Аппарат", "ru": "Аппарат"}, "clerk")
    formed = await client.post(f"{COMMITTEES}/convocations", {"number": convocation}, by=registrar)
    chamber = Chamber(formed["id"], registrar, clerk, list(deputies), list(factions))
    await asyncio.gather(*(_form_faction(client, chamber, f) for f in factions))
    await asyncio.gather(*(seat(client, chamber, d) for d in deputies))
    await take_office(client, registrar, clerk, "clerk")
    await take_office(client, registrar, chamber.chair, "chair", ground=SECRET_BALLOT)
    await wait_for_mandates(client, len(deputies))
    return chamber


SECRET_BALLOT = "Protocol of the secret ballot on paper (Constitution 2026, art. 57(1))"  # noqa: S105 a ballot, not a password
REGISTER_ACT = "Act of the register"


async def enrol(
    client: Client, registrar: Person, number: int, name: dict[str, str], label: str
) -> Person:
    """Register an invented person with the identity service."""
    person = invented.person(number, label)
    await register(client, registrar, person, name)
    return person


async def register(client: Client, registrar: Person, person: Person, name: dict[str, str]) -> None:
    told = await client.post(f"{IDENTITY}/persons", {"iin": person.iin, "name": name}, by=registrar)
    person.id = told["id"]


async def take_office(
    client: Client, registrar: Person, person: Person, role: str, **more: str
) -> Any:
    """Enter an office in the register; `more` may be its `body_id` and its `ground`."""
    office = {"person_id": person.id, "role": role, "ground": REGISTER_ACT} | more
    return await client.post(f"{COMMITTEES}/offices", office, by=registrar)


async def _form_faction(client: Client, chamber: Chamber, faction: Faction) -> None:
    told = await client.post(
        f"{COMMITTEES}/factions",
        {
            "convocation_id": chamber.convocation_id,
            "name": faction.name,
            "opposition": faction.opposition,
        },
        by=chamber.registrar,
    )
    faction.id = told["id"]


async def seat(client: Client, chamber: Chamber, deputy: Deputy) -> None:
    """Give the deputy a mandate; a person seated for the first time is registered first."""
    if not deputy.person.id:
        await register(client, chamber.registrar, deputy.person, deputy.name)
    mandate = {
        "convocation_id": chamber.convocation_id,
        "person_id": deputy.person.id,
        "number": deputy.number,
        "name": deputy.name,
        "faction_id": deputy.faction.id if deputy.faction else None,
    }
    told = await client.post(f"{COMMITTEES}/mandates", mandate, by=chamber.registrar)
    deputy.mandate_id = told["id"]


async def unseat(client: Client, chamber: Chamber, deputy: Deputy, ground: str) -> None:
    """End the deputy's mandate."""
    path = f"{COMMITTEES}/mandates/{deputy.mandate_id}/ending"
    await client.post(path, {"ground": ground}, by=chamber.registrar)
    deputy.mandate_id = ""


async def _wait_for_the_register(client: Client, registrar: Person) -> None:
    """The founder's office travels as a fact: ask until both services have heard of it."""

    async def known() -> bool | None:
        try:
            me = await client.get(f"{IDENTITY}/me", by=registrar)
        except Refused:
            return None
        held = [standing["role"] for standing in me["standings"]]
        return True if "registrar" in held else None

    await client.until(known, "the founder holds the register")


SECONDS_A_MANDATE = 0.2


async def wait_for_mandates(client: Client, number: int) -> None:
    """Mandates travel as facts: ask until voting counts this many in force."""

    async def complete() -> bool | None:
        composition = await client.get(f"{VOTING}/composition")
        return True if composition["mandates"] == number else None

    patience = SECONDS_A_MANDATE * number + PATIENCE_S
    await client.until(complete, f"{number} mandates in force", patience)
