"""Who may read what is not public."""

from services.committees.domain.grounds import REQUESTS_PUBLIC
from services.committees.domain.request import DeputyRequest
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text

WITHHELD = Text(
    kk="Бұл сауал жарияланбайды: оны авторлары мен Аппарат оқиды.",
    ru="Этот запрос не публикуется: его читают авторы и Аппарат.",
    en="This request is not public: its authors and the Apparatus read it.",
)


def may_read(request: DeputyRequest, visitor: Occasion) -> None:
    """Raises NotEntitled for whoever may not read the words of a request that is withheld."""
    public = request.withheld is None
    own = visitor.by.person_id in request.authors
    if not (public or own or visitor.by.holds(Role.CLERK)):
        raise NotEntitled(WITHHELD, provision=REQUESTS_PUBLIC)
