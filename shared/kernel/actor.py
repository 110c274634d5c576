"""Who acts. An act without a known actor does not exist in a parliament."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from shared.kernel.text import Text


class Role(StrEnum):
    """A capacity in which someone acts; read from the register, never from a token."""

    REGISTRAR = "registrar"
    CLERK = "clerk"
    DEPUTY = "deputy"
    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    COMMITTEE_CHAIR = "committee_chair"
    COMMITTEE_SECRETARY = "committee_secretary"
    FACTION_LEADER = "faction_leader"
    PRESIDING = "presiding"
    PRESIDENT = "president"
    PRIME_MINISTER = "prime_minister"
    GOVERNMENT = "government"
    PEOPLES_COUNCIL = "peoples_council"
    KURULTAI = "kurultai"
    COMMITTEE = "committee"
    CLOCK = "clock"


ROLE_NAMES: dict[Role, Text] = {
    Role.REGISTRAR: Text(
        kk="құрам тізілімін жүргізуші", ru="держатель реестра состава", en="registrar"
    ),
    Role.CLERK: Text(kk="Құрылтай Аппараты", ru="Аппарат Курултая", en="clerk of the Kurultai"),
    Role.DEPUTY: Text(kk="Құрылтай депутаты", ru="депутат Курултая", en="deputy"),
    Role.CHAIR: Text(
        kk="Құрылтай Төрағасы", ru="Председатель Курултая", en="Chair of the Kurultai"
    ),
    Role.DEPUTY_CHAIR: Text(
        kk="Құрылтай Төрағасының орынбасары",
        ru="заместитель Председателя Курултая",
        en="deputy chair of the Kurultai",
    ),
    Role.COMMITTEE_CHAIR: Text(
        kk="комитет төрағасы", ru="председатель комитета", en="chair of the committee"
    ),
    Role.COMMITTEE_SECRETARY: Text(
        kk="комитет хатшысы", ru="секретарь комитета", en="secretary of the committee"
    ),
    Role.FACTION_LEADER: Text(
        kk="фракция жетекшісі", ru="руководитель фракции", en="leader of the faction"
    ),
    Role.PRESIDING: Text(
        kk="отырысқа төрағалық етуші",
        ru="председательствующий на заседании",
        en="who presides at the sitting",
    ),
    Role.PRESIDENT: Text(
        kk="Республика Президенті", ru="Президент Республики", en="President of the Republic"
    ),
    Role.PRIME_MINISTER: Text(kk="Премьер-Министр", ru="Премьер-Министр", en="Prime Minister"),
    Role.GOVERNMENT: Text(kk="Үкімет", ru="Правительство", en="Government"),
    Role.PEOPLES_COUNCIL: Text(
        kk="Қазақстан Халық Кеңесі", ru="Народный Совет Казахстана", en="People's Council"
    ),
    Role.KURULTAI: Text(
        kk="Құрылтай (дауыс беру нәтижесімен)",
        ru="Курултай (результатом голосования)",
        en="the Kurultai (by the result of a vote)",
    ),
    Role.COMMITTEE: Text(
        kk="комитет (қорытындысымен)",
        ru="комитет (своим заключением)",
        en="a committee (by its conclusion)",
    ),
    Role.CLOCK: Text(kk="мерзімнің өтуі", ru="истечение срока", en="the passing of a term"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A role, and the committee or faction in which it is held, where it is held in one."""

    role: Role
    body_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with every capacity held at that moment; or a body that decided (no person)."""

    person_id: UUID | None
    standings: frozenset[Standing] = field(default_factory=frozenset)

    @classmethod
    def body(cls, role: Role, body_id: UUID | None = None) -> "Actor":
        """A body acting by its own decision: the Kurultai by a vote, for one."""
        return cls(None, frozenset({Standing(role, body_id)}))

    def holds(self, role: Role, body_id: UUID | None = None) -> bool:
        """Whether the role is held; with `body_id`, whether it is held in that body."""
        return any(
            s.role == role and (body_id is None or s.body_id == body_id) for s in self.standings
        )
