"""What must be so before a debate is opened or ended, and before somebody gets the floor."""

from services.voting.domain.speaking import Debate, DebateStage, Speech, SpeechKind
from services.voting.domain.stages import SittingStage
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

REGULATIONS = "Regulations of the Kurultai (not found; Constitution 2026, art. 61(6))"
FLOOR_OF_LEADERS = (
    "rules profile: sittings.guaranteed_floor (last known: Constitutional Law 339-VI, art. 34(2-1))"
)


def has_guaranteed_floor(speech: Speech, occasion: Occasion) -> bool:
    """Whether the rules promise the floor to whoever asks: a leader, or the delegate of one."""
    promised = occasion.rules.settled("sittings.guaranteed_floor") or ()
    if not isinstance(promised, tuple) or speech.person_id is None:
        return False
    roles = {Role(str(one)) for one in promised}
    delegated = speech.delegate_of is not None and Role.FACTION_LEADER in roles
    own = delegated or any(occasion.by.holds(role) for role in roles)
    return own and not speech.counterpart_asked


@condition(
    en="the sitting is open",
    ru="заседание открыто",
    kk="отырыс ашық",
    provision="Constitution 2026, art. 58(5)",
)
def debate_has_a_sitting(debate: Debate, _: Occasion) -> bool:
    return debate.sitting_stage is SittingStage.OPEN


@condition(
    en="the item is on the agenda of the sitting and waits, or is dealt with now",
    ru="вопрос есть в повестке заседания и ещё не рассмотрен",
    kk="мәселе отырыстың күн тәртібінде бар және әлі қаралып болмаған",
    provision=REGULATIONS,
)
def item_can_be_debated(debate: Debate, _: Occasion) -> bool:
    return debate.item_id is None or debate.item_is_there is True


@condition(
    en="no other debate of the sitting goes on",
    ru="других прений на заседании не идёт",
    kk="отырыста басқа жарыссөз жүріп жатқан жоқ",
    provision=REGULATIONS,
)
def no_other_debate(debate: Debate, _: Occasion) -> bool:
    return debate.another_goes_on is False


@condition(
    en="nobody speaks",
    ru="никто не выступает",
    kk="ешкім сөйлеп тұрған жоқ",
    provision=REGULATIONS,
)
def nobody_speaks(case: Debate | Speech, _: Occasion) -> bool:
    return case.someone_speaks is False


@condition(
    en="everyone to whom the floor is guaranteed and who asked for it has had it",
    ru="все, кому слово гарантировано и кто его просил, выступили",
    kk="сөз беру кепілдігі бар және сөз сұраған жұрттың бәрі сөйледі",
    provision=FLOOR_OF_LEADERS,
)
def nobody_was_denied_the_floor(debate: Debate, _: Occasion) -> bool:
    return debate.promised == 0


@condition(
    en="the list of speakers is open; to whom the floor is guaranteed, while the debate goes on",
    ru="запись выступающих открыта; кому слово гарантировано — пока идут прения",
    kk="сөйлеушілер тізімі ашық; сөз беру кепілдігі барларға — жарыссөз жүріп жатқанда",
    provision=FLOOR_OF_LEADERS,
)
def list_takes_requests(speech: Speech, _: Occasion) -> bool:
    late = speech.guaranteed and speech.debate_stage is DebateStage.LIST_CLOSED
    return speech.debate_stage is DebateStage.OPEN or late


@condition(
    en="a deputy asks in person and is registered; a guest is entered by the Apparatus, by name",
    ru="депутат просит слова лично и зарегистрирован; приглашённого записывает Аппарат, по имени",
    kk="депутат сөзді өзі сұрайды және тіркелген; шақырылған адамды Аппарат атымен жазады",
    provision="Constitution 2026, art. 55(1)",
)
def asks_for_oneself(speech: Speech, occasion: Occasion) -> bool:
    if speech.guest is not None:
        return speech.person_id is None and occasion.by.holds(Role.CLERK)
    mine = speech.person_id is not None and speech.person_id == occasion.by.person_id
    return mine and speech.is_present is True


@condition(
    en="who asks has not asked for the floor of this kind in this debate, if the rules have it so",
    ru="за таким словом в этих прениях это лицо ещё не записывалось, если так велят правила",
    kk="бұл адам осы жарыссөзде мұндай сөзге әлі жазылмаған, егер қағидалар солай талап етсе",
    provision="rules profile: speeches.once (unknown)",
)
def speaks_once(speech: Speech, occasion: Occasion) -> bool:
    return occasion.rules.settled("speeches.once") is not True or speech.asked_already is False


@condition(
    en="for a faction its leader speaks, or the delegate of the leader, not both",
    ru="от фракции выступает её руководитель или его представитель, но не оба",
    kk="фракция атынан оның жетекшісі не жетекшінің өкілі сөйлейді, екеуі бірдей емес",
    provision=FLOOR_OF_LEADERS,
)
def speaks_for_own_faction(speech: Speech, occasion: Occasion) -> bool:
    if speech.kind is not SpeechKind.FOR_FACTION:
        return True
    may = occasion.by.holds(Role.FACTION_LEADER) or speech.delegate_of is not None
    return may and not speech.counterpart_asked


@condition(
    en="the sitting is open",
    ru="заседание открыто",
    kk="отырыс ашық",
    provision="Constitution 2026, art. 58(5)",
)
def sitting_hears(speech: Speech, _: Occasion) -> bool:
    return speech.sitting_stage is SittingStage.OPEN


@condition(
    en="whoever takes the request back made it",
    ru="просьбу отзывает тот, кто её подал",
    kk="өтінішті оны берген адам кері алады",
    provision="Constitution 2026, art. 55(1)",
)
def is_ones_own_request(speech: Speech, occasion: Occasion) -> bool:
    if speech.guest is not None:
        return occasion.by.holds(Role.CLERK)
    return speech.person_id == occasion.by.person_id
