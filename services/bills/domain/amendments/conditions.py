"""What must be so before an act on an amendment. One function, one sentence, one provision each."""

from datetime import timedelta

from services.bills.domain.amendments.amendment import Amendment
from services.bills.domain.amendments.stages import UNDECIDED, AmendingStage
from services.bills.domain.stages import Stage
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

COMMITTEE_OFFICES = (Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)
"""Through whom the lead committee's decisions are entered."""

DEADLINE = "rules profile: amendments.deadline_days_before_reading_2 (last-known)"
MONEY = "rules profile: amendments.money_amendment_needs_government_conclusion (last-known)"


@condition(
    en="amendments to the bill are being taken and decided on",
    ru="по законопроекту принимаются и рассматриваются поправки",
    kk="заң жобасы бойынша түзетулер қабылданып, қаралып жатыр",
    provision="rules profile: readings.purpose (proposed)",
)
def amending_is_open(amendment: Amendment, _: Occasion) -> bool:
    setting = amendment.setting
    return (setting.bill_stage, setting.amending_stage) == (Stage.AMENDING, AmendingStage.OPEN)


@condition(
    en="amendments are filed by those whom the rules name, in person",
    ru="поправки подают лично те, кого называют правила",
    kk="түзетулерді ережеде аталғандар жеке өздері береді",
    provision="rules profile: amendments.who_may_file (recalled)",
)
def may_file(_: Amendment, occasion: Occasion) -> bool:
    named = occasion.rules.choices("amendments.who_may_file")
    in_person = occasion.by.person_id is not None
    return in_person and any(occasion.by.holds(Role(role)) for role in named)


@condition(
    en="it is filed in time before the reading",
    ru="она подана в срок до чтения",
    kk="ол оқылымға дейінгі мерзімде берілген",
    provision=DEADLINE,
)
def in_time(amendment: Amendment, occasion: Occasion) -> bool:
    """As long as no day is set for the reading, no deadline runs."""
    if amendment.setting.reading_on is None:
        return True
    days = occasion.rules.number("amendments.deadline_days_before_reading_2")
    return occasion.day <= amendment.setting.reading_on - timedelta(days=days)


@condition(
    en="it is addressed to the texts that are being amended",
    ru="она относится к той редакции текстов, в которую вносятся поправки",
    kk="ол түзетулер енгізіліп жатқан мәтін нұсқасына арналған",
    provision="Law 480-V, art. 23",
)
def addresses_the_texts(amendment: Amendment, _: Occasion) -> bool:
    return amendment.text_version == amendment.setting.base_version


@condition(
    en="the one who acts is the author of the amendment",
    ru="действует автор поправки",
    kk="әрекетті түзетудің авторы жасайды",
    provision="rules profile: amendments.who_may_file (recalled)",
)
def acts_as_author(amendment: Amendment, occasion: Occasion) -> bool:
    return occasion.by.person_id is not None and occasion.by.person_id == amendment.author_id


@condition(
    en="the time for withdrawing it is not over",
    ru="время её отзыва не истекло",
    kk="оны кері қайтарып алу уақыты өткен жоқ",
    provision="rules profile: amendments.withdrawal_until (unknown)",
)
def may_still_be_withdrawn(amendment: Amendment, occasion: Occasion) -> bool:
    """`committee_decision`, or `table_closed`: then also what the committee has decided on."""
    until = occasion.rules.choice("amendments.withdrawal_until")
    return until == "table_closed" or amendment.stage in UNDECIDED


@condition(
    en="the one who acts is in office in the lead committee of the bill",
    ru="действует должностное лицо головного комитета по законопроекту",
    kk="әрекетті заң жобасы бойынша бас комитеттің лауазымды адамы жасайды",
    provision="Constitution 2026, art. 59(2)",
)
def acts_for_the_lead_committee(amendment: Amendment, occasion: Occasion) -> bool:
    lead = amendment.setting.lead_committee_id
    holds = (occasion.by.holds(role, lead) for role in COMMITTEE_OFFICES)
    return lead is not None and any(holds)


@condition(
    en="it cuts revenue or raises spending of the state",
    ru="она сокращает доходы или увеличивает расходы государства",
    kk="ол мемлекет кірісін қысқартады не шығысын ұлғайтады",
    provision=MONEY,
)
def touches_the_budget(amendment: Amendment, _: Occasion) -> bool:
    return amendment.touches_budget


@condition(
    en="the Government has concluded on an amendment that cuts revenue or raises spending",
    ru="по поправке, сокращающей доходы или увеличивающей расходы, есть заключение Правительства",
    kk="кірісті қысқартатын не шығысты ұлғайтатын түзетуге Үкімет қорытынды берген",
    provision=MONEY,
)
def government_has_concluded(amendment: Amendment, occasion: Occasion) -> bool:
    asked = occasion.rules.flag("amendments.money_amendment_needs_government_conclusion")
    return not (asked and amendment.touches_budget) or amendment.conclusion is not None


@condition(
    en="the Government's conclusion does not bar it",
    ru="заключение Правительства ей не препятствует",
    kk="Үкіметтің қорытындысы оған бөгет болмайды",
    provision="rules profile: amendments.negative_conclusion_bars_acceptance (unknown)",
)
def conclusion_does_not_bar_it(amendment: Amendment, occasion: Occasion) -> bool:
    negative = amendment.conclusion is not None and not amendment.conclusion.positive
    bars = occasion.rules.flag("amendments.negative_conclusion_bars_acceptance")
    return not (negative and bars)


@condition(
    en="the Government has not concluded on it before",
    ru="Правительство ещё не давало по ней заключения",
    kk="Үкімет ол бойынша бұған дейін қорытынды бермеген",
    provision=MONEY,
)
def no_conclusion_yet(amendment: Amendment, _: Occasion) -> bool:
    return amendment.conclusion is None


@condition(
    en="no accepted amendment excludes it",
    ru="её не исключает ни одна принятая поправка",
    kk="қабылданған бірде-бір түзету оны жоққа шығармайды",
    provision="Law 480-V, art. 23",
)
def conflicts_with_none(amendment: Amendment, _: Occasion) -> bool:
    """A text is made of all those accepted, at once."""
    return not amendment.setting.conflicts_with


@condition(
    en="an author may demand a vote on the amendment by itself",
    ru="автор вправе требовать отдельного голосования по поправке",
    kk="автор түзету бойынша жеке дауыс беруді талап ете алады",
    provision="rules profile: amendments.separate_vote_on_demand_of_author (last-known)",
)
def separate_votes_are_allowed(_: Amendment, occasion: Occasion) -> bool:
    return occasion.rules.flag("amendments.separate_vote_on_demand_of_author")


@condition(
    en="the amendments have not been put to the vote yet",
    ru="поправки ещё не поставлены на голосование",
    kk="түзетулер әлі дауысқа қойылмаған",
    provision="rules profile: amendments.separate_vote_on_demand_of_author (last-known)",
)
def not_yet_put_to_the_vote(amendment: Amendment, _: Occasion) -> bool:
    return amendment.setting.amending_stage in {AmendingStage.OPEN, AmendingStage.CLOSED}


@condition(
    en="a vote by itself has not been demanded before",
    ru="отдельное голосование ещё не требовалось",
    kk="жеке дауыс беру бұған дейін талап етілмеген",
    provision="rules profile: amendments.separate_vote_on_demand_of_author (last-known)",
)
def not_demanded_before(amendment: Amendment, _: Occasion) -> bool:
    return not amendment.separate_vote
