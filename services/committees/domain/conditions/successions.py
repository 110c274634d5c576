"""What must be so before a list is entered, and before somebody is seated from it."""

from services.committees.domain.grounds import REGISTER, SUCCESSOR
from services.committees.domain.mandate import Mandate
from services.committees.domain.party_list import PartyList
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

LISTS = "Constitution 2026, art. 53(1)"
NEXT = "next_on_the_list"


@condition(
    en="the party has no other list in this convocation",
    ru="у партии нет другого списка в этом созыве",
    kk="партияның бұл шақырылымда басқа тізімі жоқ",
    provision=LISTS,
)
def party_has_one_list(party_list: PartyList, _: Occasion) -> bool:
    return not party_list.party_listed


@condition(
    en="every number and every person is on the list once",
    ru="каждый номер и каждое лицо стоят в списке один раз",
    kk="тізімде әр нөмір мен әр адам бір рет тұр",
    provision=LISTS,
)
def places_are_given_once(party_list: PartyList, _: Occasion) -> bool:
    numbers = [one.number for one in party_list.candidates]
    people = [one.person_id for one in party_list.candidates if one.person_id is not None]
    return len(set(numbers)) == len(numbers) and len(set(people)) == len(people)


@condition(
    en="the candidate is on the list, was never seated and not excluded before",
    ru="кандидат есть в списке, не получал мандата и ещё не исключён",
    kk="кандидат тізімде бар, мандат алмаған және әлі шығарылмаған",
    provision=REGISTER,
)
def candidate_may_be_excluded(party_list: PartyList, _: Occasion) -> bool:
    found = party_list.at(party_list.number)
    return found is not None and found.excluded is None and found.number not in party_list.seated


@condition(
    en="the place on the list, if one is named, is there, and nobody was excluded or seated by it",
    ru="указанное место в списке существует, не исключено и по нему никто не получал мандата",
    kk="көрсетілген орын тізімде бар, шығарылмаған және ол бойынша ешкім мандат алмаған",
    provision=LISTS,
)
def place_on_the_list_is_free(mandate: Mandate, _: Occasion) -> bool:
    party_list = mandate.succession.party_list
    if party_list is None:
        return mandate.list_number is None
    found = party_list.at(mandate.list_number)
    free = found is not None and found.excluded is None
    of_here = party_list.convocation_id == mandate.convocation_id
    return free and of_here and mandate.list_number not in party_list.seated


@condition(
    en="the person is the one whom the list names at that place, where it names one",
    ru="лицо — то, которое список называет на этом месте, если он его называет",
    kk="тізім бұл орында біреуді атаса, адам — сол",
    provision=LISTS,
)
def person_is_the_listed_one(mandate: Mandate, _: Occasion) -> bool:
    party_list = mandate.succession.party_list
    found = party_list.at(mandate.list_number) if party_list else None
    return found is None or found.person_id in {None, mandate.person_id}


@condition(
    en="the mandate to be succeeded is one of this convocation that ended and nobody has succeeded",
    ru="замещаемый мандат — этого созыва, прекращён и ещё никем не замещён",
    kk="орны басылатын мандат осы шақырылымдікі, тоқтатылған және оны әлі ешкім баспаған",
    provision=SUCCESSOR,
)
def succeeds_a_mandate_that_ended(mandate: Mandate, _: Occasion) -> bool:
    ended = mandate.succession.ended
    if ended is None:
        return True
    here = ended.convocation_id == mandate.convocation_id
    return here and ended.is_over and not ended.is_succeeded


@condition(
    en="a successor comes from the list of the party whose mandate it was",
    ru="преемник — из списка той партии, которой принадлежал мандат",
    kk="орнын басушы мандат тиесілі болған партияның тізімінен",
    provision=SUCCESSOR,
)
def successor_is_of_the_same_list(mandate: Mandate, _: Occasion) -> bool:
    ended, party_list = mandate.succession.ended, mandate.succession.party_list
    if ended is None or ended.by_list is None:
        return True
    return party_list is not None and party_list.id == ended.by_list


@condition(
    en="a successor is the next on the list, where the rules say so",
    ru="преемник — следующий по списку, если так установлено правилами",
    kk="қағидаларда белгіленсе, орнын басушы — тізімдегі келесі адам",
    provision=SUCCESSOR,
)
def successor_is_next_on_the_list(mandate: Mandate, occasion: Occasion) -> bool:
    asked = occasion.rules.settled("mandates.successor") == NEXT
    party_list = mandate.succession.party_list
    if not asked or mandate.succession.ended is None or party_list is None:
        return True
    following = party_list.next
    return following is not None and following.number == mandate.list_number


SUCCESSION = (
    place_on_the_list_is_free,
    person_is_the_listed_one,
    succeeds_a_mandate_that_ended,
    successor_is_of_the_same_list,
    successor_is_next_on_the_list,
)
