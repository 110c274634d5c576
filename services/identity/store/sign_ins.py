"""The record of who signed in, when and how. Rows are added, never changed."""

from datetime import datetime

import sqlalchemy as sa

from services.identity.domain.sign_in import ASSURANCE, Method, SignIn
from services.identity.domain.stages import PersonStage
from services.identity.store.tables import iins, persons, sign_ins
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

_COLUMNS = ("id", "token_id", "method", "assurance", "at", "person_id")
_OF_WHOM = (
    sa.select(
        *(sa.bindparam(name, type_=sign_ins.c[name].type) for name in _COLUMNS[:-1]),
        persons.c.id,
    )
    .join(iins, iins.c.person_id == persons.c.id)
    .where(iins.c.fingerprint == sa.bindparam("fingerprint", type_=iins.c.fingerprint.type))
    .where(persons.c.stage == PersonStage.REGISTERED)
)
# One statement finds the person and writes the line: one round trip for each of 145 at once.
_ENTER = sa.insert(sign_ins).from_select(_COLUMNS, _OF_WHOM).returning(sign_ins.c.person_id)


async def enter_sign_in(
    work: UnitOfWork, fingerprint: bytes, method: Method, at: datetime
) -> SignIn | None:
    """A new line of the record for the person of that fingerprint; None when there is none."""
    id_, token_id = new_id(), new_id()
    row = {
        "id": id_,
        "token_id": token_id,
        "method": method,
        "assurance": ASSURANCE[method],
        "at": at,
        "fingerprint": fingerprint,
    }
    person_id = await work.session.scalar(_ENTER, row)
    return None if person_id is None else SignIn(id_, person_id, token_id, method, at)
