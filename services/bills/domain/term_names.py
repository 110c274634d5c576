"""What is due by the end of each term, in the three languages; read after “until”."""

from services.bills.domain.deadlines import Meaning, State
from shared.kernel.text import Text

TERM_NAMES: dict[str, Text] = {
    "formal_check": Text(
        kk="енгізілген заң жобасын тіркеу немесе қайтару",
        ru="зарегистрировать внесённый законопроект или вернуть его",
        en="register the introduced bill or return it",
    ),
    "government_conclusion": Text(
        kk="Үкіметтің заң жобасына қорытынды беруі",
        ru="Правительству дать заключение по законопроекту",
        en="the Government concludes on the bill",
    ),
    "referral": Text(
        kk="заң жобасын бас комитетке жіберу",
        ru="направить законопроект в головной комитет",
        en="refer the bill to its lead committee",
    ),
    "committee_conclusion": Text(
        kk="бас комитеттің қорытынды беруі",
        ru="головному комитету дать заключение",
        en="the lead committee concludes",
    ),
    "between_readings": Text(
        kk="келесі оқылымды бұдан ерте ашпау",
        ru="не открывать следующее чтение раньше",
        en="the next reading does not open before",
    ),
    "reading_postponed": Text(
        kk="кейінге қалдырылған оқылымға оралу",
        ru="вернуться к отложенному чтению",
        en="come back to the postponed reading",
    ),
    "final_edit": Text(
        kk="мәтіндердің түпкілікті редакциясын растау",
        ru="подтвердить окончательную редакцию текстов",
        en="confirm the final edit of the texts",
    ),
    "priority_bill": Text(
        kk="Құрылтайдың басым заң жобасын қабылдауы",
        ru="Курултаю принять приоритетный законопроект",
        en="the Kurultai adopts the priority bill",
    ),
    "confidence_wait": Text(
        kk="сенім туралы мәселе бойынша бұдан ерте дауыс бермеу",
        ru="не голосовать по вопросу о доверии раньше",
        en="no vote on confidence before",
    ),
    "to_president": Text(
        kk="қабылданған заңды Президентке жіберу",
        ru="направить принятый закон Президенту",
        en="send the adopted law to the President",
    ),
    "president_term": Text(
        kk="Президенттің заңға қол қоюы немесе қарсылықтарымен қайтаруы",
        ru="Президенту подписать закон или вернуть его с возражениями",
        en="the President signs the law or returns it with objections",
    ),
    "constitutional_review": Text(
        kk="Конституциялық Соттың заңды қарауы",
        ru="Конституционному Суду рассмотреть закон",
        en="the Constitutional Court decides on the law",
    ),
    "revote_term": Text(
        kk="Құрылтайдың Президент қарсылықтары бойынша қайта дауыс беруі",
        ru="Курултаю повторно проголосовать по возражениям Президента",
        en="the Kurultai votes again on the President's objections",
    ),
    "sign_after_override": Text(
        kk="Президенттің еңсерілген қарсылықтан кейін заңға қол қоюы",
        ru="Президенту подписать закон после преодоления возражений",
        en="the President signs the law after his objections were overridden",
    ),
    "publication": Text(
        kk="қол қойылған заңды ресми жариялау",
        ru="официально опубликовать подписанный закон",
        en="publish the signed law officially",
    ),
    "in_effect": Text(
        kk="заңның қолданысқа енгізілуі",
        ru="вступление закона в действие",
        en="the law takes effect",
    ),
}

STATE_NAMES: dict[State, Text] = {
    State.RUNNING: Text(kk="өтіп жатыр", ru="идёт", en="running"),
    State.SUSPENDED: Text(kk="тоқтатыла тұрды", ru="приостановлен", en="suspended"),
    State.MET: Text(kk="орындалды", ru="исполнен", en="met"),
    State.OVERDUE: Text(kk="өтіп кетті", ru="просрочен", en="overdue"),
    State.OVER: Text(kk="аяқталды", ru="истёк", en="over"),
    State.FELL_AWAY: Text(kk="күшін жойды", ru="отпал", en="fell away"),
    State.NOT_COMPUTABLE: Text(
        kk="әзірге есептеуге болмайды", ru="пока нельзя вычислить", en="cannot be computed yet"
    ),
}

MEANINGS: dict[Meaning, Text] = {
    Meaning.NOT_LATER: Text(kk="кешіктірілмей", ru="не позже", en="not later"),
    Meaning.NOT_BEFORE: Text(kk="ерте емес", ru="не раньше", en="not before"),
    Meaning.COMES: Text(kk="сол күні", ru="в этот день", en="on that day"),
}
