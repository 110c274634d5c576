"""Whether the documents of a package are there as files, where the rules ask for that."""

from services.bills.domain.bill import Bill
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

FILES = "introduction.package_files_on_file"
"""The parameter that asks for it."""


@condition(
    en="the file of every document of the package is on file with the bill",
    ru="к законопроекту загружен файл каждого документа пакета",
    kk="пакеттегі әр құжаттың файлы заң жобасына жүктелген",
    provision=f"rules profile: {FILES} (unknown)",
)
def package_files_on_file(bill: Bill, occasion: Occasion) -> bool:
    named = {document.digest for document in bill.package}
    return not occasion.rules.flag(FILES) or named <= bill.digests_on_file
