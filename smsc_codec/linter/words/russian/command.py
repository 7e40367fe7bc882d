"""What reports and the command line say themselves."""

SENTENCES: dict[str, str] = {
    # kinds of texts
    "voice menu (IVR)": "голосовое меню (IVR)",
    "mailing (list=)": "рассылка (list=)",
    "list of recipients": "список получателей",
    "time of sending": "время отправки",
    "voice or parameters of a call": "голос или параметры звонка",
    "call to a voice menu": "звонок в голосовое меню",
    "the configuration says so for '{}'": "так указано в конфигурации для '{}'",
    "asked for": "так указано при запуске",
    "its name ends in '{}'": "имя заканчивается на '{}'",
    "its content looks like a {}": "по содержимому похоже на это: {~}",
    "it holds a password or key": "внутри есть пароль или ключ",
    "nothing says otherwise": "ничто не указывает на другое",
    "nothing says what this text is, so nothing was checked": "неизвестно, что это за текст: ничего не проверено",
    "'--as' with a kind, such as 'menu', 'message', 'mailing'": "'--as' и вид, например 'menu', 'message', 'mailing'",
    "an entry in the configuration's 'kinds'": "запись в 'kinds' конфигурации",
    "unknown kind '{}'; {}": "неизвестный вид '{}'; {~}",
    "choose one of {}": "есть {}",
    # calls that are played
    "something else happens here": "здесь происходит другое",
    "nothing happens here": "здесь ничего не происходит",
    "more happens after this": "после этого происходит ещё что-то",
    "something happens here": "здесь что-то происходит",
    "after this": "после этого",
    "also: {}": "ещё: {}",
    "instead: {}": "вместо этого: {}",
    # configuration
    "unknown setting; {}": "неизвестная настройка; {~}",
    "Expected a table, got `{}`": "нужна таблица, а здесь `{}`",
    "Expected a number from 0, got {}": "нужно число от 0, а здесь {}",
    "unknown rule '{}'; 'smsc-codec rule' lists them all":
        "неизвестное правило '{}'; все правила покажет 'smsc-codec rule'",
    "unknown rule '{}'; did you mean '{}'?": "неизвестное правило '{}'; возможно, имелось в виду '{}'?",
    "'{}': expected an item behind '@', as in 'IVR303@4'": "'{}': после '@' ожидался пункт, как в 'IVR303@4'",
    "'{}': only per-file-ignores can name items, such as 'IVR303@4'":
        "'{}': пункты, например 'IVR303@4', можно указывать только в per-file-ignores",
    "Invalid enum value {} (allowed: {}); 'ignore' is for rules that should not run":
        "неверное значение {} (можно: {}); правила, которые не должны работать, — в 'ignore'",
    "expected a rule and error, warning or info, as in 'IVR303=info', not '{}'":
        "нужно правило и error, warning или info, например 'IVR303=info', а не '{}'",
    "expected a format, a colon and a file, as in 'sarif:lint.sarif', not '{}'; formats: {}":
        "нужны вид, двоеточие и файл, например 'sarif:lint.sarif', а не '{}'; виды: {}",
    "'{}' is linted itself; name another file": "'{}' сам проверяется; укажите другой файл",
    "'{}' is the configuration or the baseline; name another file":
        "'{}' — это конфигурация или базовый список; укажите другой файл",
    "'{}' is the file of another report; name another one": "'{}' уже занят другим отчётом; укажите другой файл",
    "'{}': {}": "'{}': {~}",
    "no configuration": "конфигурации нет",
    "--lang, or the locale": "--lang или язык системы",
    "'{}' no longer has this {}": "в '{}' больше нет этого {}",
    "'{}' has this {} {#} times, not {#}": "в '{}' это {} встречается {} {2|раз|раза|раз}, а не {}",
    "there is no '{}' any more": "файла '{}' больше нет",
    "'--update-baseline' removes what is gone": "'--update-baseline' уберёт то, чего больше нет",
    "not a baseline: {}": "это не список известных замечаний: {~}",
    "not a baseline: the file is empty": "это не список известных замечаний: файл пуст",
    "the file is empty": "файл пуст",
    "'{}': {}; '--update-baseline' makes one": "'{}': {~}; его создаст '--update-baseline'",
    "no baseline file; use '--baseline FILE' or 'baseline' in the configuration":
        "файл известных замечаний не указан; укажите '--baseline ФАЙЛ' или 'baseline' в конфигурации",
    "{#} in the baseline now: {#} new, {#} gone": "известных замечаний теперь {}: новых {}, ушло {}",
    "'--isolated' means no configuration; leave one of them out":
        "с '--isolated' конфигурации нет; уберите одно из двух",
    "it is outside the configuration's folder, so no ignore can name it":
        "файл лежит вне папки конфигурации: исключение для него записать нельзя",
    "'{}' was created in the meantime; run this again": "'{}' только что появился; запустите ещё раз",
    "its layout is too unusual to edit; add to '{}': {}":
        "файл записан необычно, и изменить его не получилось; впишите сами в '{}': {}",
    "{#} ignore added": "добавлено исключений: {}",
    "{#} ignores added": "добавлено исключений: {}",
    "the answers are read from standard input; leave one of them out":
        "ответы читаются из стандартного ввода; уберите одно из двух",
    "--diff changes nothing; leave one of them out": "--diff ничего не меняет; уберите одно из двух",
    "this makes no report; leave out --output-file and --report, or use --fix":
        "отчёта при этом нет; уберите --output-file и --report или добавьте --fix",
    "not together with '{}'; leave one of them out": "нельзя вместе с '{}'; уберите одно из двух",
    "standard input has no name there; '--stdin-filename PATH' gives it one":
        "у стандартного ввода там нет имени; его даст '--stdin-filename ПУТЬ'",
    "baseline: standard input has no name there, so that nothing is hidden; '--stdin-filename PATH' gives it one":
        "у стандартного ввода в файле замечаний нет имени, ничего не скрыто: его даст '--stdin-filename ПУТЬ'",
    "--ask: there is no fix to ask about": "--ask: исправлений, о которых можно спросить, нет",
    "--ask: there is no safe fix to ask about; '--unsafe-fixes' asks about the others, too":
        "--ask: безопасных исправлений нет; с '--unsafe-fixes' спросит и об остальных",
    "'{}' is a pipe or a device, which cannot be watched; name files or folders":
        "'{}' — канал или устройство, за ним следить нельзя; укажите файлы или папки",
    "more than {} MiB came through the pipe, which may never end; save it to a file first":
        "через канал пришло больше {} МиБ, и неизвестно, кончится ли это; сначала сохраните всё в файл",
    "the menu has {} characters, and no more than {} are tried under every policy (the service takes 1000)":
        "в меню символов {}, а при всех вариантах проверяется не больше {} (сервис принимает 1000)",
    "Make this change? y: yes, n: no, a: all from here on, q: no more":
        "Внести это изменение? д: да, н: нет, все: и все дальше, выход: больше ничего",
    "standard input cannot be watched; name files or folders":
        "за стандартным вводом следить нельзя; укажите файлы или папки",
    "watching {#} file; Ctrl-C ends it": "слежу за файлами: {}; остановить — Ctrl-C",
    "watching {#} files; Ctrl-C ends it": "слежу за файлами: {}; остановить — Ctrl-C",
    "changed: {}": "изменилось: {}",
    "changed: {} and {#} more": "изменилось: {} и ещё {}",
    "must be a table": "должна быть таблица",
    "not TOML: {}": "это не TOML: {}",
    "Expected `{}`, got `{}`": "нужно `{}`, а здесь `{}`",
    "Invalid enum value {} (allowed: {})": "неверное значение {} (можно: {})",
    "'{}' no longer hides anything in the files '{}'": "'{}' больше ничего не скрывает в файлах '{}'",
    # reports
    "error": "ошибка",
    "warning": "предупреждение",
    "info": "замечание",
    "expected": "ожидалось",
    "help": "исправление",
    "unsafe": "может изменить смысл",
    "line": "строка",
    "not checked": "не проверено",
    "... and {#} more": "... и ещё {}",
    "GitHub shows {} annotations of a kind; {} more are only in this log.":
        "GitHub показывает {} {0|пометку|пометки|пометок} каждого вида; ещё {} — только в этом журнале.",
    "{#} error": "{} {0|ошибка|ошибки|ошибок}",
    "{#} errors": "{} {0|ошибка|ошибки|ошибок}",
    "{#} warning": "{} {0|предупреждение|предупреждения|предупреждений}",
    "{#} warnings": "{} {0|предупреждение|предупреждения|предупреждений}",
    "{#} info message": "{} {0|замечание|замечания|замечаний}",
    "{#} info messages": "{} {0|замечание|замечания|замечаний}",
    "Found {} in {#} file": "Найдено: {~} в {1} {1|файле|файлах|файлах}",
    "Found {} in {#} files": "Найдено: {~} в {1} {1|файле|файлах|файлах}",
    "No problems found in {#} file.": "Проверен {} файл, ошибок нет.",
    "No problems found in {#} files.": "{0|Проверен|Проверено|Проверено} {0} {0|файл|файла|файлов}, ошибок нет.",
    "Nothing was checked.": "Ничего не проверено.",
    "{#} file could not be checked.": "Не удалось проверить {} {0|файл|файла|файлов}.",
    "{#} files could not be checked.": "Не удалось проверить {} {0|файл|файла|файлов}.",
    "{#} can be fixed with --fix": "--fix исправит {}",
    "{#} can be fixed with --fix ({#} more with --unsafe-fixes)": "--fix исправит {} (ещё {} с --unsafe-fixes)",
    "{#} can be fixed with --fix --unsafe-fixes": "--fix --unsafe-fixes исправит {}",
    "{#} problem fixed": "исправлено: {}",
    "{#} problems fixed": "исправлено: {}",
    "profile": "профиль",
    "Options of the examples:": "Параметры для примеров:",
    "Bad:": "Плохо:",
    "Good:": "Хорошо:",
    "Fix:": "Исправление:",
    "no fix": "без исправления",
    "safe fix": "безопасное исправление",
    "unsafe fix": "исправление может изменить смысл",
    "sometimes safe fix": "исправление иногда безопасно",
    "since": "с версии",
    # files
    "not a text: NUL byte at offset {}": "это не текст: нулевой байт по смещению {}",
    "not a text: NUL as character {}": "это не текст: нулевой символ на месте {}",
    "not UTF-8 ({}), so read as windows-1251; use --encoding to be sure":
        "это не UTF-8 ({~}), поэтому прочитано как windows-1251; точнее — с --encoding",
    "broken UTF-8 ({}); mend it, or use --encoding": "повреждённый UTF-8 ({~}); исправьте или укажите --encoding",
    "neither UTF-8 ({}) nor windows-1251 ({}); use --encoding":
        "это ни UTF-8 ({~}), ни windows-1251 ({~}); укажите --encoding",
    "{} would not write these bytes back as they are": "{} не запишет эти байты обратно такими же",
    "standard input is closed": "стандартный ввод закрыт",
    "not {}: {}": "это не {}: {~}",
    "the file changed while it was being read": "файл изменился, пока его читали",
    "not written: '{}' is a symbolic link; give the file it points to":
        "не записано: '{}' — символическая ссылка; укажите сам файл",
    "a device, which may never end; give a file or a pipe":
        "это устройство, оно может не кончиться; укажите файл или канал",
    "not written: it is no regular file": "не записано: это не обычный файл",
    "not written: the file is read-only": "не записано: файл только для чтения",
    "not written: {} has no '{}' (U+{})": "не записано: в {} нет символа '{}' (U+{})",
    "not written: the file has changed since it was read; run this again":
        "не записано: файл изменился после чтения; запустите ещё раз",
    "not written: {}": "не записано: {~}",
    "No such file or directory": "нет такого файла или папки",
    "Permission denied": "нет доступа",
    "Is a directory": "это папка",
    "not in canonical layout": "запись не в каноническом виде",
    "written": "записано",
    "nothing to check in this folder: no file name ends in .menu, .sms, .list or the like; "
    "--as KIND checks its .txt files; for others use 'include' in the configuration":
        "в этой папке нечего проверять: нет имён на .menu, .sms, .list и подобных; "
        "файлы .txt берёт --as ВИД, другие — 'include' в конфигурации",
    "nothing to check in this folder: .gitignore hides its files; --no-gitignore checks them":
        "в этой папке нечего проверять: все файлы скрыты в .gitignore; с --no-gitignore они проверяются",
    "the JSON is nested too deeply": "слишком глубокая вложенность JSON",
    "the JSON describes {}, not {}": "в JSON описано {}, а не {}",
    "the octets had errors and part of them is lost; fix them first":
        "в байтах были ошибки, и часть данных потеряна; сначала исправьте их",
    "replaces header, head and document: give either it or them":
        "заменяет header, head и document: укажите что-то одно",
    "nested too deeply": "слишком глубокая вложенность",
    "no calls to play: there is no file that ends in .call": "нечего проигрывать: нет файлов с именем на .call",
    "this call does not name its menu; write 'menu: FILE' at the top":
        "в звонке не указано меню; напишите в начале 'menu: ФАЙЛ'",
    "this call does not name its menu: no {} beside it; write 'menu: FILE' at the top":
        "в звонке не указано меню: рядом нет {}; напишите в начале 'menu: ФАЙЛ'",
    "this file has no menu to play": "в этом файле нет меню, которое можно проиграть",
    "there is no menu '{}'": "меню '{}' нет",
    "not all of it could be read; 'smsc-codec lint {}' says why":
        "прочитано не всё; почему — покажет 'smsc-codec lint {}'",
    "this file already exists; record the call in a new one": "такой файл уже есть; запишите звонок в новый",
    # wrong calls of the program
    "Error: {}": "Ошибка: {~}",
    "Usage: {}": "Использование: {}",
    "Try '{}' for help.": "Подробнее: '{}'.",
    "Missing argument '{}'.": "не хватает '{}'.",
    "Missing option '{}'.": "не хватает '{}'.",
    "Missing command.": "не указана команда.",
    "No such option: {}": "нет такого параметра: {}",
    "No such option '{}'.": "нет такого параметра: '{}'.",
    "No such option: {} Did you mean {}?": "нет такого параметра: {} Возможно, имелось в виду {}?",
    "No such option '{}'. Did you mean '{}'?": "нет такого параметра: '{}'. Возможно, имелось в виду '{}'?",
    "No such option: {} (Possible options: {})": "нет такого параметра: {} (похожие: {})",
    "No such command '{}'.": "нет такой команды: '{}'.",
    "No such command '{}'. Did you mean '{}'?": "нет такой команды: '{}'. Возможно, имелось в виду '{}'?",
    "Option '{}' requires an argument.": "параметру '{}' нужно значение.",
    "Option '{}' does not take a value.": "параметру '{}' не нужно значение.",
    "Got unexpected extra argument ({})": "лишнее: {}",
    "Got unexpected extra arguments ({})": "лишнее: {}",
    "Invalid value: {}": "неверное значение: {~}",
    "Invalid value for {}: {}": "неверное значение для {}: {~}",
    "'{}' is not one of {}.": "'{}' — не одно из {}.",
    "'{}' comes with {}: pip install '{}'": "'{}' устанавливается вместе с {}: pip install '{}'",
    "unknown encoding '{}'; try utf-8 or windows-1251": "неизвестная кодировка '{}'; попробуйте utf-8 или windows-1251",
    "internal error: {}; please report it (SMSC_CODEC_DEBUG=1 shows the traceback)":
        "внутренняя ошибка: {}; пожалуйста, сообщите о ней (подробности — с SMSC_CODEC_DEBUG=1)",
    "the output cannot be written": "не удаётся записать вывод",
    "unknown report format {}: choose one of {}": "неизвестный вид отчёта {}: есть {}",
    "not used: {} comes before it": "не используется: раньше стоит {}",
    # binary messages on the command line
    "give one message, or use --join for the parts of one message":
        "укажите одно сообщение или добавьте --join для частей одного сообщения",
    "--join makes a message of its parts, not {}": "--join собирает сообщение из частей, а не {}",
    "unexpected octets after the {}": "после {} лишние байты",
    "the header has ended, but {} follow": "заголовок закончился, а дальше ещё {}",
    "--text goes with --as push: only a push has a text form": "--text бывает только с --as push",
    "expected an object, as `decode --json` prints it": "нужен объект, какой печатает `decode --json`",
    "'{}' is not one of {}": "'{}' — не одно из {}",
    "not JSON: {}": "это не JSON: {}",
    "half an octet at offset {}: two digits make one": "половина байта по смещению {}: нужны две цифры",
    "no such field; choose one of {}": "нет такого поля; есть {}",
    "no such field; did you mean {}?": "нет такого поля; возможно, имелось в виду {}?",
    "--secrets needs {}": "для --secrets нужны {~}",
    "SMSC_LOGIN and SMSC_PSW, or SMSC_APIKEY, in the environment":
        "SMSC_LOGIN и SMSC_PSW либо SMSC_APIKEY в окружении",
}  # fmt: skip
