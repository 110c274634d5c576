"""What stages, verdicts and modes of amendments are called in the three languages."""

from services.bills.domain.amendments.stages import (
    AmendingAct,
    AmendingStage,
    AmendmentAct,
    AmendmentStage,
    Mode,
)
from shared.kernel.text import Text
from shared.texts.changes import ChangeKind

AMENDMENT_STAGE_NAMES: dict[AmendmentStage, Text] = {
    AmendmentStage.NEW: Text(kk="жаңа", ru="новая", en="new"),
    AmendmentStage.FILED: Text(kk="берілді", ru="подана", en="filed"),
    AmendmentStage.ON_HOLD: Text(
        kk="Үкіметтің қорытындысын күтуде", ru="ждёт Правительства", en="waits for the Government"
    ),
    AmendmentStage.ACCEPTED: Text(kk="қабылданды", ru="принята", en="accepted"),
    AmendmentStage.REJECTED: Text(kk="қабылданбады", ru="отклонена", en="rejected"),
    AmendmentStage.ACCEPTED_IN_OTHER_WORDING: Text(
        kk="басқа редакцияда қабылданды",
        ru="принята в другой редакции",
        en="accepted in another wording",
    ),
    AmendmentStage.WITHDRAWN: Text(kk="кері қайтарып алынды", ru="отозвана", en="withdrawn"),
    AmendmentStage.ADOPTED: Text(
        kk="Құрылтай қабылдады", ru="принята Курултаем", en="adopted by the Kurultai"
    ),
    AmendmentStage.NOT_ADOPTED: Text(
        kk="Құрылтай қабылдамады", ru="не принята Курултаем", en="not adopted by the Kurultai"
    ),
}

AMENDMENT_ACT_NAMES: dict[AmendmentAct, Text] = {
    AmendmentAct.FILE: Text(kk="Түзету берілді", ru="Поправка подана", en="Amendment filed"),
    AmendmentAct.SIGN: Text(
        kk="Тең автор түзетуге қол қойды",
        ru="Соавтор подписал поправку",
        en="Signed by a co-author",
    ),
    AmendmentAct.WITHDRAW: Text(
        kk="Автор түзетуді қайтарып алды", ru="Автор отозвал поправку", en="Withdrawn by its author"
    ),
    AmendmentAct.ASK_GOVERNMENT: Text(
        kk="Үкіметке жіберілді", ru="Направлена Правительству", en="Sent to the Government"
    ),
    AmendmentAct.NOTE_GOVERNMENT_CONCLUSION: Text(
        kk="Үкімет қорытынды берді",
        ru="Правительство дало заключение",
        en="Conclusion of the Government",
    ),
    AmendmentAct.ACCEPT: Text(
        kk="Комитет қабылдады", ru="Принята комитетом", en="Accepted by the committee"
    ),
    AmendmentAct.REJECT: Text(
        kk="Комитет қабылдамады", ru="Отклонена комитетом", en="Rejected by the committee"
    ),
    AmendmentAct.REWORD: Text(
        kk="Комитет басқа редакцияда қабылдады",
        ru="Принята комитетом в другой редакции",
        en="Accepted by the committee in another wording",
    ),
    AmendmentAct.DEMAND_SEPARATE_VOTE: Text(
        kk="Автор жеке дауыс беруді талап етті",
        ru="Автор потребовал отдельного голосования",
        en="The author demanded a separate vote",
    ),
    AmendmentAct.ADOPT: Text(
        kk="Құрылтай қабылдады", ru="Принята Курултаем", en="Adopted by the Kurultai"
    ),
    AmendmentAct.NOT_ADOPT: Text(
        kk="Құрылтай қабылдамады", ru="Не принята Курултаем", en="Not adopted by the Kurultai"
    ),
}

AMENDING_STAGE_NAMES: dict[AmendingStage, Text] = {
    AmendingStage.NEW: Text(kk="жаңа", ru="новая", en="new"),
    AmendingStage.OPEN: Text(kk="қаралуда", ru="рассматриваются", en="being considered"),
    AmendingStage.CLOSED: Text(
        kk="комитет шешімді аяқтады", ru="решены комитетом", en="decided by the committee"
    ),
    AmendingStage.VOTING: Text(
        kk="дауысқа қойылды", ru="поставлены на голосование", en="put to the vote"
    ),
    AmendingStage.SETTLED: Text(kk="мәтін айқындалды", ru="текст определён", en="text settled"),
}

AMENDING_ACT_NAMES: dict[AmendingAct, Text] = {
    AmendingAct.OPEN: Text(
        kk="Түзетулер қабылдау басталды", ru="Начат приём поправок", en="Amendments are taken"
    ),
    AmendingAct.SET_READING_DAY: Text(
        kk="Оқылым күні белгіленді", ru="Назначен день чтения", en="Day of the reading set"
    ),
    AmendingAct.CLOSE: Text(
        kk="Түзетулер кестесі жабылды",
        ru="Таблица поправок закрыта",
        en="Table of amendments closed",
    ),
    AmendingAct.REOPEN: Text(
        kk="Түзетулер кестесі қайта ашылды",
        ru="Таблица поправок открыта вновь",
        en="Table of amendments opened again",
    ),
    AmendingAct.PUT_TO_VOTE: Text(
        kk="Түзетулер дауысқа қойылды",
        ru="Поправки поставлены на голосование",
        en="Amendments put to the vote",
    ),
    AmendingAct.NOTE_RESULT: Text(
        kk="Құрылтай жеке түзетулер бойынша дауыс берді",
        ru="Курултай проголосовал по отдельным поправкам",
        en="The Kurultai voted on single amendments",
    ),
    AmendingAct.SETTLE: Text(
        kk="Оқылымға шығарылатын мәтін айқындалды",
        ru="Определён текст для чтения",
        en="The text for the reading stands",
    ),
}

MODE_NAMES: dict[Mode, Text] = {
    Mode.INITIATOR_TEXT: Text(
        kk="бастамашының мәтіні", ru="текст инициатора", en="the initiator's text"
    ),
    Mode.TABLE_EN_BLOC: Text(
        kk="кестедегі қабылданған түзетулермен тұтас",
        ru="в целом с принятыми поправками таблицы",
        en="as a whole with the accepted amendments of the table",
    ),
    Mode.TABLE_ITEM_BY_ITEM: Text(
        kk="кестенің позициялары бойынша", ru="по позициям таблицы", en="by items of the table"
    ),
}

CHANGE_NAMES: dict[ChangeKind, Text] = {
    ChangeKind.REPLACE_WORDS: Text(
        kk="сөздер ауыстырылсын", ru="слова заменить", en="replace words"
    ),
    ChangeKind.NEW_WORDING: Text(
        kk="жаңа редакцияда жазылсын", ru="изложить в новой редакции", en="word anew"
    ),
    ChangeKind.INSERT_BEFORE: Text(
        kk="алдынан толықтырылсын", ru="дополнить перед", en="insert before"
    ),
    ChangeKind.INSERT_AFTER: Text(
        kk="кейін толықтырылсын", ru="дополнить после", en="insert after"
    ),
    ChangeKind.INSERT_UNDER: Text(kk="толықтырылсын", ru="дополнить", en="add under"),
    ChangeKind.REMOVE: Text(kk="алып тасталсын", ru="исключить", en="take out"),
}
