"""What must be so before an act. One function, one sentence, one provision each."""

from services.bills.domain.bill import COUNTERSIGNERS, Bill
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


@condition(
    en="the one who acts does so for the initiator of this very bill",
    ru="действует инициатор именно этого законопроекта",
    kk="әрекетті дәл осы заң жобасының бастамашысы жасайды",
    provision="Law 480-V, art. 29(1), 29(4)",
)
def acts_for_the_initiator(bill: Bill, occasion: Occasion) -> bool:
    """A deputy acts in person; the others are bodies, for whom whoever holds the office acts."""
    same = bill.initiator is not Role.DEPUTY or occasion.by.person_id == bill.initiator_id
    return same and occasion.by.holds(bill.initiator)


@condition(
    en="the texts are laid down in Kazakh and in Russian",
    ru="представлены тексты на казахском и русском языках",
    kk="мәтіндер қазақ және орыс тілдерінде ұсынылған",
    provision="Law 480-V, art. 29(1)",
)
def in_both_languages(bill: Bill, _: Occasion) -> bool:
    return bill.in_both_languages


@condition(
    en="every element of the text in one language is in the other too",
    ru="каждый структурный элемент текста на одном языке есть и в тексте на другом",
    kk="бір тілдегі мәтіннің әрбір құрылымдық элементі екінші тілдегі мәтінде де бар",
    provision="Law 480-V, art. 24(3), 29(1)",
)
def same_elements_in_both(bill: Bill, _: Occasion) -> bool:
    """A text that is missing altogether is another matter."""
    return bill.same_elements or not bill.in_both_languages


@condition(
    en="the bill cuts revenue or raises spending of the state and is neither the President's nor "
    "the Government's own",
    ru="законопроект сокращает доходы или увеличивает расходы государства и внесён не Президентом "
    "и не самим Правительством",
    kk="заң жобасы мемлекет кірісін қысқартады не шығысын ұлғайтады және оны Президент те, "
    "Үкіметтің өзі де енгізбеген",
    provision="Constitution 2026, art. 60(6)",
)
def calls_for_a_conclusion(bill: Bill, _: Occasion) -> bool:
    """The Government, by introducing a bill of its own, has concluded on it."""
    return bill.touches_budget and bill.initiator not in {Role.PRESIDENT, Role.GOVERNMENT}


@condition(
    en="the Government has not given its conclusion before",
    ru="Правительство ещё не давало своего заключения",
    kk="Үкімет бұған дейін қорытынды бермеген",
    provision="Constitution 2026, art. 60(6)",
)
def no_conclusion_yet(bill: Bill, _: Occasion) -> bool:
    return bill.money_conclusion is None


@condition(
    en="the Government's conclusion on a bill that cuts revenue or raises spending is positive",
    ru="по законопроекту, сокращающему доходы или увеличивающему расходы, есть положительное "
    "заключение Правительства",
    kk="кірісті қысқартатын не шығысты ұлғайтатын заң жобасына Үкіметтің оң қорытындысы бар",
    provision="Constitution 2026, art. 60(6); Law 480-V, art. 29(3)",
)
def money_conclusion_in_place(bill: Bill, occasion: Occasion) -> bool:
    asked = calls_for_a_conclusion.holds(bill, occasion)
    return not asked or bill.money_conclusion is True


@condition(
    en="the coordinating body has named the lead committee",
    ru="координационный орган определил головной комитет",
    kk="үйлестіруші орган бас комитетті айқындаған",
    provision="Constitution 2026, art. 57(3)(5)",
)
def lead_committee_named(bill: Bill, _: Occasion) -> bool:
    return bill.named_committee_id is not None


@condition(
    en="the lead committee has concluded on the very next reading",
    ru="головной комитет дал заключение именно к следующему чтению",
    kk="бас комитет дәл келесі оқылымға қорытынды берген",
    provision="Constitution 2026, art. 61(6)",
)
def concluded_on_the_next_reading(bill: Bill, _: Occasion) -> bool:
    return bill.concluding_on == bill.next_reading


@condition(
    en="the Chair of the Kurultai has not countersigned yet",
    ru="Председатель Курултая ещё не скрепил закон своей подписью",
    kk="Құрылтай Төрағасы заңды әлі қолымен бекемдемеген",
    provision="Constitution 2026, art. 47(3)",
)
def chair_has_not_countersigned(bill: Bill, _: Occasion) -> bool:
    return Role.CHAIR not in bill.countersigned_by


@condition(
    en="the Prime Minister has not countersigned yet",
    ru="Премьер-Министр ещё не скрепил закон своей подписью",
    kk="Премьер-Министр заңды әлі қолымен бекемдемеген",
    provision="Constitution 2026, art. 47(3)",
)
def prime_minister_has_not_countersigned(bill: Bill, _: Occasion) -> bool:
    return Role.PRIME_MINISTER not in bill.countersigned_by


@condition(
    en="the Chair of the Kurultai and the Prime Minister have both countersigned",
    ru="закон скреплён подписями Председателя Курултая и Премьер-Министра",
    kk="заң Құрылтай Төрағасы мен Премьер-Министрдің қолымен бекемделген",
    provision="Constitution 2026, art. 47(3)",
)
def both_have_countersigned(bill: Bill, _: Occasion) -> bool:
    return bill.countersigned_by >= COUNTERSIGNERS


@condition(
    en="the lead committee has decided on every amendment and made the text of those it accepted",
    ru="головной комитет принял решение по каждой поправке и составил текст с принятыми",
    kk="бас комитет әр түзету бойынша шешім қабылдап, қабылданғандарымен мәтін жасаған",
    provision="rules profile: amendments.each_item_decided_with_reason (unknown)",
)
def amendments_are_decided(bill: Bill, _: Occasion) -> bool:
    return bill.amendments.undecided == 0


@condition(
    en="it is chosen how to vote on the amendments, and the votes on single ones are over",
    ru="избран способ голосования по поправкам, и голосования по отдельным из них завершены",
    kk="түзетулер бойынша дауыс беру тәсілі таңдалып, жекелеген түзетулерге дауыс беру аяқталған",
    provision="rules profile: amendments.plenary_vote_modes (last-known)",
)
def amendments_are_voted(bill: Bill, _: Occasion) -> bool:
    return bill.amendments.voted


@condition(
    en="the amendments that were accepted or adopted call for a new text",
    ru="принятые поправки требуют нового текста",
    kk="қабылданған түзетулер жаңа мәтінді қажет етеді",
    provision="rules profile: amendments.plenary_vote_modes (last-known)",
)
def amended_text_is_due(bill: Bill, _: Occasion) -> bool:
    """The text is made with the decision that calls for it, never by itself."""
    return bill.amendments.text_due
