"""What `--help` says."""

# ruff: noqa: E501

SENTENCES: dict[str, str] = {
    # what click says itself
    "Usage": "Вызов",
    "Usage: ": "Вызов: ",
    "Options": "Параметры",
    "Commands": "Команды",
    "Show this message and exit.": "Показать эту справку и выйти.",
    "Show the version and exit.": "Показать версию и выйти.",
    "required": "обязательно",
    "default: {}": "по умолчанию: {}",
    "[OPTIONS]": "[ПАРАМЕТРЫ]",
    "COMMAND [ARGS]...": "КОМАНДА [АРГУМЕНТЫ]...",
    # the commands, each in a line
    "Find what is wrong with menus before they are sent.": "Найти ошибки в меню до отправки.",
    "Format menus.": "Привести меню к единому оформлению.",
    "Turn a text into JSON.": "Превратить текст в JSON.",
    "Follow a caller through a menu without phoning.": "Пройти путь абонента по меню без звонка.",
    "Turn JSON into a text that reads back the same.": "Собрать из JSON текст, который читается обратно без изменений.",
    "Show how many parts a text takes, and what makes it expensive.": "Показать, сколько частей займёт текст и что его удорожает.",
    "Show what is in the octets of a binary message.": "Показать, что написано в байтах бинарного сообщения.",
    "Turn the JSON of a binary message into hexadecimal digits.": "Превратить JSON бинарного сообщения в шестнадцатеричные цифры.",
    "Turn the JSON of an operation into a request.": "Собрать из JSON операции запрос.",
    "Turn a reply of the service into JSON.": "Превратить ответ сервиса в JSON.",
    "Show the page of a rule, or list them all.": "Показать страницу правила или список всех правил.",
    "Print the JSON Schema of a kind's values.": "Вывести JSON Schema для значений этого вида.",
    "Print the JSON Schema of a kind's values, or that of the configuration.":
        "Вывести JSON Schema для значений этого вида или для конфигурации.",
    "Show everything that can happen: endings, times, traps, keys, numbers, cost.":
        "Рассказать всё, что может произойти: концовки, время, тупики, клавиши, номера, цена.",
    "Play a menu key by key: what the caller hears, and what happens.":
        "Пройти меню клавиша за клавишей: что слышит абонент и что происходит.",
    "Play transcripts of calls against their menus.": "Проверить меню по записям звонков.",
    "Draw a menu as SVG, Mermaid or DOT, with its problems marked.": "Нарисовать меню (SVG, Mermaid или DOT) и отметить ошибки.",
    "Show what changed for callers between two menus.": "Показать, что изменилось для абонентов между двумя меню.",
    "Check whether two menus do the same, whatever callers do.": "Проверить, одинаково ли ведут себя два меню при любых действиях абонента.",
    "Write a new menu that lints clean, from questions or a table.": "Составить новое меню без ошибок по вопросам или по таблице.",
    # the program
    "Parse, check and build everything you send to the SMSC messaging service.": "Разбирает, проверяет и собирает всё, что отправляют сервису SMSC.",
    "Examples:": "Примеры:",
    "Example:": "Пример:",
    "every menu below a folder": "все меню в папке",
    "apply the safe fixes": "исправить всё, что исправляется без риска",
    "what a rule is about": "о чём правило",
    "Exit codes: 0 clean, 1 findings, 2 usage or configuration, 3 internal error.":
        "Коды возврата: 0 чисто, 1 есть находки, 2 ошибка вызова или конфигурации, 3 внутренняя ошибка.",
    "The language of messages (by default from the configuration, otherwise the locale).": "Язык сообщений (из конфигурации, иначе из локали).",
    # lint
    "PATH is a file, a folder (files whose names end in .menu, .sms, .list ... are checked, except those in .gitignore), or - for standard input; without one it is the current folder.":
        "PATH — файл, папка (в ней ищутся имена на .menu, .sms, .list ..., кроме перечисленного в .gitignore) или - для стандартного ввода; без него — текущая папка.",
    "Exit codes: 0 clean; 1 findings at or above --fail-on, changes that --diff shows, or a file that cannot be read (the others are still linted); 2 usage or configuration; 3 internal error. They are the same for every format.":
        "Коды возврата: 0 чисто; 1 есть находки уровня --fail-on и выше, изменения, которые показывает --diff, или файл не читается (остальные всё равно проверяются); 2 ошибка вызова или конфигурации; 3 внутренняя ошибка. Они одинаковы для всех форматов.",
    "Run only these rules: codes, names, or the beginnings of codes, separated by commas.": "Выполнять только эти правила: коды, имена или начала кодов через запятую.",
    "Do not run these rules.": "Не выполнять эти правила.",
    "The rules to run without --select.": "Какие правила выполнять, если они не выбраны.",
    "Apply safe fixes to the files.": "Внести в файлы безопасные исправления.",
    "With --fix or --diff: also apply fixes that may change the meaning.": "Вместе с --fix или --diff: и те исправления, что могут изменить смысл.",
    "Show what --fix would change; change nothing.": "Показать, что изменил бы --fix, ничего не меняя.",
    "How findings are shown (full).": "Как показывать находки (full).",
    "Exit with code 1 at this severity or worse (warning).": "С какого уровня код возврата равен 1 (warning).",
    "Count the findings of each rule at the end.": "В конце посчитать находки каждого правила.",
    "The kind of the files, if neither the configuration nor the name says it.": "Что в файлах, если этого не говорят ни конфигурация, ни окончание имени.",
    "Show the kind of each file and why; check nothing.": "Сказать, чем считается каждый файл и почему; ничего не проверять.",
    "Print the names of the files; check nothing.": "Вывести имена файлов; ничего не проверять.",
    "Skip or check files that .gitignore names, in folders (skip).": "Пропускать ли в папках то, что перечислено в .gitignore (да).",
    "The file name to use for standard input.": "Имя стандартного ввода: для видов, исключений и отчётов.",
    "The encoding of the files (UTF-8, otherwise windows-1251).": "Кодировка файлов (UTF-8, а если это не она, то windows-1251).",
    "The configuration to use.": "Какую конфигурацию взять.",
    "Use no configuration.": "Не брать никакой конфигурации.",
    "Use colours; auto respects NO_COLOR and FORCE_COLOR.": "Выводить ли цвета; при auto учитываются NO_COLOR и FORCE_COLOR.",
    "Print only the report, without remarks on the run.": "Вывести только отчёт, без замечаний о ходе работы.",
    "Apply fixes; do not report or count what is left.": "Внести исправления; об оставшемся не сообщать и не считать его.",
    "Like --fix, but show each fix as a small diff, and ask whether to make it: y, n, a (all), q (none).":
        "Показать каждое исправление и спросить, вносить ли его: y (да), n (нет), a (все), q (больше никаких).",
    "The file that the report goes into.": "Файл, в который записать отчёт.",
    "Write one more report in this format to this file; can be repeated.": "Ещё один отчёт, в своём формате и файле; можно указать несколько раз.",
    "Set the severity of these rules: error, warning or info.": "Уровень находок этих правил: error, warning или info.",
    "Count the findings of each rule at the end; in json and json-lines inside the report.":
        "В конце посчитать находки каждого правила; в json и json-lines — внутри отчёта.",
    "A file of known findings, which are not reported; '' for none.": "Известные находки, о которых больше не сообщать; '' — никаких.",
    "Write the current findings into the baseline; report nothing.": "Записать нынешние находки в список известных, без отчёта.",
    "Write the findings into the configuration as per-file ignores; report nothing.":
        "Записать находки в конфигурацию как исключения для файлов, без отчёта.",
    "Check again whenever a file or the configuration changes; stop with Ctrl-C.":
        "Проверять заново, когда меняется файл или конфигурация; остановить — Ctrl-C.",
    "Print the settings and where each comes from; check nothing.": "Вывести настройки и откуда взята каждая; ничего не проверять.",
    "The number of processes (one per processor from two hundred files on).":
        "Сколько процессов (от двухсот файлов — по одному на процессор).",
    # fmt
    "The content, encoding and line ends of a menu stay the same. Standard input (-) goes to standard output.":
        "Содержание меню не меняется, кодировка и концы строк тоже. Стандартный ввод (-) уходит в стандартный вывод.",
    "Exit codes: 0 done, or nothing to change; 1 a change to make (with --check or --diff), or a file that cannot be read or parsed; 2 usage or configuration.":
        "Коды возврата: 0 сделано или делать нечего; 1 с --check или --diff есть что сделать, либо файл не читается или не разбирается; 2 ошибка вызова или конфигурации.",
    "Write nothing; exit with 1 if a file is not formatted.": "Ничего не записывать; вернуть 1, если оформление файла отличается.",
    "Write nothing; show what would change.": "Ничего не записывать; показать, что изменилось бы.",
    "The files' encoding.": "Кодировка файлов.",
    "The file's encoding.": "Кодировка файла.",
    # parse, build
    "Exit codes: 0 parsed, 1 not (the problems are shown), 2 usage.": "Коды возврата: 0 разобрано, 1 нет (ошибки показаны), 2 ошибка вызова.",
    "The kind of the text, if neither the configuration nor the name says it.": "Что это за текст, если этого не говорят ни конфигурация, ни окончание имени.",
    "Add the place of each part: offsets in characters, from 0.": "Добавить, где стоит каждая часть: смещения в символах, с 0.",
    "The JSON is what `parse` prints; `schema` prints its JSON Schema. The name may end like the name of the text, with or without .json: main.menu.json.":
        "JSON — тот, что выводит `parse`; его JSON Schema выводит `schema`. Имя файла может заканчиваться как у исходного текста, с .json в конце или без: main.menu.json.",
    "Exit codes: 0 built, 1 not (the field and the reason are shown), 2 usage.": "Коды возврата: 0 собрано, 1 нет (показаны поле и причина), 2 ошибка вызова.",
    "The kind that the JSON describes, if neither the configuration nor the name says it (menu).":
        "Что описывает JSON, если этого не говорят ни конфигурация, ни окончание имени (меню).",
    # parts
    "Show how many parts a text takes: alphabet, units, parts, and what makes it expensive.":
        "Показать, чем станет текст как сообщение: алфавит, единицы, части и что его удорожает.",
    "The file contains the text of one message, without its last line end and without a comment after a line ~~~. Each part is shown with a bar that tells how full it is, and ends with |.":
        "В файле — текст одного сообщения. Последний конец строки в сообщение не входит, комментарий после строки ~~~ тоже. Каждая часть показана с полосой заполнения и заканчивается знаком |.",
    "Exit codes: 0 counted; 1 a file that cannot be read, more than 255 parts, a text that does not fit --charset or --maxsms; 2 usage.":
        "Коды возврата: 0 посчитано; 1 файл не читается, частей больше 255, текст не передать в --charset или его обрежет --maxsms; 2 ошибка вызова.",
    "Print a JSON object instead of a picture.": "Один объект JSON вместо картинки.",
    "Also show characters that this charset does not have.": "Показать и то, чего нет в этой кодировке.",
    "Also show what `maxsms` would cut off.": "Показать и то, что обрежет `maxsms`.",
    "Bits of the reference number that joins the parts (8).": "Сколько битов в номере, который связывает части (8).",
    "Do not split what looks like one character between two parts.": "Не разрывать между частями то, что выглядит одним символом.",
    "A national language table to use; can be repeated: {}.": "Какую таблицу национального языка можно использовать (можно указать несколько): {}.",
    # decode, encode
    "Show what is in the octets of a binary message: header, body, WAP push.": "Показать, что в байтах бинарного сообщения: заголовок, тело, WAP-push.",
    "HEX is the message as `bin=2` takes it, and may end with a line ~~~ and pid and dcs; - reads standard input, without its last line end. Octets may also be written 06 05, 06:05, \\x06, %06 or 0x06. A dcs or a pid is two digits. If HEX is a whole SMS-DELIVER or SMS-SUBMIT, this says so, and where the message in it begins. Each line of the tree starts with the number of an octet, from 0, and the octets; problems are shown where they are found.":
        "HEX — сообщение в том виде, в каком его принимает `bin=2`, возможно, со строкой ~~~ и pid и dcs после неё; - читает стандартный ввод, последний конец строки не считается. Байты можно писать и так: 06 05, 06:05, \\x06, %06 или 0x06. dcs и pid — тоже по две цифры. Если это целый SMS-DELIVER или SMS-SUBMIT, об этом сказано, и как вырезать из него сообщение. Каждая строка дерева начинается с номера байта, с 0, и самих байтов; ошибки показаны там, где найдены.",
    "Exit codes: 0 decoded, 1 something is wrong (what can be read is still shown), 2 usage.":
        "Коды возврата: 0 прочитано, 1 есть ошибки (всё, что читается, всё равно показано), 2 ошибка вызова.",
    "The kind of the octets (push if they go to its port, otherwise binary).": "Что это за байты (push, если они идут на его порт, иначе binary).",
    "Join the parts of one message; each is an argument or a line.": "Соединить части одного сообщения; каждая — аргумент или строка.",
    "Print JSON for `encode` instead of a tree.": "JSON, который принимает `encode`, вместо дерева.",
    "Turn the JSON of a binary message into hexadecimal digits, as `bin=2` takes them.":
        "Превратить JSON бинарного сообщения в шестнадцатеричные цифры, как их принимает `bin=2`.",
    "The JSON is what `decode --json` prints. For a push its service is enough.": "JSON — тот, что выводит `decode --json`. Для push достаточно самого сервиса.",
    "Exit codes: 0 encoded, 1 not (the field and the reason are shown), 2 usage.": "Коды возврата: 0 закодировано, 1 нет (показаны поле и причина), 2 ошибка вызова.",
    "The kind that the JSON describes, if it does not say it itself.": "Что описывает JSON, если он сам этого не говорит.",
    "With --as push: the input is a link, a line feed and a title.": "Вместе с --as push: на входе ссылка, перевод строки и заголовок.",
    # request, reply
    "The JSON is an operation, or what `parse --as request` prints; `schema request` prints its JSON Schema. Everything that the documentation does not allow is reported with its field.":
        "JSON — операция или то, что выводит `parse --as request`; его JSON Schema выводит `schema request`. Обо всём, чего не разрешает документация, сказано, с именем поля.",
    "Exit codes: 0 built, 1 not (each field and its reason are shown), 2 usage.": "Коды возврата: 0 собрано, 1 нет (показаны все поля и причины), 2 ошибка вызова.",
    "An address, a command, or the octets of an HTTP message.": "Адрес, команда или байты сообщения HTTP.",
    "For curl and http. POST keeps the password out of the address.": "Для curl и http. С POST пароль не попадает в адрес.",
    "The format of the reply: words, numbers, XML, JSON.": "Вид ответа: слова, числа, XML, JSON.",
    "The request's charset (utf-8).": "Кодировка запроса (utf-8).",
    "A JSON object to /rest/send/ (unconfirmed).": "Объект JSON на /rest/send/ (не подтверждено).",
    "The service's address.": "Адрес сервиса.",
    "Fill in SMSC_LOGIN and SMSC_PSW, or SMSC_APIKEY; without it placeholders are written.":
        "Подставить SMSC_LOGIN и SMSC_PSW или SMSC_APIKEY; иначе на их месте стоят слова.",
    "A refusal is a reply too: its meaning, and what to do about it, are shown.": "Отказ — тоже ответ: рядом сказано, что он значит и что делать.",
    "Exit codes: 0 read, 1 a refusal, or not a reply of the service, 2 usage.": "Коды возврата: 0 прочитано, 1 отказ или это не ответ сервиса, 2 ошибка вызова.",
    "What was asked for; price: cost=1, template: add=1, done: chg=1 or del=1.":
        "О чём был запрос; price: с cost=1, template: с add=1, done: с chg=1 или del=1.",
    "The value of 'all' in a status request; it decides which numbers the reply has.": "Значение 'all' в запросе статуса: от него зависит, какие числа в ответе.",
    "The charset of the request.": "Кодировка запроса.",
    # rule
    "Show the pages of all rules.": "Показать страницы всех правил.",
    # menu
    "how it ends, how long that takes, where callers get stuck": "чем заканчивается звонок, сколько длится, где абонент застревает",
    "what changed for callers": "что изменилось для абонентов",
    "play every transcript below a folder": "проверить все записи звонков в папке",
    "Show everything that can happen in a menu.": "Рассказать всё, что может произойти в меню.",
    "Every state is visited. This shows each ending with its shortest keys and its shortest, median and longest time, without talks; places that cannot be left, with the keys that lead there; keys that nothing leads to; and numbers in the order in which they are dialled. The JSON Schema of --format json is docs/schemas/menu-explore.schema.json.":
        "Обходятся все состояния, а не часть из них. Для каждой концовки показаны самый короткий набор клавиш и наименьшее, медианное и наибольшее время без разговоров; для мест, откуда нет выхода, — клавиши, которые туда ведут; клавиши, к которым ничего не ведёт; номера в порядке набора. JSON Schema для --format json: docs/schemas/menu-explore.schema.json.",
    "Exit codes: 0 explored; 1 callers get stuck or a key cannot be reached, or not all of the file could be read (what could be is explored); 2 usage or configuration.":
        "Коды возврата: 0 пройдено; 1 абонент застревает, к клавише не попасть или файл прочитан не весь (пройдено то, что прочитано); 2 ошибка вызова или конфигурации.",
    "The price of a minute: also show what calls cost.": "Цена минуты: показать и стоимость звонков.",
    "Also show what is true however the service does what its documentation does not say.":
        "Показать и то, что верно при любом толковании того, о чём документация молчит.",
    "Print words or one JSON object.": "Слова или один объект JSON.",
    "What happens after a key that the menu does not have.": "Что делает клавиша, которой нет в меню.",
    "What happens if no key is pressed.": "Что происходит, если ничего не нажать.",
    "What happens after an item without sub-items.": "Что происходит после пункта без подпунктов.",
    "What happens after a talk.": "Что происходит после разговора.",
    "The configuration to use instead of the nearest one.": "Конфигурация вместо ближайшей.",
    "On a terminal press the keys of a phone, or a letter for other events, such as `a` for answered and `n` for no answer. Otherwise each line of the input is a key or such a word. The clock shows the least and the most seconds of speech and ringing.":
        "В терминале каждая клавиша действует сразу: клавиши телефона и буквы для того, чего на нём нет, например `a` — ответили, `n` — не ответили. В остальных случаях каждая строка — клавиша или такое слово. Часы считают секунды речи и гудков, наименьшее и наибольшее число.",
    "Exit codes: 0 played; 1 the file cannot be played, or a line was not possible; 2 usage or configuration.":
        "Коды возврата: 0 пройдено, 1 файл не пройти или такая строка невозможна, 2 ошибка вызова или конфигурации.",
    "Speak what the caller hears, with the system's speech program.": "Произносить то, что слышит абонент, программой речи из системы.",
    "Write the call into a new file as a transcript.": "Записать звонок в новый файл.",
    "A transcript (`.call`) belongs to the menu in its line `menu: FILE`, or to the menu of the same name in its folder. Folders are searched for transcripts.":
        "Запись звонка (`.call`) относится к меню из её строки `menu: FILE` или к меню рядом с тем же именем. В папках записи ищутся.",
    "Exit codes: 0 all calls go as written; 1 some do not, cannot be played or cover too little; 2 usage or configuration.":
        "Коды возврата: 0 всё идёт как записано, 1 что-то не так, не проходится или пройдено слишком мало, 2 ошибка вызова или конфигурации.",
    "Update lines that do not match with what the menus do now.": "Вписать в несовпавшие строки то, что меню делают сейчас.",
    "Show how much of each menu was covered; fail if it is less.": "Сказать, какая доля каждого меню пройдена; вернуть 1, если меньше.",
    "Write the results as JUnit XML for CI systems.": "Записать результаты в XML для JUnit, который читают системы CI.",
    "Draw a menu, with its problems marked.": "Нарисовать меню и отметить ошибки.",
    "What nothing leads to is grey; numbers that are dialled in a circle, and items without a way out, are red; the way of a call that nobody answers is dashed. The SVG needs no other program, suits light and dark pages, and holds no script.":
        "Серым — то, к чему ничего не ведёт; красным — номера, которые набираются по кругу, и пункты без выхода; пунктиром — путь звонка, на который не ответили. Для SVG не нужны другие программы, он подходит к светлым и тёмным страницам и не содержит скриптов.",
    "Exit codes: 0 drawn; 1 not all of the file could be read (what could be is drawn), or it cannot be written; 2 usage or configuration.":
        "Коды возврата: 0 нарисовано; 1 файл прочитан не весь (прочитанное нарисовано) или результат не записать; 2 ошибка вызова или конфигурации.",
    "The format to write: svg, or as the name in --output ends.": "Что записать: svg или по окончанию --output.",
    "Write to this file instead of standard output.": "Записать туда, а не в стандартный вывод.",
    "The title above the picture (the file's name).": "Заголовок картинки; если не указан — имя файла.",
    'Both menus are followed side by side, whatever callers do. Other words, other names of labels and another order of items are "same behaviour". The JSON Schema of --format json is docs/schemas/menu-diff.schema.json. Either file may be - for standard input.':
        "Оба меню проходятся бок о бок при любых действиях абонента. Другие слова, другие имена меток и другой порядок пунктов поведения не меняют. JSON Schema для --format json: docs/schemas/menu-diff.schema.json. Любой из файлов может быть - (стандартный ввод).",
    "As git's diff driver for menus (git calls it with seven arguments, and the exit code is then 0, as git demands):":
        "Как программа сравнения меню для git (он вызывает её с семью аргументами, и код возврата тогда 0, как требует git):",
    "Exit codes: 0 same behaviour; 1 a change, or not all of a file could be read; 2 usage or configuration.":
        "Коды возврата: 0 поведение то же; 1 есть изменения или файл прочитан не весь; 2 ошибка вызова или конфигурации.",
    "Words, a table for a pull request, or one JSON object.": "Слова, таблица для pull request или один объект JSON.",
    "Also show under which readings of the documentation there is a difference.": "Показать и то, при каких толкованиях документации есть разница.",
    "Check whether two menus do the same for callers, whatever they do: the words may differ.":
        "Проверить, одинаково ли ведут себя два меню при любых действиях абонента: слова могут отличаться.",
    "This is proved by following both menus side by side through every state, not by comparing texts. `menu diff` shows what differs.":
        "Это доказывается обходом всех состояний обоих меню бок о бок, а не сравнением текстов. Чем они отличаются, скажет `menu diff`.",
    "Exit codes: 0 the same; 1 not the same, or not all of a file could be read; 2 usage or configuration.":
        "Коды возврата: 0 одинаково; 1 не одинаково или файл прочитан не весь; 2 ошибка вызова или конфигурации.",
    "Write a new menu that lints clean, from a few questions or from a table.": "Составить новое меню без ошибок по нескольким вопросам или по таблице.",
    "A table has the columns key, text and number, and name for what the caller is offered; of these key and one of text and name are needed. Key 12 stands in the menu below key 1. The content of a cell is spoken or dialled, and never becomes anything else. Ways to leave, to repeat and to go back are added and announced.":
        "В таблице столбцы key, text и number, а также name — как пункт называют абоненту; обязательны key и либо text, либо name. Клавиша 12 стоит в меню под клавишей 1. Содержимое ячейки произносится или набирается и ничем другим не становится. Выход, повтор и возврат добавляются и объявляются сами.",
    "Exit codes: 0 written, 1 not (what is wrong is shown), 2 usage or configuration.": "Коды возврата: 0 записано, 1 нет (ошибки показаны), 2 ошибка вызова или конфигурации.",
    "Take keys, texts and numbers from a table: .csv, .json or .yaml.": "Взять клавиши, тексты и номера из таблицы: .csv, .json или .yaml.",
    "What the caller hears first.": "Что абонент слышит первым.",
    "What the caller hears last.": "Что абонент слышит последним.",
    "The language of words that are added; otherwise that of the texts.": "Язык слов, которые добавляются в меню; иначе как в текстах.",
    "How many seconds a number rings.": "Сколько секунд звонит номер.",
    "The table's encoding.": "Кодировка таблицы.",
}  # fmt: skip
