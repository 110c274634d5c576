"""The questions that the plenary is asked of single amendments."""

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from services.bills.domain.amendments.citing import cited
from services.bills.domain.amendments.plenary import MOST_ITEMS, Entry
from services.bills.domain.bill import Bill
from shared.contracts.words import Bilingual, Digests, Form, Item, Matter, Question

DECISION = "maj_amendment"


def questions_on(
    bill: Bill, entries: Sequence[Entry], digests: Digests, new_id: Callable[[], UUID]
) -> list[Question]:
    """All of them in one question, or in as few as a ballot can carry.

    Args:
        bill: to which they are amendments.
        entries: in the order in which they are decided.
        digests: of the texts that they amend.
        new_id: gives each question its own.
    """
    return [
        Question(
            id=new_id(),
            matter=Matter.AMENDMENTS,
            case_id=bill.id,
            reading=bill.next_reading,
            decision=DECISION,
            title=bill.title,
            digests=digests,
            form=Form.EACH,
            items=tuple(_item(entry) for entry in some),
        )
        for some in _parts(entries)
    ]


def _parts(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for start in range(0, len(entries), MOST_ITEMS):
        yield entries[start : start + MOST_ITEMS]


def _item(entry: Entry) -> Item:
    number, place = entry.amendment.number, cited(entry.wording.address)
    return Item(
        key=entry.key,
        title=Bilingual(kk=f"№ {number} түзету: {place.kk}", ru=f"Поправка № {number}: {place.ru}"),
    )
