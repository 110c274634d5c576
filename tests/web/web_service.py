"""A service as small as one can be: petitions are lodged, amended and filed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter, Request, Response
from pydantic import AwareDatetime, Field
from sqlalchemy.orm import registry

from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate
from shared.kernel.errors import NotFound
from shared.kernel.event import Fact
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition
from shared.kernel.text import Text
from shared.store.acts import acts_on
from shared.store.cases import Cases
from shared.store.columns import Shaped, case_columns
from shared.store.ids import new_id
from shared.store.kept import kept_tables
from shared.store.naming import NAMING
from shared.store.register import register_tables
from shared.web.dependencies import Here, MustMatch, Tongue, Visitor, Who, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, Given, OptionShown, Shown, acts_shown, options_shown


class Stage(StrEnum):
    LODGED = "lodged"
    FILED = "filed"


class Act(StrEnum):
    FILE = "file"


class PetitionChanged(Fact):
    type: ClassVar[str] = "samples.petition_changed.v1"
    about: ClassVar[str] = "petition"

    petition_id: UUID
    stage: str


@dataclass(eq=False)
class Petition(Aggregate):
    id: UUID
    title: Bilingual
    number: int
    stage: Stage = Stage.LODGED
    version: int = 0

    def tell(self, occasion: Occasion) -> None:
        self.record(PetitionChanged(at=occasion.at, petition_id=self.id, stage=self.stage))


@condition(
    en="the petition has a number",
    ru="у петиции есть номер",
    kk="петицияның нөмірі бар",
    provision="Example Rules, art. 3",
)
def has_a_number(petition: Petition, _: Occasion) -> bool:
    return petition.number > 0


PROCEDURE: Procedure[Petition] = Procedure(
    Row(Act.FILE, Stage.LODGED, Stage.FILED, [Role.CLERK], [has_a_number], "Example Rules, art. 4"),
)

METADATA = sa.MetaData(naming_convention=NAMING)
KEPT = kept_tables(METADATA)
REGISTER = register_tables(METADATA)
PETITIONS = sa.Table(
    "petitions",
    METADATA,
    *case_columns(Stage),
    sa.Column("title", Shaped(Bilingual), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
)
# Broken promises are noticed at COMMIT, and not before.
PROMISES = sa.Table(
    "promises",
    METADATA,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column(
        "petition_id",
        sa.ForeignKey("petitions.id", deferrable=True, initially="DEFERRED"),
        nullable=False,
    ),
)
LABELS = sa.Table("labels", METADATA, sa.Column("label", sa.Text, primary_key=True))
registry(metadata=METADATA).map_imperatively(
    Petition, PETITIONS, version_id_col=PETITIONS.c.version, version_id_generator=False
)


class PetitionNotFound(NotFound):
    code = "petition-not-found"


class Petitions(Cases[Petition]):
    kind = Petition
    missing = PetitionNotFound
    no_such = Text(
        kk="{id} петициясы жоқ.", ru="Петиции {id} нет.", en="There is no petition {id}."
    )


class Lodging(Given):
    title: Bilingual
    number: int = Field(default=1, ge=0, le=10**12)
    urgent: bool = False
    due: date | None = None
    at: AwareDatetime | None = None
    act: Act | None = None
    more: dict[str, Any] = Field(default_factory=dict)
    tags: list[str] = Field(default_factory=list, max_length=3)


class Amending(Given):
    title: Bilingual


class PetitionShown(Shown):
    id: UUID
    stage: Stage
    version: int
    number: int
    title: Bilingual


router = APIRouter(route_class=KurultaiRoute)


@router.post("/petitions", status_code=201, response_model=PetitionShown)
async def lodge(lodging: Lodging, work: Work, here: Here) -> Petition:
    petition = Petition(new_id(), lodging.title, lodging.number)
    petition.tell(here)
    return Petitions(work).add(petition)


@router.get("/petitions", response_model=list[PetitionShown])
async def all_petitions(work: Work, _: Visitor, page: Page, *, newest: bool = False) -> list[Any]:
    return await page.scalars(
        work.session,
        sa.select(Petition),
        key=PETITIONS.c.number,
        id_=PETITIONS.c.id,
        newest_first=newest,
    )


@router.get("/petitions/{petition_id}", response_model=PetitionShown)
async def show(petition_id: UUID, work: Work, _: Visitor) -> Petition:
    return await Petitions(work).get(petition_id)


@router.patch("/petitions/{petition_id}", response_model=PetitionShown, dependencies=[MustMatch])
async def amend(petition_id: UUID, amending: Amending, work: Work, here: Here) -> Petition:
    petition = await Petitions(work).get(petition_id)
    petition.title = amending.title
    petition.tell(here)
    return petition


@router.post("/petitions/{petition_id}/filing", response_model=PetitionShown)
async def file(petition_id: UUID, work: Work, here: Here) -> Petition:
    petition = await Petitions(work).get(petition_id)
    PROCEDURE.take(petition, Act.FILE, here)
    petition.tell(here)
    return petition


@router.get("/petitions/{petition_id}/options")
async def options(
    petition_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    petition = await Petitions(work).get(petition_id)
    return options_shown(PROCEDURE.options(petition, visitor), tongue)


@router.get("/petitions/{petition_id}/acts")
async def acts(petition_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    return acts_shown(await acts_on(work, "petition", petition_id), tongue)


@router.post("/petitions/{petition_id}/promises", status_code=201)
async def promise(petition_id: UUID, work: Work, _: Here) -> dict[str, str]:
    """Looks as if all were well; the transaction fails when it is committed."""
    row = {"id": new_id(), "petition_id": petition_id}
    await work.session.execute(sa.insert(PROMISES).values(row))
    return {"id": str(row["id"])}


@router.post("/petitions/{petition_id}/notes")
async def note(petition_id: UUID, work: Work, _: Here) -> dict[str, str]:
    """An act that forgets to load the case in its path."""
    await work.session.execute(sa.insert(LABELS).values(label=str(petition_id)))
    return {"noted": str(petition_id)}


@router.get("/labels/{label}")
async def labels(label: str, work: Work) -> int:
    query = sa.select(sa.func.count()).where(LABELS.c.label == label)
    return await work.session.scalar(query) or 0


@router.post("/labels/{label}")
async def add_label(label: str, work: Work) -> str:
    await work.session.execute(sa.insert(LABELS).values(label=label))
    return label


@router.get("/broken/{iin}")
async def broken(iin: str, _: Work) -> None:
    message = f"nothing works for {iin}"
    raise RuntimeError(message)


@router.get("/documents/{petition_id}")
async def document(petition_id: UUID, _: Work) -> Response:
    return Response(f"%PDF {petition_id}", media_type="application/pdf")


@router.get("/misshapen/{name}", response_model=PetitionShown)
async def misshapen(name: str, _: Work) -> dict[str, str]:
    return {"title": name}


@router.get("/me")
async def me(who: Who) -> dict[str, str | None]:
    return {"person_id": str(who.person_id), "assurance": who.assurance}


@router.get("/live/{topic}")
async def live(topic: str, request: Request) -> Response:
    return request.app.state.hub.stream(topic, request.headers.get("last-event-id"))
