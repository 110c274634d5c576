"""The table of amendments: what each asks for, beside the wording of the bill."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from services.bills.api.amendments import wording
from services.bills.api.amendments.wording import both, change_said, decision_said, side
from services.bills.domain.amendments.amendment import Amendment
from services.bills.domain.amendments.citing import cited
from services.bills.domain.amendments.stages import AmendmentStage
from services.bills.domain.bill import Bill
from services.bills.domain.structure import Acts
from services.bills.store.amendments.amendings import Amendings
from services.bills.store.amendments.amendments import Amendments
from services.bills.store.amendments.trees import acts_in
from services.bills.store.people import names_of
from shared.contracts.words import Bilingual
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from shared.texts.fragments import written_fragment
from shared.texts.tree import Act
from shared.web.shapes import Shown


class RowShown(Shown):
    """A row of the table in one language."""

    number: int
    stage: AmendmentStage
    address: str
    element: str
    bill_wording: str
    amendment: str
    author: str
    reasons: str
    decision: str

    @property
    def cells(self) -> tuple[str, ...]:
        """As they stand in the columns."""
        return (
            str(self.number),
            self.element,
            self.bill_wording,
            self.amendment,
            self.author,
            self.reasons,
            self.decision,
        )


class TableShown(Shown):
    """The table of amendments to a bill, in both languages: the same rows in the same order."""

    bill_id: UUID
    bill_number: str | None
    title: Bilingual
    text_version: int
    kk: tuple[RowShown, ...]
    ru: tuple[RowShown, ...]

    def rows(self, language: Language) -> tuple[RowShown, ...]:
        return self.ru if language is Language.RU else self.kk


async def table_of(work: UnitOfWork, bill: Bill) -> TableShown:
    """In the order of the text, then of the numbers; those withdrawn are told as such."""
    newest = await Amendings(work).newest(bill.id)
    version = newest.text_version if newest else bill.text_version
    found = await Amendments(work).at(bill.id, list(AmendmentStage))
    acts = await acts_in(work, bill.id, version) if found else None
    names = await names_of(work, _people(found))
    sides = {
        language.value: _rows(found, acts, names, language)
        for language in (Language.KK, Language.RU)
    }
    return TableShown(
        bill_id=bill.id, bill_number=bill.number, title=bill.title, text_version=version, **sides
    )


def _people(found: Sequence[Amendment]) -> set[UUID]:
    authors = {each.author_id for each in found if each.author_id}
    return authors | {person for each in found for person in each.co_authors}


def _rows(
    found: Sequence[Amendment],
    acts: Acts | None,
    names: Mapping[UUID, Bilingual],
    language: Language,
) -> tuple[RowShown, ...]:
    if acts is None:
        return ()
    act = acts.ru if language is Language.RU else acts.kk
    wordings = _wordings(act, {each.address for each in found}, language)
    places = {address: place for place, (address, _) in enumerate(act.addressed())}
    order = sorted(found, key=lambda each: (places.get(each.address, -1), each.number))
    return tuple(_row(each, wordings, names, language) for each in order)


def _wordings(act: Act, addresses: set[str], language: Language) -> dict[str, str]:
    """Each element is written once, however many amendments there are to it."""
    return {
        address: written_fragment([element], language)
        for address, element in act.addressed()
        if address in addresses
    }


def _row(
    amendment: Amendment,
    wordings: Mapping[str, str],
    names: Mapping[UUID, Bilingual],
    language: Language,
) -> RowShown:
    return RowShown(
        number=amendment.number,
        stage=amendment.stage,
        address=amendment.address,
        element=both(cited(amendment.address), language),
        bill_wording=wordings.get(amendment.address, ""),
        amendment=change_said(side(amendment.proposed, language), language),
        author=_authors(amendment, names, language),
        reasons=both(amendment.reasons, language),
        decision=decision_said(amendment, language),
    )


def _authors(amendment: Amendment, names: Mapping[UUID, Bilingual], language: Language) -> str:
    people = (amendment.author_id, *amendment.co_authors)
    known = (names.get(person) if person else None for person in people)
    lines = [both(n, language) if n else wording.UNKNOWN.on(language) for n in known]
    idea = amendment.provenance
    if idea.ministry and idea.document:
        named = both(idea.ministry, language)
        said = wording.FROM_A_MINISTRY.filled(ministry=named, document=idea.document)
        lines.append(said.on(language))
    return "\n".join(lines)
