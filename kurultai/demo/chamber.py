"""The chamber of the demo: 145 numbered deputies in six factions, two of them in opposition."""

from kurultai.chamber import GOVERNMENT, PRESIDENT, PRIME_MINISTER, Deputy, Faction, deputy

SEATS = 145
SIZES = (52, 31, 24, 16, 13, 9)
OPPOSITION = (4, 5)
"""The two smallest factions, by their place among the six."""

COMMITTEE_NAMES = (
    {
        "kk": "Заңнама және құқықтық реформа комитеті",
        "ru": "Комитет по законодательству и правовой реформе",
    },
    {
        "kk": "Қаржы және бюджет комитеті",
        "ru": "Комитет по финансам и бюджету",
    },
    {
        "kk": "Экономика және өңірлік даму комитеті",
        "ru": "Комитет по экономике и региональному развитию",
    },
    {
        "kk": "Әлеуметтік-мәдени даму комитеті",
        "ru": "Комитет по социально-культурному развитию",
    },
    {
        "kk": "Экология және табиғат пайдалану комитеті",
        "ru": "Комитет по экологии и природопользованию",
    },
    {
        "kk": "Аграрлық мәселелер комитеті",
        "ru": "Комитет по аграрным вопросам",
    },
    {
        "kk": "Халықаралық істер және қорғаныс комитеті",
        "ru": "Комитет по международным делам и обороне",
    },
    {
        "kk": "Жариялылық және бақылау комитеті",
        "ru": "Комитет по гласности и контролю",
    },
)
OFFICE_NAMES: tuple[tuple[int, str, dict[str, str]], ...] = (
    (PRESIDENT, "president", {"kk": "Республика Президенті", "ru": "Президент Республики"}),
    (PRIME_MINISTER, "prime_minister", {"kk": "Премьер-Министр", "ru": "Премьер-Министр"}),
    (GOVERNMENT, "government", {"kk": "Үкіметтің өкілі", "ru": "Представитель Правительства"}),
)
RESERVED = 7
"""The committee, by its place above, whose chair is reserved for the opposition."""


def factions() -> list[Faction]:
    return [
        Faction(
            {"kk": f"№ {place + 1} фракция", "ru": f"Фракция № {place + 1}"},
            opposition=place in OPPOSITION,
        )
        for place in range(len(SIZES))
    ]


def deputies(factions: list[Faction]) -> list[Deputy]:
    """145 deputies, numbered through the factions in their order."""
    seats = [f for f, size in zip(factions, SIZES, strict=True) for _ in range(size)]
    return [deputy(number, faction) for number, faction in enumerate(seats, start=1)]


def of_the_opposition(members: list[Deputy]) -> list[Deputy]:
    return [d for d in members if d.faction and d.faction.opposition]


def of_the_majority(members: list[Deputy]) -> list[Deputy]:
    return [d for d in members if d.faction and not d.faction.opposition]
