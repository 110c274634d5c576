"""Amendments that exclude each other, shown before the committee decides."""

from collections import defaultdict

from services.bills.api.amendments.shown import ConflictShown
from services.bills.domain.amendments.amendment import Amendment
from services.bills.domain.amendments.citing import cited
from services.bills.domain.amendments.stages import IN_THE_TABLE_TEXT, UNDECIDED
from services.bills.domain.bill import Bill
from services.bills.store.amendments.amendings import Amendings
from services.bills.store.amendments.amendments import Amendments
from services.bills.store.amendments.trees import acts_in
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from shared.texts.conflicting import Conflict, conflicts

LIVE = (*UNDECIDED, *IN_THE_TABLE_TEXT)
"""Those that may still go into the text, or are in it."""


async def conflicts_among(work: UnitOfWork, bill: Bill) -> list[ConflictShown]:
    """In the order of the text; alike in both languages is told once."""
    newest = await Amendings(work).newest(bill.id)
    found = await Amendments(work).at(bill.id, LIVE)
    if newest is None or not found:
        return []
    acts = await acts_in(work, bill.id, newest.text_version)
    met = defaultdict[Conflict, list[Language]](list)
    for language in (Language.KK, Language.RU):
        changes = [getattr(each.accepted_wording, language) for each in found]
        for conflict in conflicts(getattr(acts, language), changes):
            met[conflict].append(language)
    return [_shown(conflict, languages, found) for conflict, languages in met.items()]


def _shown(conflict: Conflict, languages: list[Language], found: list[Amendment]) -> ConflictShown:
    place = conflict.address.partition("+")[0]
    return ConflictShown(
        kind=conflict.kind,
        address=conflict.address,
        element=cited(place) if place else None,
        languages=languages,
        amendments=sorted(found[at].number for at in conflict.changes),
        whole=sorted(found[at].number for at in conflict.whole),
    )
