"""The words of the protocols, in the languages of the parliament (and in English beside them).

Terms are those of the Kazakh and Russian texts of the Constitution where it has them.
"""

from shared.kernel.text import Text

KURULTAI = Text(
    kk="Қазақстан Республикасының Құрылтайы",
    ru="Курултай Республики Казахстан",
    en="Kurultai of the Republic of Kazakhstan",
)
QUANTITATIVE = Text(
    kk="Ашық дауыс беру нәтижелерінің сандық хаттамасы",
    ru="Количественный протокол результатов открытого голосования",
    en="Protocol of the numbers of an open vote",
)
BY_NAME = Text(
    kk="Атаулы дауыс беру хаттамасы",
    ru="Протокол поименного голосования",
    en="Protocol of a vote by name",
)
RECORD = Text(
    kk="Құрылтайдың жалпы отырысының хаттамасы",
    ru="Протокол пленарного заседания Курултая",
    en="Record of a plenary sitting of the Kurultai",
)
SITTING = Text(kk="Жалпы отырыс", ru="Пленарное заседание", en="Plenary sitting")
SITTING_OPENED = Text(kk="Отырыс ашылды", ru="Заседание открыто", en="The sitting opened")
SITTING_CLOSED = Text(kk="Отырыс жабылды", ru="Заседание закрыто", en="The sitting closed")
NOT_YET = Text(kk="әлі жоқ", ru="ещё нет", en="not yet")
QUESTION = Text(kk="Мәселе", ru="Вопрос", en="Question")
MATTER = Text(kk="Мәселенің түрі", ru="Предмет", en="Matter")
READING = Text(kk="{number}-оқылым", ru="{number}-е чтение", en="reading {number}")
REPEAT = Text(kk="Қайта дауыс беру", ru="Повторное голосование", en="Repeat vote")
CALLING = Text(kk="Шақыру тәртібі", ru="Порядок вызова", en="Order of calling")
STARTING = Text(
    kk="{order}; басталуы: {start}",
    ru="{order}; начиная с: {start}",
    en="{order}; beginning with: {start}",
)
OPENED = Text(kk="Дауыс беру ашылды", ru="Голосование открыто", en="The vote opened")
CLOSED = Text(kk="Дауыс беру жабылды", ru="Голосование закрыто", en="The vote closed")
PROCLAIMED = Text(kk="Нәтиже жарияланды", ru="Результат объявлен", en="The result was proclaimed")
SEATS = Text(
    kk="Депутаттардың жалпы саны", ru="Общее число депутатов", en="Total number of deputies"
)
FILLED = Text(kk="Қолданыстағы мандаттар", ru="Действующие мандаты", en="Mandates in force")
REGISTERED = Text(
    kk="Тіркелген депутаттар", ru="Зарегистрировано депутатов", en="Deputies registered"
)
MAJORITY = Text(
    kk="Қабылдау үшін қажетті көпшілік",
    ru="Большинство, необходимое для принятия",
    en="Majority that adopts",
)
VOTES_NEEDED = Text(kk="Қажетті дауыс саны", ru="Необходимо голосов", en="Votes needed")
OF = Text(kk="{needed} / {whole}", ru="{needed} из {whole}", en="{needed} of {whole}")
MORE_THAN = Text(
    kk="{base} {part}/{parts} үлесінен астамы",
    ru="более {part}/{parts} {base}",
    en="more than {part}/{parts} {base}",
)
AT_LEAST = Text(
    kk="{base} кемінде {part}/{parts} үлесі",
    ru="не менее {part}/{parts} {base}",
    en="at least {part}/{parts} {base}",
)
PROVISION = Text(kk="Құқықтық негізі", ru="Правовое основание", en="Provision")
TEXT_DIGEST = Text(
    kk="Мәтіннің бақылау сомасы (SHA-256)",
    ru="Контрольная сумма текста (SHA-256)",
    en="Digest of the text (SHA-256)",
)
RULE_DIGEST = Text(
    kk="Қағиданың бақылау сомасы (SHA-256)",
    ru="Контрольная сумма правила (SHA-256)",
    en="Digest of the rule (SHA-256)",
)
VOTE_ID = Text(kk="Дауыс берудің нөмірі", ru="Номер голосования", en="Vote")
RESULT = Text(kk="Дауыс беру нәтижесі", ru="Результаты голосования", en="Result of the vote")
DECISION = Text(kk="Шешім", ru="Решение", en="Decision")
ANNULLED = Text(
    kk="Дауыс берудің күші жойылды. Себебі: {reason}",
    ru="Голосование аннулировано. Причина: {reason}",
    en="The vote is annulled. The reason: {reason}",
)
IS_ANNULLED = Text(kk="Күші жойылды", ru="Аннулировано", en="Annulled")
PLAN_BY_NAME = Text(
    kk="Дауыс беру сызбасы: депутаттардың нөмірлері бойынша",
    ru="Схема голосования: по номерам депутатов",
    en="Plan of the vote: by the numbers of deputies",
)
PLAN_OF_NUMBERS = Text(
    kk="Дауыс беру сызбасы: дауыстардың түрлері бойынша",
    ru="Схема голосования: по видам голосов",
    en="Plan of the vote: by how votes fell",
)
ROLL = Text(
    kk="Депутаттар қалай дауыс берді", ru="Как голосовали депутаты", en="How deputies voted"
)
NUMBER = Text(kk="№", ru="№", en="No.")
DEPUTY = Text(kk="Депутат", ru="Депутат", en="Deputy")
FACTION = Text(kk="Фракция", ru="Фракция", en="Faction")
VOTED = Text(kk="Дауысы", ru="Голос", en="Vote")
RECORDED = Text(kk="Тіркелген уақыты", ru="Время записи", en="Recorded at")
BALLOT = Text(kk="Бюллетень", ru="Бюллетень", en="Ballot")
RECEIPT = Text(kk="Түбіртек", ru="Квитанция", en="Receipt")
RECEIPTS_CUT = Text(
    kk="Түбіртектің алғашқы 16 таңбасы келтірілген; толығы хаттаманың электрондық нұсқасында.",
    ru="Приведены первые 16 знаков квитанции; полностью она дана в электронной форме протокола.",
    en="The first 16 characters of a receipt; all of it is in the electronic form of the protocol.",
)
STATEMENTS = Text(
    kk="Депутаттардың мәлімдемелері (дауыс беру нәтижесін өзгертпейді)",
    ru="Заявления депутатов (результата голосования не меняют)",
    en="Statements of deputies (they do not change the result)",
)
PRESIDING = Text(kk="Төрағалық етуші", ru="Председательствующий", en="Presiding")
APPARATUS = Text(kk="Аппарат өкілі", ru="Представитель Аппарата", en="For the Apparatus")
PAGE = Text(kk="{page} / {pages} бет", ru="стр. {page} из {pages}", en="page {page} of {pages}")
