"""What the package of a bill must hold: one condition per document.

Which documents the law asks for is in the profile (`introduction.package…`); from whom and of
which bills is here.
"""

from services.bills.domain.bill import Bill
from services.bills.domain.package import DocumentKind as D
from services.bills.domain.requirements_of_files import package_files_on_file
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


def _asks(occasion: Occasion, of: str, kind: D) -> bool:
    """Whether the rules in force ask for such a document of such bills."""
    return kind in occasion.rules.choices(f"introduction.{of}")


@condition(
    en="the explanatory note is attached (in place of it, the President sends a message)",
    ru="приложена пояснительная записка (Президент вместо неё направляет послание)",
    kk="түсіндірме жазба қоса берілген (оның орнына Президент жолдау жібереді)",
    provision="Law 480-V, art. 29(2)(1)",
)
def explanatory_note_attached(bill: Bill, occasion: Occasion) -> bool:
    asked = bill.initiator is not Role.PRESIDENT
    return bill.has(D.EXPLANATORY_NOTE) or not (
        asked and _asks(occasion, "package", D.EXPLANATORY_NOTE)
    )


@condition(
    en="the special message of the President is attached to a bill of the President",
    ru="к законопроекту Президента приложено его специальное послание",
    kk="Президенттің заң жобасына оның арнайы жолдауы қоса берілген",
    provision="Law 480-V, art. 29(2)(1)",
)
def special_message_attached(bill: Bill, occasion: Occasion) -> bool:
    """It stands in the place of the explanatory note."""
    asked = bill.initiator is Role.PRESIDENT
    return bill.has(D.SPECIAL_MESSAGE) or not (
        asked and _asks(occasion, "package", D.EXPLANATORY_NOTE)
    )


@condition(
    en="the approvals sheet of the state bodies concerned is attached (deputies need none)",
    ru="приложен лист согласования с заинтересованными государственными органами "
    "(депутатам не нужен)",
    kk="мүдделі мемлекеттік органдармен келісу парағы қоса берілген (депутаттарға қажет емес)",
    provision="Law 480-V, art. 29(2)(3)",
)
def approvals_sheet_attached(bill: Bill, occasion: Occasion) -> bool:
    asked = bill.initiator is not Role.DEPUTY
    return bill.has(D.APPROVALS_SHEET) or not (
        asked and _asks(occasion, "package_not_from_deputies", D.APPROVALS_SHEET)
    )


@condition(
    en="the conclusions of the scientific expertise are attached (the President needs none)",
    ru="приложено заключение научной экспертизы (Президенту не нужно)",
    kk="ғылыми сараптама қорытындысы қоса берілген (Президентке қажет емес)",
    provision="Law 480-V, art. 29(2)(4), 30(1)",
)
def expertise_conclusions_attached(bill: Bill, occasion: Occasion) -> bool:
    """Expertise of the President's bills is not compulsory (art. 30(1))."""
    asked = bill.initiator is not Role.PRESIDENT
    return bill.has(D.EXPERTISE_CONCLUSIONS) or not (
        asked and _asks(occasion, "package", D.EXPERTISE_CONCLUSIONS)
    )


@condition(
    en="the financial and economic calculations are attached to a bill that cuts revenue or "
    "raises spending (the President needs none)",
    ru="к законопроекту, сокращающему доходы или увеличивающему расходы, приложены "
    "финансово-экономические расчёты (Президенту не нужны)",
    kk="кірісті қысқартатын не шығысты ұлғайтатын заң жобасына қаржы-экономикалық есептер қоса "
    "берілген (Президентке қажет емес)",
    provision="Law 480-V, art. 29(2)(5)",
)
def financial_calculations_attached(bill: Bill, occasion: Occasion) -> bool:
    asked = bill.touches_budget and bill.initiator is not Role.PRESIDENT
    return bill.has(D.FINANCIAL_CALCULATIONS) or not (
        asked and _asks(occasion, "package_of_money_bill", D.FINANCIAL_CALCULATIONS)
    )


@condition(
    en="the regulatory impact analysis is attached to a bill that touches private business",
    ru="к законопроекту, затрагивающему частное предпринимательство, приложен анализ "
    "регуляторного воздействия",
    kk="жеке кәсіпкерлікті қозғайтын заң жобасына реттеушілік әсерді талдау қоса берілген",
    provision="Law 480-V, art. 29(2)(6)",
)
def impact_analysis_attached(bill: Bill, occasion: Occasion) -> bool:
    return bill.has(D.REGULATORY_IMPACT_ANALYSIS) or not (
        bill.touches_business
        and _asks(occasion, "package_where_business_is_touched", D.REGULATORY_IMPACT_ANALYSIS)
    )


@condition(
    en="the drafts of the by-laws are attached to a bill of the Government that calls for them",
    ru="к законопроекту Правительства, требующему подзаконных актов, приложены их проекты",
    kk="заңға тәуелді актілерді қажет ететін Үкіметтің заң жобасына олардың жобалары қоса берілген",
    provision="Law 480-V, art. 29(2)(7)",
)
def draft_by_laws_attached(bill: Bill, occasion: Occasion) -> bool:
    """Asked of the Government alone, and of a bill that calls for by-laws."""
    asked = bill.calls_for_bylaws and bill.initiator is Role.GOVERNMENT
    return bill.has(D.DRAFT_BY_LAWS) or not (
        asked and _asks(occasion, "package_of_government", D.DRAFT_BY_LAWS)
    )


@condition(
    en="the comparison table of the wordings in force and proposed is attached to a bill that "
    "amends acts",
    ru="к законопроекту, изменяющему акты, приложена сравнительная таблица действующей и "
    "предлагаемой редакций",
    kk="актілерді өзгертетін заң жобасына қолданыстағы және ұсынылатын редакциялардың "
    "салыстырма кестесі қоса берілген",
    provision="Law 480-V, art. 29(2)",
)
def comparison_table_attached(bill: Bill, occasion: Occasion) -> bool:
    return bill.has(D.COMPARISON_TABLE) or not (
        bill.amends_acts and _asks(occasion, "package_of_amending_bill", D.COMPARISON_TABLE)
    )


PACKAGE = (
    explanatory_note_attached,
    special_message_attached,
    approvals_sheet_attached,
    expertise_conclusions_attached,
    financial_calculations_attached,
    impact_analysis_attached,
    draft_by_laws_attached,
    comparison_table_attached,
    package_files_on_file,
)
