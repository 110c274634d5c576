"""Some acts are somebody's own: no body takes them."""

from uuid import UUID

from shared.kernel.occasion import Occasion


def the_person(occasion: Occasion) -> tuple[UUID, ...]:
    """Who acts, if it is a person: of a body that the table is to refuse there is none."""
    person_id = occasion.by.person_id
    return () if person_id is None else (person_id,)


def in_person(occasion: Occasion) -> UUID:
    """Who acts. Raises ValueError for a body, whom the table did not let in."""
    if occasion.by.person_id is None:
        message = "an act in person was taken by a body"
        raise ValueError(message)
    return occasion.by.person_id
