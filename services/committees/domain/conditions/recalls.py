"""What must be so before factions' consultation is entered, and before a recall is voted on."""

from services.committees.domain.consultation import Consultation
from services.committees.domain.grounds import CONSULTATION, RECALL, RECALL_BY
from services.committees.domain.recall import ELECTED, Recall
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


@condition(
    en="committees of this convocation are named, each once",
    ru="названы комитеты этого созыва, каждый один раз",
    kk="осы шақырылымның комитеттері аталған, әрқайсысы бір рет",
    provision=CONSULTATION,
)
def committees_are_named(consultation: Consultation, _: Occasion) -> bool:
    named = set(consultation.committee_ids)
    once = len(named) == len(consultation.committee_ids)
    return bool(named) and once and named <= consultation.sides.committees


@condition(
    en="factions that have deputies took part, of the majority and of the opposition",
    ru="участвовали фракции, в которых есть депутаты, от большинства и от оппозиции",
    kk="көпшіліктің де, оппозицияның да депутаты бар фракциялары қатысқан",
    provision=CONSULTATION,
)
def both_sides_took_part(consultation: Consultation, _: Occasion) -> bool:
    """Of a side without deputies nobody is asked for."""
    there, sides = {voice.faction_id for voice in consultation.voices}, consultation.sides
    known = there <= sides.majority | sides.opposition
    return known and all(not side or there & side for side in (sides.majority, sides.opposition))


@condition(
    en="it was held today or before",
    ru="она проведена сегодня или раньше",
    kk="ол бүгін немесе бұған дейін өткізілген",
    provision=CONSULTATION,
)
def consultation_was_held(consultation: Consultation, occasion: Occasion) -> bool:
    return consultation.held_on <= occasion.day


@condition(
    en="the office is held, and the Kurultai elects to it",
    ru="должность занята, и на неё избирает Курултай",
    kk="лауазым бос емес және оған Құрылтай сайлайды",
    provision=RECALL,
)
def office_is_elected_and_held(recall: Recall, _: Occasion) -> bool:
    return recall.held and recall.role in ELECTED


@condition(
    en="the Kurultai is not asked about this office already",
    ru="вопрос об этой должности ещё не поставлен перед Курултаем",
    kk="бұл лауазым туралы мәселе Құрылтай алдына әлі қойылмаған",
    provision=RECALL,
)
def recall_is_not_asked_already(recall: Recall, _: Occasion) -> bool:
    return not recall.asked_already


@condition(
    en="whoever acts may propose a recall by the rules, if they say who",
    ru="действующий вправе предложить отзыв по правилам, если они это определяют",
    kk="қағидаларда айтылса, әрекет етуші кері шақыруды ұсына алады",
    provision=RECALL_BY,
)
def may_propose_a_recall(_: Recall, occasion: Occasion) -> bool:
    named = occasion.rules.settled("recall.proposed_by")
    if not isinstance(named, tuple):
        return True
    return any(occasion.by.holds(Role(str(role))) for role in named)


@condition(
    en="whoever resigns holds the office",
    ru="в отставку подаёт тот, кто занимает должность",
    kk="отставкаға лауазымды атқаратын адамның өзі береді",
    provision="Constitution 2026, art. 57(2)",
)
def resigns_in_person(recall: Recall, occasion: Occasion) -> bool:
    return occasion.by.person_id == recall.person_id


@condition(
    en="the office is no longer held by that person",
    ru="это лицо больше не занимает должность",
    kk="бұл адам лауазымды енді атқармайды",
    provision=RECALL,
)
def office_was_left(recall: Recall, _: Occasion) -> bool:
    return not recall.held
