"""What deputies do with their requests."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.acts import requests as acts
from services.committees.domain.in_person import the_person
from services.committees.domain.request import DeputyRequest, Wording
from services.committees.store.requests import DeputyRequests, next_number
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

type OwnAct = Callable[[DeputyRequest, Occasion], None]


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of whom; `withheld` says why it is not public, if it is not."""

    addressee: Bilingual
    subject: Bilingual
    text: Wording
    to_be_read_out: bool
    withheld: Bilingual | None


async def submit_request(work: UnitOfWork, occasion: Occasion, asking: Asking) -> DeputyRequest:
    request = DeputyRequest(
        id=new_id(),
        number=await next_number(work, occasion.day.year),
        authors=the_person(occasion),
        addressee=asking.addressee,
        subject=asking.subject,
        text=asking.text,
        to_be_read_out=asking.to_be_read_out,
        submitted_at=occasion.at,
        withheld=asking.withheld,
    )
    acts.submit(request, occasion)
    return DeputyRequests(work).add(request)


async def take_own_act(
    work: UnitOfWork, occasion: Occasion, act: OwnAct, *, request_id: UUID
) -> DeputyRequest:
    """An author, or who becomes one, acts: joins, leaves, closes, withdraws.

    Many join at once where a request is put at a sitting, and each of them does.
    """
    request = await DeputyRequests(work).held(request_id)
    act(request, occasion)
    return request


async def repeat_request(
    work: UnitOfWork, occasion: Occasion, *, request_id: UUID, objection: Bilingual
) -> DeputyRequest:
    request = await DeputyRequests(work).get(request_id)
    acts.repeat(request, objection, occasion)
    return request
