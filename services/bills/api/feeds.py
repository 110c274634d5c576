"""/bills.atom and /bills/{id}.atom: what was done last, for any feed reader."""

from typing import Annotated, Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from fastapi import APIRouter, Query, Request, Response

from services.bills.api.shown import BILLS
from services.bills.domain.heard import said
from services.bills.domain.names import STAGE_NAMES
from services.bills.store.bills import Bills
from services.bills.store.feeds import ActOnBill, newest_acts
from services.bills.store.views import act_name
from shared.contracts.words import Bilingual
from shared.kernel.actor import ROLE_NAMES
from shared.kernel.text import Language, Text
from shared.store.unit_of_work import UnitOfWork
from shared.web.atom import MEDIA_TYPE, Entry, Feed, answer
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

PAGE, MOST, LAST = 50, 200, 2**63 - 1
ALL = Bilingual(kk="Құрылтайдағы заң жобалары", ru="Законопроекты в Курултае")
KURULTAI = Text(kk="Құрылтай", ru="Курултай", en="Kurultai")
DONE = Text(
    kk="{title}. Сатысы: {stage}. Негізі: {provision}.",
    ru="{title}. Стадия: {stage}. Основание: {provision}.",
    en="{title}. Stage: {stage}. Under {provision}.",
)

type Tongue = Annotated[
    Literal[Language.KK, Language.RU], Query(description="In which language to tell.")
]
type Before = Annotated[
    int | None, Query(ge=1, le=LAST, description="From the link `next` of a page.")
]
type Most = Annotated[int, Query(ge=1, le=MOST)]
ATOM: dict[int | str, dict[str, Any]] = {200: {"content": {MEDIA_TYPE: {}}}}

router = APIRouter(prefix="/bills", tags=["feeds"], route_class=KurultaiRoute)


@router.get(".atom", response_class=Response, responses=ATOM)
async def feed_of_all(
    request: Request,
    work: Work,
    language: Tongue = Language.KK,
    before: Before = None,
    limit: Most = PAGE,
) -> Response:
    """The newest acts on all bills, as Atom."""
    return answer(request, await _feed(work, None, ALL, language, (before, limit)))


@router.get("/{bill_id}.atom", response_class=Response, responses=ATOM)
async def feed_of_one(  # noqa: PLR0913, PLR0917 each is a parameter of the query
    bill_id: UUID,
    request: Request,
    work: Work,
    language: Tongue = Language.KK,
    before: Before = None,
    limit: Most = PAGE,
) -> Response:
    """The newest acts on one bill, as Atom."""
    bill = await Bills(work).get(bill_id)
    return answer(request, await _feed(work, bill.id, bill.title, language, (before, limit)))


async def _feed(
    work: UnitOfWork,
    bill_id: UUID | None,
    title: Bilingual,
    language: Language,
    page: tuple[int | None, int],
) -> Feed:
    before, limit = page
    acts = await newest_acts(work, bill_id=bill_id, before=before, limit=limit + 1)
    place = f"{BILLS}/{bill_id}" if bill_id else BILLS
    address = f"{place}.atom?language={language}&limit={limit}"
    links = {"self": f"{address}&before={before}" if before else address}
    if before:
        links["first"] = address
    if len(acts) > limit:
        links["next"] = f"{address}&before={acts[limit - 1].place}"
    return Feed(
        id=uuid5(NAMESPACE_URL, f"{place}.atom?language={language}"),
        title=said(title).on(language),
        author=KURULTAI.on(language),
        language=language,
        entries=[_entry(act, language) for act in acts[:limit]],
        links=links | {"alternate": place},
    )


def _entry(act: ActOnBill, language: Language) -> Entry:
    """The id is made of the bill's and of the act's place on the record: both never change."""
    name, title = act_name(act.act).on(language), said(act.title).on(language)
    role = ROLE_NAMES[act.role].on(language)
    stage = STAGE_NAMES[act.target]
    summary = DONE.filled(title=said(act.title), stage=stage, provision=act.provision)
    return Entry(
        id=uuid5(act.bill_id, f"act/{act.place}"),
        title=f"{name}: {title} ({act.number})" if act.number else f"{name}: {title}",
        updated=act.at,
        href=f"{BILLS}/{act.bill_id}",
        summary=summary.on(language),
        category=act.act,
        label=name,
        author=f"{role}: {said(act.name).on(language)}" if act.name else role,
    )
