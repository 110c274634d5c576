"""The initiatives for a referendum on file."""

from services.bills.domain.referendum.initiative import Initiative
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases


class InitiativeNotFound(NotFound):
    code = "initiative-not-found"


class Initiatives(Cases[Initiative]):
    kind = Initiative
    missing = InitiativeNotFound
    no_such = Text(
        kk="{id} бастамасы жоқ.", ru="Инициативы {id} нет.", en="There is no initiative {id}."
    )
