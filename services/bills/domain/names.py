"""What stages and acts are called in the three languages."""

from services.bills.domain.stages import Act, Stage
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
}

ACT_NAMES: dict[Act, Text] = {
    Act.DRAFT: Text(
        kk="Заң жобасын дайындау басталды", ru="Начата подготовка законопроекта", en="Draft opened"
    ),
    Act.REVISE: Text(
        kk="Бастамашы жобаны өзгертті",
        ru="Инициатор изменил проект",
        en="Draft changed by its initiator",
    ),
    Act.INTRODUCE: Text(
        kk="Заң жобасы Құрылтайға енгізілді",
        ru="Законопроект внесён в Курултай",
        en="Bill introduced into the Kurultai",
    ),
    Act.RETURN_INCOMPLETE: Text(
        kk="Құжаттары толық болмағандықтан бастамашыға қайтарылды",
        ru="Возвращён инициатору: пакет документов неполон",
        en="Returned to its initiator: the package is incomplete",
    ),
    Act.REGISTER: Text(
        kk="Заң жобасы тіркелді", ru="Законопроект зарегистрирован", en="Bill registered"
    ),
    Act.NOTE_GOVERNMENT_CONCLUSION: Text(
        kk="Үкімет оң қорытынды берді",
        ru="Правительство дало положительное заключение",
        en="Positive conclusion of the Government",
    ),
    Act.DECLINE: Text(
        kk="Үкімет теріс қорытынды берді: заң жобасын енгізуге болмайды",
        ru="Правительство дало отрицательное заключение: законопроект не может быть внесён",
        en="Negative conclusion of the Government: the bill may not be introduced",
    ),
    Act.ADMIT: Text(
        kk="Заң жобасы қарауға қабылданды",
        ru="Законопроект принят к рассмотрению",
        en="Bill admitted for consideration",
    ),
    Act.NOTE_REFERRAL: Text(
        kk="Заң жобасы бас комитетке жіберілді",
        ru="Законопроект направлен в головной комитет",
        en="Bill referred to the lead committee",
    ),
    Act.NOTE_CONCLUSION: Text(
        kk="Бас комитет қорытынды берді",
        ru="Головной комитет дал заключение",
        en="Conclusion of the lead committee",
    ),
    Act.OPEN_READING: Text(kk="Оқылым ашылды", ru="Чтение открыто", en="Reading opened"),
    Act.APPROVE_CONCEPT: Text(
        kk="Заң жобасының тұжырымдамасы мақұлданды",
        ru="Концепция законопроекта одобрена",
        en="Concept of the bill approved",
    ),
    Act.APPROVE_TEXT: Text(
        kk="Заң жобасының мәтіні мақұлданды",
        ru="Текст законопроекта одобрен",
        en="Text of the bill approved",
    ),
    Act.ADOPT: Text(
        kk="Құрылтай заңды қабылдады", ru="Курултай принял закон", en="Law adopted by the Kurultai"
    ),
    Act.REJECT: Text(
        kk="Құрылтай заң жобасын тұтастай қабылдамады",
        ru="Курултай отклонил законопроект в целом",
        en="Bill rejected as a whole by the Kurultai",
    ),
    Act.NOTE_NO_DECISION: Text(
        kk="Шешім қабылданған жоқ: дауыс мақұлдауға да, қабылдамауға да жетпеді",
        ru="Решение не принято: голосов не хватило ни для одобрения, ни для отклонения",
        en="No decision: too few votes to approve, too few to reject",
    ),
    Act.AMEND_TEXT: Text(
        kk="Түзетулер енгізілген мәтін ұсынылды",
        ru="Представлен текст с поправками",
        en="Text with the amendments laid down",
    ),
    Act.CONFIRM_FINAL_EDIT: Text(
        kk="Мәтіндердің түпкілікті редакциясы расталды",
        ru="Подтверждена окончательная редакция текстов",
        en="Final edit of the texts confirmed",
    ),
    Act.COUNTERSIGN_AS_CHAIR: Text(
        kk="Құрылтай Төрағасы заңды қолымен бекемдеді",
        ru="Председатель Курултая скрепил закон подписью",
        en="Countersigned by the Chair of the Kurultai",
    ),
    Act.COUNTERSIGN_AS_PRIME_MINISTER: Text(
        kk="Премьер-Министр заңды қолымен бекемдеді",
        ru="Премьер-Министр скрепил закон подписью",
        en="Countersigned by the Prime Minister",
    ),
    Act.SEND_TO_PRESIDENT: Text(
        kk="Заң Президентке жіберілді", ru="Закон направлен Президенту", en="Sent to the President"
    ),
    Act.SIGN: Text(
        kk="Президент заңға қол қойды", ru="Президент подписал закон", en="Signed by the President"
    ),
    Act.PUBLISH: Text(
        kk="Заң ресми жарияланды", ru="Закон официально опубликован", en="Officially published"
    ),
    Act.WITHDRAW: Text(
        kk="Бастамашы заң жобасын кері қайтарып алды",
        ru="Инициатор отозвал законопроект",
        en="Bill withdrawn by its initiator",
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
