"""What stages and outcomes are called in the three languages."""

from services.bills.domain.stages import Stage
from shared.kernel.rules import Outcome
from shared.kernel.text import Text

STAGE_NAMES: dict[Stage, Text] = {
    Stage.NEW: Text(kk="жаңа", ru="новый", en="new"),
    Stage.DRAFT: Text(kk="жоба дайындалуда", ru="готовится", en="being drafted"),
    Stage.SUBMITTED: Text(kk="енгізілді", ru="внесён", en="introduced"),
    Stage.REGISTERED: Text(kk="тіркелді", ru="зарегистрирован", en="registered"),
    Stage.ADMITTED: Text(
        kk="қарауға қабылданды", ru="принят к рассмотрению", en="admitted for consideration"
    ),
    Stage.IN_COMMITTEE: Text(
        kk="бас комитетте", ru="в головном комитете", en="in the lead committee"
    ),
    Stage.SCHEDULED: Text(kk="оқылымды күтуде", ru="ожидает чтения", en="awaiting a reading"),
    Stage.IN_READING: Text(kk="оқылымда", ru="в чтении", en="in a reading"),
    Stage.AMENDING: Text(kk="түзетулер қаралуда", ru="рассматриваются поправки", en="amending"),
    Stage.FINAL_EDIT: Text(
        kk="түпкілікті редакциялауда", ru="окончательное редактирование", en="final edit"
    ),
    Stage.ADOPTED: Text(kk="қабылданды", ru="принят", en="adopted"),
    Stage.SENT_TO_PRESIDENT: Text(kk="Президентте", ru="у Президента", en="with the President"),
    Stage.SIGNED: Text(kk="қол қойылды", ru="подписан", en="signed"),
    Stage.PUBLISHED: Text(kk="жарияланды", ru="опубликован", en="published"),
    Stage.REJECTED: Text(kk="қабылданбады", ru="отклонён", en="rejected"),
    Stage.INADMISSIBLE: Text(
        kk="енгізуге болмайды деп танылды", ru="внесение недопустимо", en="inadmissible"
    ),
    Stage.WITHDRAWN: Text(kk="кері қайтарып алынды", ru="отозван", en="withdrawn"),
    Stage.CONFIDENCE_PENDING: Text(
        kk="сенім туралы мәселе қойылды",
        ru="поставлен вопрос о доверии",
        en="a question of confidence is raised",
    ),
    Stage.IN_CONSTITUTIONAL_REVIEW: Text(
        kk="Конституциялық Сотта",
        ru="в Конституционном Суде",
        en="in the Constitutional Court",
    ),
    Stage.UNCONSTITUTIONAL: Text(
        kk="Конституцияға сәйкес емес деп танылды",
        ru="признан не соответствующим Конституции",
        en="held unconstitutional",
    ),
    Stage.RETURNED: Text(
        kk="Президент қарсылығымен қайтарды",
        ru="возвращён с возражениями Президента",
        en="returned with the President's objections",
    ),
    Stage.IN_REPEAT_VOTE: Text(
        kk="қайта дауысқа қойылды",
        ru="на повторном голосовании",
        en="in a repeat vote",
    ),
    Stage.OVERRIDDEN: Text(
        kk="қарсылықтар еңсерілді",
        ru="возражения преодолены",
        en="objections overridden",
    ),
    Stage.OBJECTIONS_STAND: Text(
        kk="Президенттің қарсылықтары күшінде",
        ru="возражения Президента в силе",
        en="the objections stand",
    ),
    Stage.NOT_ADOPTED: Text(
        kk="қабылданбаған болып саналады",
        ru="считается непринятым",
        en="deemed not adopted",
    ),
    Stage.IN_EFFECT: Text(
        kk="қолданысқа енгізілді",
        ru="введён в действие",
        en="in effect",
    ),
    Stage.LAPSED: Text(
        kk="шақырылымның аяқталуымен күшін жойды",
        ru="прекращён с окончанием созыва",
        en="lapsed with the convocation",
    ),
}

COUNTS = Text(
    kk="Жақтады — {votes_for}, қарсы — {against}, қалыс қалды — {abstained}, дауыс бермеді — "
    "{present_not_voted}, қатысқан жоқ — {absent}. Қажетті дауыс: {whole} ішінен {needed}.",
    ru="За — {votes_for}, против — {against}, воздержались — {abstained}, не голосовали — "
    "{present_not_voted}, отсутствовали — {absent}. Требовалось: {needed} из {whole}.",
    en="For {votes_for}, against {against}, abstained {abstained}, present but not voting "
    "{present_not_voted}, absent {absent}. Needed: {needed} of {whole}.",
)

OUTCOME_NAMES: dict[Outcome, Text] = {
    Outcome.ADOPTED: Text(kk="қабылданды", ru="принято", en="adopted"),
    Outcome.REJECTED: Text(kk="қабылданбады", ru="отклонено", en="rejected"),
    Outcome.DIVIDED: Text(
        kk="тармақтары бойынша әртүрлі шешілді",
        ru="решено по пунктам по-разному",
        en="divided by items",
    ),
    Outcome.NO_DECISION: Text(
        kk="шешім қабылданған жоқ", ru="решение не принято", en="no decision taken"
    ),
}
