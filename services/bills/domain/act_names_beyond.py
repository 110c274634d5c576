"""What the acts on the rarer ways of a bill are called."""

from services.bills.domain.stages import Act
from shared.kernel.text import Text

ACTS_BEYOND: dict[Act, Text] = {
    Act.GIVE_PRIORITY: Text(
        kk="Президент заң жобасын басым деп айқындады",
        ru="Президент определил законопроект приоритетным",
        en="Given priority by the President",
    ),
    Act.DECLARE_EMERGENCY: Text(
        kk="Үкімет заң жобасын кезек күттірмейтін деп енгізді",
        ru="Правительство внесло законопроект как безотлагательный",
        en="Declared an emergency by the Government",
    ),
    Act.LINK_TEMPORARY_ACT: Text(
        kk="Үкіметтің уақытша актісі көрсетілді",
        ru="Указан временный акт Правительства",
        en="Temporary act of the Government noted",
    ),
    Act.ASK_TO_SEND_BACK: Text(
        kk="Заң жобасын кері жіберу туралы мәселе дауысқа қойылды",
        ru="На голосование поставлен вопрос о возвращении законопроекта",
        en="The Kurultai is asked to send the bill back",
    ),
    Act.POSTPONE: Text(
        kk="Заң жобасы комитетке қайтарылды",
        ru="Законопроект возвращён в комитет",
        en="Sent back to the committee",
    ),
    Act.REPEAT_READING: Text(
        kk="Түзетулер бойынша оқылым қайталанады",
        ru="Чтение по поправкам проводится повторно",
        en="The reading of amendments is repeated",
    ),
    Act.RAISE_CONFIDENCE: Text(
        kk="Премьер-Министр сенім туралы мәселе қойды",
        ru="Премьер-Министр поставил вопрос о доверии",
        en="The Prime Minister raises the question of confidence",
    ),
    Act.OPEN_CONFIDENCE_VOTE: Text(
        kk="Сенімсіздік туралы мәселе дауысқа қойылды",
        ru="На голосование поставлен вопрос о недоверии",
        en="The motion of no confidence is put to the vote",
    ),
    Act.NOTE_CONFIDENCE_KEPT: Text(
        kk="Сенімсіздік білдірілмеді: заң дауыссыз қабылданған болып саналады",
        ru="Недоверие не выражено: закон считается принятым без голосования",
        en="No confidence was not carried: the law is deemed adopted without a vote",
    ),
    Act.NOTE_CONFIDENCE_LOST: Text(
        kk="Үкіметке сенімсіздік білдірілді",
        ru="Правительству выражено недоверие",
        en="The motion of no confidence is carried",
    ),
    Act.ASK_THE_COURT: Text(
        kk="Депутат Конституциялық Сотқа өтініш жасауға қол қойды",
        ru="Депутат подписал обращение в Конституционный Суд",
        en="A deputy signs the request to the Constitutional Court",
    ),
    Act.REFER_TO_COURT: Text(
        kk="Заң Конституциялық Сотқа жіберілді",
        ru="Закон направлен в Конституционный Суд",
        en="Referred to the Constitutional Court",
    ),
    Act.NOTE_CONSTITUTIONAL: Text(
        kk="Заң Конституцияға сәйкес деп танылды",
        ru="Закон признан соответствующим Конституции",
        en="Held constitutional",
    ),
    Act.NOTE_UNCONSTITUTIONAL: Text(
        kk="Заң Конституцияға сәйкес емес деп танылды",
        ru="Закон признан не соответствующим Конституции",
        en="Held unconstitutional",
    ),
    Act.RETURN_BY_PRESIDENT: Text(
        kk="Президент қарсылықтарын жіберді",
        ru="Президент направил возражения",
        en="Returned by the President with objections",
    ),
    Act.OPEN_REPEAT_VOTE: Text(
        kk="Қайта дауыс беру ашылды",
        ru="Открыто повторное голосование",
        en="Repeat vote opened",
    ),
    Act.OVERRIDE: Text(
        kk="Құрылтай бұрынғы шешімін растады",
        ru="Курултай подтвердил ранее принятое решение",
        en="The Kurultai confirmed its decision",
    ),
    Act.FAIL_TO_OVERRIDE: Text(
        kk="Бұрынғы шешім расталмады",
        ru="Ранее принятое решение не подтверждено",
        en="The earlier decision was not confirmed",
    ),
    Act.ACCEPT_OBJECTIONS: Text(
        kk="Мерзім өтті: Президенттің қарсылықтары қабылданды",
        ru="Срок истёк: возражения Президента приняты",
        en="The term ran out: the objections are accepted",
    ),
    Act.ASK_FOR_PRESIDENTS_WORDING: Text(
        kk="Президент ұсынған редакция дауысқа қойылды",
        ru="На голосование поставлена редакция Президента",
        en="The President's wording is put to the vote",
    ),
    Act.ADOPT_IN_PRESIDENTS_WORDING: Text(
        kk="Заң Президент ұсынған редакцияда қабылданды",
        ru="Закон принят в редакции Президента",
        en="Adopted in the President's wording",
    ),
    Act.NOTE_NOT_ADOPTED: Text(
        kk="Заң қабылданбаған болып саналады",
        ru="Закон считается непринятым",
        en="Deemed not adopted",
    ),
    Act.DEEM_SIGNED: Text(
        kk="Мерзім өтті: заңға қол қойылған болып саналады",
        ru="Срок истёк: закон считается подписанным",
        en="The term ran out: the law is deemed signed",
    ),
    Act.TAKE_EFFECT: Text(
        kk="Заң қолданысқа енгізілді",
        ru="Закон введён в действие",
        en="The law takes effect",
    ),
    Act.LAPSE: Text(
        kk="Шақырылымның аяқталуымен заң жобасы тоқтатылды",
        ru="Законопроект прекращён с окончанием созыва",
        en="The bill lapses with the convocation",
    ),
    Act.PROPOSE_DEPARTURE: Text(
        kk="Кестеден тыс әрекетті жазу ұсынылды",
        ru="Предложено записать действие вне таблицы",
        en="An act outside the table is proposed for the record",
    ),
    Act.RECORD_DEPARTURE: Text(
        kk="КЕСТЕДЕН ТЫС: екінші адам растады",
        ru="ВНЕ ТАБЛИЦЫ: подтверждено вторым лицом",
        en="OUTSIDE THE TABLE: confirmed by a second person",
    ),
}
