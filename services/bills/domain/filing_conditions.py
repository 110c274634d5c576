"""What must be so before a document is filed."""

from services.bills.domain.conditions import acts_for_the_initiator
from services.bills.domain.filing import Filing
from services.bills.domain.stages import Stage
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

WHO_FILES = "rules profile: documents.{who} (unknown)"
OF_INITIATOR = WHO_FILES.format(who="of_initiator")
OF_GOVERNMENT = WHO_FILES.format(who="of_government")
OF_COMMITTEE = WHO_FILES.format(who="of_committee")
OF_APPARATUS = WHO_FILES.format(who="of_apparatus")
STAFF = (Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)


def _lets(filing: Filing, occasion: Occasion, who: str) -> bool:
    return filing.kind in occasion.rules.choices(f"documents.{who}")


@condition(
    en="the one who files does so for the initiator of this very bill",
    ru="документ подаёт инициатор именно этого законопроекта",
    kk="құжатты дәл осы заң жобасының бастамашысы береді",
    provision="Law 480-V, art. 29(1), 29(4)",
)
def filed_for_the_initiator(filing: Filing, occasion: Occasion) -> bool:
    return filing.bill is not None and acts_for_the_initiator.holds(filing.bill, occasion)


@condition(
    en="the bill is a draft: what comes to it later goes through the Apparatus",
    ru="законопроект ещё готовится: позднее документы приобщает Аппарат",
    kk="заң жобасы әлі дайындалуда: кейінгі құжаттарды Аппарат тіркейді",
    provision="Law 480-V, art. 29(2)",
)
def bill_is_a_draft(filing: Filing, _: Occasion) -> bool:
    return filing.bill is not None and filing.bill.stage is Stage.DRAFT


@condition(
    en="the bill has been introduced",
    ru="законопроект внесён",
    kk="заң жобасы енгізілген",
    provision="Constitution 2026, art. 60(6)",
)
def bill_is_introduced(filing: Filing, _: Occasion) -> bool:
    return filing.bill is not None and filing.bill.stage not in {Stage.NEW, Stage.DRAFT}


@condition(
    en="the one who files is of the staff of the lead committee of this bill",
    ru="документ подаёт руководство головного комитета этого законопроекта",
    kk="құжатты осы заң жобасы бойынша бас комитеттің басшылығы береді",
    provision="Constitution 2026, art. 59(2)",
)
def filed_for_the_lead_committee(filing: Filing, occasion: Occasion) -> bool:
    committee = filing.bill.lead_committee_id if filing.bill else None
    return committee is not None and any(occasion.by.holds(role, committee) for role in STAFF)


@condition(
    en="the rules let the initiator file such a document",
    ru="правила разрешают инициатору подать такой документ",
    kk="қағидалар бастамашыға мұндай құжатты беруге рұқсат етеді",
    provision=OF_INITIATOR,
)
def initiator_files_such(filing: Filing, occasion: Occasion) -> bool:
    return _lets(filing, occasion, "of_initiator")


@condition(
    en="the rules let the Government file such a document",
    ru="правила разрешают Правительству подать такой документ",
    kk="қағидалар Үкіметке мұндай құжатты беруге рұқсат етеді",
    provision=OF_GOVERNMENT,
)
def government_files_such(filing: Filing, occasion: Occasion) -> bool:
    return _lets(filing, occasion, "of_government")


@condition(
    en="the rules let the lead committee file such a document",
    ru="правила разрешают головному комитету подать такой документ",
    kk="қағидалар бас комитетке мұндай құжатты беруге рұқсат етеді",
    provision=OF_COMMITTEE,
)
def committee_files_such(filing: Filing, occasion: Occasion) -> bool:
    return _lets(filing, occasion, "of_committee")


@condition(
    en="the rules let the Apparatus file such a document",
    ru="правила разрешают Аппарату подать такой документ",
    kk="қағидалар Аппаратқа мұндай құжатты беруге рұқсат етеді",
    provision=OF_APPARATUS,
)
def apparatus_files_such(filing: Filing, occasion: Occasion) -> bool:
    return _lets(filing, occasion, "of_apparatus")


@condition(
    en="what it replaces is of the same kind and has not been replaced yet",
    ru="заменяемый документ того же вида и ещё не заменён",
    kk="ауыстырылатын құжат дәл сондай түрде және әлі ауыстырылмаған",
    provision="rules profile: documents.of_apparatus (unknown)",
)
def replaces_the_newest(filing: Filing, _: Occasion) -> bool:
    if filing.replaces is None:
        return True
    return filing.replaces.kind is filing.kind and not filing.replaced_already
