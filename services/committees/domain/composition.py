"""The composition in force at a moment: seats, posts, committees, who is of the opposition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from shared.contracts.words import Bilingual
from shared.kernel.actor import Role

NO_CANDIDATES: Mapping[UUID, frozenset[UUID]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Seat:
    """A mandate in force."""

    person_id: UUID
    name: Bilingual
    faction_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """An office held, and the committee or faction in which it is held, if it is held in one."""

    role: Role
    person_id: UUID
    body_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Composition:
    """What conditions may ask about everyone else.

    Attributes:
        opposition: the factions that are of the opposition.
        committees: the standing committees.
        candidates: by committee, the candidates for its chair who await the vote.
    """

    seats: tuple[Seat, ...] = ()
    posts: tuple[Post, ...] = ()
    opposition: frozenset[UUID] = frozenset()
    committees: frozenset[UUID] = frozenset()
    candidates: Mapping[UUID, frozenset[UUID]] = field(default=NO_CANDIDATES)

    def seat_of(self, person_id: UUID) -> Seat | None:
        return next((seat for seat in self.seats if seat.person_id == person_id), None)

    def name_of(self, person_id: UUID) -> Bilingual:
        """What a deputy is called. Raises LookupError for whoever is none."""
        seat = self.seat_of(person_id)
        if seat is None:
            raise LookupError(person_id)
        return seat.name

    def holders(self, role: Role, body_id: UUID | None = None) -> frozenset[UUID]:
        """Who holds the office, in that body if it is one that is held in a body."""
        held = (post for post in self.posts if post.role is role and post.body_id == body_id)
        return frozenset(post.person_id for post in held)

    def of_the_opposition(self, person_id: UUID) -> bool:
        """Whether the person is a deputy of a faction of the opposition."""
        seat = self.seat_of(person_id)
        return seat is not None and seat.faction_id in self.opposition

    @property
    def has_opposition(self) -> bool:
        """Whether any deputy is of the opposition."""
        return any(seat.faction_id in self.opposition for seat in self.seats)

    @property
    def without_a_chair(self) -> frozenset[UUID]:
        """The committees that nobody chairs."""
        return frozenset(c for c in self.committees if not self.holders(Role.COMMITTEE_CHAIR, c))

    def held_by_the_opposition(self, role: Role) -> int:
        """How many offices of that role in committees deputies of the opposition hold."""
        posts = (p for p in self.posts if p.role is role and p.body_id in self.committees)
        return sum(self.of_the_opposition(post.person_id) for post in posts)

    @property
    def open_to_the_opposition(self) -> frozenset[UUID]:
        """The committees without a chair for which nobody of the majority awaits the vote."""
        majority = {
            committee
            for committee, people in self.candidates.items()
            if not all(self.of_the_opposition(person) for person in people)
        }
        return self.without_a_chair - majority


NOBODY = Composition()
