"""Why a file is not taken, in words for who sent it."""

from shared.kernel.errors import Invalid
from shared.kernel.text import Text


class FileRefused(Invalid):
    """What is in the file is not taken."""

    code = "file-refused"


class FileTypeRefused(Invalid):
    """The file is of a kind that is not taken, or not of the kind that it was said to be."""

    code = "file-type-refused"


class FileTooLarge(Invalid):
    """The file has more bytes than a document may have."""

    code = "file-too-large"


class DigestDiffers(Invalid):
    """What came is not what was sent: the digest in the request is another one."""

    code = "digest-differs"


EMPTY = Text(kk="Файл бос.", ru="Файл пуст.", en="The file is empty.")
UNKNOWN_TYPE = Text(
    kk="Файлдың мазмұны қабылданатын түрлердің біріне жатпайды: {types}.",
    ru="Содержимое файла не относится ни к одному из принимаемых видов: {types}.",
    en="What is in the file is none of the kinds that are taken: {types}.",
)
OTHER_TYPE = Text(
    kk="Файл {declared} деп көрсетілген, ал мазмұны — {real}.",
    ru="Файл назван {declared}, а содержимое — {real}.",
    en="The file is said to be {declared}, and what is in it is {real}.",
)
TOO_LARGE = Text(
    kk="Файл тым үлкен: {size} байт, рұқсат етілгені — {most} байт.",
    ru="Файл слишком велик: {size} байт, допустимо {most} байт.",
    en="The file is too large: {size} bytes, and {most} bytes are allowed.",
)
MACROS = Text(
    kk="Құжатта макрос не белсенді элемент бар: {part}. Онсыз сақтап, қайта жіберіңіз.",
    ru="В документе есть макрос или активный элемент: {part}. Сохраните без него и пришлите снова.",
    en="The document holds a macro or an active element: {part}. Save it without, and send again.",
)
REMOTE_TEMPLATE = Text(
    kk="Құжат ашылғанда басқа жерден үлгі алады. Оны ажыратып, қайта жіберіңіз.",
    ru="Документ при открытии берёт шаблон со стороны. Отсоедините его и пришлите снова.",
    en="The document takes a template from elsewhere when it is opened. Detach it, and send again.",
)
BOMB = Text(
    kk="Құжат ашылғанда шектен тыс ұлғаяды.",
    ru="Документ при распаковке становится непомерно велик.",
    en="The document grows beyond measure when it is unpacked.",
)
BROKEN = Text(
    kk="Файл бұзылған: оны {real} ретінде оқу мүмкін емес.",
    ru="Файл повреждён: как {real} он не читается.",
    en="The file is broken: it cannot be read as {real}.",
)
ACTIVE_PDF = Text(
    kk="PDF ішінде іске қосылатын нәрсе бар: {part}. Онсыз сақтап, қайта жіберіңіз.",
    ru="В PDF есть то, что исполняется: {part}. Сохраните без него и пришлите снова.",
    en="The PDF holds something that runs: {part}. Save it without, and send again.",
)
ENCRYPTED_PDF = Text(
    kk="PDF шифрланған: құжатты кез келген адам оқи алуы керек.",
    ru="PDF зашифрован: документ должен читаться каждым.",
    en="The PDF is encrypted: anyone must be able to read the document.",
)
NOT_THAT_DIGEST = Text(
    kk="Жеткен файлдың SHA-256 дайджесті — {real}, ал сұрауда {declared} көрсетілген.",
    ru="SHA-256 того, что дошло, — {real}, а в запросе указан {declared}.",
    en="The SHA-256 of what came is {real}, and the request says {declared}.",
)
