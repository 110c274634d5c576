"""What the rules guarantee to the opposition, and whether it is kept."""

from dataclasses import dataclass

from services.committees.domain.composition import Composition
from shared.kernel.actor import Role
from shared.kernel.rules import Rules
from shared.kernel.text import Text

CHAIRS, SECRETARIES = "opposition.chairs_min", "opposition.secretaries_min"

PROMISES: dict[str, tuple[Role, Text]] = {
    CHAIRS: (
        Role.COMMITTEE_CHAIR,
        Text(
            kk="Оппозиция басқаратын комитеттердің ең аз саны",
            ru="Наименьшее число комитетов, возглавляемых оппозицией",
            en="The least number of committees chaired by the opposition",
        ),
    ),
    SECRETARIES: (
        Role.COMMITTEE_SECRETARY,
        Text(
            kk="Оппозициядан болатын комитет хатшыларының ең аз саны",
            ru="Наименьшее число секретарей комитетов от оппозиции",
            en="The least number of committee secretaries from the opposition",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A promise to the opposition. Where no deputy is of the opposition it is owed to nobody."""

    key: str
    sentence: Text
    needed: int
    held: int
    is_owed: bool
    provision: str

    @property
    def is_kept(self) -> bool:
        return not self.is_owed or self.held >= self.needed


def guarantees(composition: Composition, rules: Rules) -> tuple[Guarantee, ...]:
    """Every guarantee that these rules give."""
    given = (guarantee(key, composition, rules) for key in PROMISES)
    return tuple(promised for promised in given if promised)


def guarantee(key: str, composition: Composition, rules: Rules) -> Guarantee | None:
    """One guarantee; None if the rules of this parliament know no such thing."""
    written = rules.parameters.get(key)
    if written is None or written.value is None:
        return None
    role, sentence = PROMISES[key]
    return Guarantee(
        key=key,
        sentence=sentence,
        needed=rules.number(key),
        held=composition.held_by_the_opposition(role),
        is_owed=composition.has_opposition,
        provision=f"rules profile: {key} ({written.status}: {written.source})",
    )
