"""The candidacies on file."""

from services.committees.domain.candidacy import Candidacy
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class CandidacyNotFound(NotFound):
    code = "candidacy-not-found"


class Candidacies(Cases[Candidacy]):
    kind = Candidacy
    missing = CandidacyNotFound
    no_such = Text(
        kk="{id} кандидатурасы жоқ.", ru="Кандидатуры {id} нет.", en="There is no candidacy {id}."
    )
