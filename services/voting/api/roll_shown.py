"""What clients get to see of a frozen roll while the vote is under way: no choice of anyone."""

from uuid import UUID

from pydantic import Field

from shared.contracts.words import Bilingual
from shared.web.shapes import Shown


class ToBeCalledShown(Shown):
    """A deputy on the roll."""

    person_id: UUID
    mandate_id: UUID
    number: int
    name: Bilingual
    faction_id: UUID | None
    registered: bool
    excused: bool
    call: int | None = Field(description="The place in the order of calling, of a roll call.")
