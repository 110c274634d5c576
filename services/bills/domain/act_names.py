"""What the acts of a bill are called."""

from services.bills.domain.act_names_beyond import ACTS_BEYOND
from services.bills.domain.stages import Act
from shared.kernel.text import Text

ACT_NAMES: dict[Act, Text] = {
    Act.DRAFT: Text(
        kk="Заң жобасын дайындау басталды", ru="Начата подготовка законопроекта", en="Draft opened"
    ),
    Act.REVISE: Text(
        kk="Бастамашы жобаны өзгертті",
        ru="Инициатор изменил проект",
        en="Draft changed by its initiator",
    ),
    Act.SIGN_DRAFT: Text(
        kk="Депутат жобаға қол қойды",
        ru="Депутат подписал проект",
        en="Draft signed by a deputy",
    ),
    Act.TAKE_SIGNATURE_BACK: Text(
        kk="Депутат жобадағы қолын қайтарып алды",
        ru="Депутат отозвал подпись под проектом",
        en="Signature under the draft taken back by its deputy",
    ),
    Act.RELATE: Text(
        kk="Заң жобасының байланысы көрсетілді",
        ru="Указана связь законопроекта",
        en="Relation of the bill named",
    ),
    Act.UNRELATE: Text(
        kk="Заң жобасының байланысы алынып тасталды",
        ru="Связь законопроекта снята",
        en="Relation of the bill taken back",
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
    **ACTS_BEYOND,
}
