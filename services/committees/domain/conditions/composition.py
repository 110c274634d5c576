"""What must be so before an act on a convocation, a faction, a mandate or a committee."""

from services.committees.domain.committee import Committee
from services.committees.domain.convocation import Convocation
from services.committees.domain.faction import Faction
from services.committees.domain.grounds import (
    CHAIR_ELECTION,
    CHAIRS_MIN,
    COMMITTEES_MAX,
    DESIGNATION,
    REGISTER,
    SECRETARIES_MIN,
)
from services.committees.domain.guarantees import CHAIRS, SECRETARIES, guarantee
from services.committees.domain.mandate import Mandate
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


@condition(
    en="no convocation bears this number yet",
    ru="созыва с таким номером ещё нет",
    kk="мұндай нөмірлі шақырылым әлі жоқ",
    provision=REGISTER,
)
def number_is_new(convocation: Convocation, _: Occasion) -> bool:
    return not convocation.number_taken


@condition(
    en="the Chair of the Kurultai acts, if there is one",
    ru="действует Председатель Курултая, если он избран",
    kk="Құрылтай Төрағасы сайланған болса, әрекетті соның өзі жасайды",
    provision="Constitution 2026, art. 57(3)(5)",
)
def chair_acts_if_there_is_one(convocation: Convocation, occasion: Occasion) -> bool:
    return occasion.by.holds(Role.CHAIR) or not convocation.composition.holders(Role.CHAIR)


@condition(
    en="standing committees are formed",
    ru="образованы постоянные комитеты",
    kk="тұрақты комитеттер құрылған",
    provision="Constitution 2026, art. 59(1)",
)
def committees_are_formed(convocation: Convocation, _: Occasion) -> bool:
    return bool(convocation.composition.committees)


@condition(
    en="every standing committee has an elected chair",
    ru="у каждого постоянного комитета есть избранный председатель",
    kk="әр тұрақты комитеттің сайланған төрағасы бар",
    provision=CHAIR_ELECTION,
)
def every_committee_is_chaired(convocation: Convocation, _: Occasion) -> bool:
    return not convocation.composition.without_a_chair


@condition(
    en="the opposition chairs as many committees as it is guaranteed",
    ru="оппозиция возглавляет не меньше комитетов, чем ей гарантировано",
    kk="оппозиция өзіне кепілдік берілгеннен кем емес комитетті басқарады",
    provision=CHAIRS_MIN,
)
def opposition_has_its_chairs(convocation: Convocation, occasion: Occasion) -> bool:
    promised = guarantee(CHAIRS, convocation.composition, occasion.rules)
    return promised is None or promised.is_kept


@condition(
    en="the opposition has as many committee secretaries as it is guaranteed",
    ru="у оппозиции не меньше секретарей комитетов, чем ей гарантировано",
    kk="оппозицияда өзіне кепілдік берілгеннен кем емес комитет хатшысы бар",
    provision=SECRETARIES_MIN,
)
def opposition_has_its_secretaries(convocation: Convocation, occasion: Occasion) -> bool:
    promised = guarantee(SECRETARIES, convocation.composition, occasion.rules)
    return promised is None or promised.is_kept


@condition(
    en="no other body of the convocation bears this name",
    ru="такого названия нет у другого органа или объединения этого созыва",
    kk="бұл шақырылымда осындай атаулы басқа орган не бірлестік жоқ",
    provision=REGISTER,
)
def name_is_new(body: Faction | Committee, _: Occasion) -> bool:
    return not body.name_taken


@condition(
    en="a leader acts for their own faction",
    ru="руководитель действует от имени своей фракции",
    kk="жетекші өз фракциясының атынан әрекет етеді",
    provision=DESIGNATION,
)
def acts_for_this_faction(faction: Faction, occasion: Occasion) -> bool:
    leads = occasion.by.holds(Role.FACTION_LEADER, faction.id)
    return leads or occasion.by.holds(Role.REGISTRAR)


@condition(
    en="the rules leave it to the factions to declare their side",
    ru="правила предоставляют фракциям самим заявлять, относятся ли они к оппозиции",
    kk="қағидалар оппозицияға жататынын фракциялардың өздері мәлімдеуіне қалдырады",
    provision=DESIGNATION,
)
def sides_are_declared(_: Faction, occasion: Occasion) -> bool:
    return occasion.rules.choice("opposition.designation") == "declared_by_factions"


@condition(
    en="the faction is not on that side already",
    ru="фракция ещё не занимает этой стороны",
    kk="фракция ол тарапта әлі тұрған жоқ",
    provision=DESIGNATION,
)
def side_is_another(faction: Faction, _: Occasion) -> bool:
    return faction.declares is None or faction.declares != faction.opposition


@condition(
    en="a seat in the Kurultai is free",
    ru="в Курултае есть незамещённый мандат",
    kk="Құрылтайда бос депутаттық орын бар",
    provision="Constitution 2026, art. 53(1)",
)
def a_seat_is_free(mandate: Mandate, _: Occasion) -> bool:
    return mandate.house.filled < mandate.house.seats


@condition(
    en="no other deputy bears this number",
    ru="этот номер не присвоен другому депутату",
    kk="бұл нөмір басқа депутатқа берілмеген",
    provision=REGISTER,
)
def number_is_free(mandate: Mandate, _: Occasion) -> bool:
    return not mandate.house.number_taken


@condition(
    en="the person holds no other mandate",
    ru="у этого лица нет другого мандата",
    kk="бұл адамның басқа мандаты жоқ",
    provision="Constitution 2026, art. 53(1)",
)
def person_is_not_seated(mandate: Mandate, _: Occasion) -> bool:
    return not mandate.house.person_seated


@condition(
    en="it begins now; or earlier, while the convocation is still being formed",
    ru="он начинается сейчас или, пока созыв формируется, раньше",
    kk="ол қазір, ал шақырылым құрылып жатқанда бұрынырақ басталады",
    provision=REGISTER,
)
def begins_now_or_while_it_forms(case: Mandate | Faction, occasion: Occasion) -> bool:
    since = case.since or occasion.at
    return since == occasion.at or (case.forming and since < occasion.at)


@condition(
    en="the faction was formed in the same convocation",
    ru="фракция образована в том же созыве",
    kk="фракция сол шақырылымда құрылған",
    provision=REGISTER,
)
def faction_is_of_the_convocation(mandate: Mandate, _: Occasion) -> bool:
    faction_id = mandate.joins or mandate.faction_id
    return faction_id is None or mandate.house.faction_known


@condition(
    en="the deputy is of no faction: nobody is of two",
    ru="депутат не состоит во фракции: в двух фракциях не состоят",
    kk="депутат фракцияда жоқ: екі фракцияда болуға болмайды",
    provision=REGISTER,
)
def is_of_no_faction(mandate: Mandate, _: Occasion) -> bool:
    return mandate.faction_id is None


@condition(
    en="the deputy is of a faction",
    ru="депутат состоит во фракции",
    kk="депутат фракцияда тұр",
    provision=REGISTER,
)
def is_of_a_faction(mandate: Mandate, _: Occasion) -> bool:
    return mandate.faction_id is not None


@condition(
    en="there is room for another standing committee",
    ru="число постоянных комитетов ещё не исчерпано",
    kk="тұрақты комитеттердің шекті саны әлі толған жоқ",
    provision=COMMITTEES_MAX,
)
def room_for_a_committee(committee: Committee, occasion: Occasion) -> bool:
    return len(committee.composition.committees) < occasion.rules.number("committees.max")
