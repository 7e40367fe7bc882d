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
    "Write menus in canonical layout.": "Привести меню к единому оформлению.",
    "Turn a text into JSON.": "Превратить текст в JSON.",
    "Follow the caller: what happens in a menu, without phoning.": "Пройти путь абонента по меню без звонка.",
    "Turn JSON into a text that reads back the same.": "Собрать из JSON текст, который читается обратно без изменений.",
    "Show what a text takes as a message, and what makes it dear.": "Показать, сколько частей займёт текст и что его удорожает.",
    "Show what the octets of a binary message say.": "Показать, что написано в байтах бинарного сообщения.",
    "Turn the JSON of a binary message into hexadecimal digits.": "Превратить JSON бинарного сообщения в шестнадцатеричные цифры.",
    "Turn the JSON of an operation into a request.": "Собрать из JSON операции запрос.",
    "Turn a reply of the service into JSON.": "Превратить ответ сервиса в JSON.",
    "Show the page of a rule, or list them all.": "Показать страницу правила или список всех правил.",
    "Print the JSON Schema of a kind's values.": "Вывести JSON Schema для значений этого вида.",
    "Print the JSON Schema of a kind's values, or that of the configuration.":
        "Вывести JSON Schema для значений этого вида или для конфигурации.",
    "Tell everything that can happen: endings, times, traps, keys, numbers, cost.":
        "Рассказать всё, что может произойти: концовки, время, тупики, клавиши, номера, цена.",
    "Play a menu key by key: what the caller hears, and what happens.":
        "Пройти меню клавиша за клавишей: что слышит абонент и что происходит.",
    "Play transcripts of calls against their menus.": "Проверить меню по записям звонков.",
    "Draw a menu as SVG, Mermaid or DOT, with what is wrong drawn in.": "Нарисовать меню (SVG, Mermaid или DOT) и отметить ошибки.",
    "Tell what changed for callers between two menus.": "Показать, что изменилось для абонентов между двумя меню.",
    "Tell whether two menus do the same, whatever callers do.": "Проверить, одинаково ли ведут себя два меню при любых действиях абонента.",
    "Write a new menu that lints clean, from questions or a table.": "Составить новое меню без ошибок по вопросам или по таблице.",
    # the program
    "Parse, check and build what one says to the SMSC messaging service.": "Разбирает, проверяет и собирает всё, что отправляют сервису SMSC.",
    "Examples:": "Примеры:",
    "Example:": "Пример:",
    "every menu below a folder": "все меню в папке",
    "mend what can be mended safely": "исправить всё, что исправляется без риска",
    "what a rule is about": "о чём правило",
    "Exit codes: 0 clean, 1 findings, 2 usage or configuration, 3 internal error.":
        "Коды возврата: 0 чисто, 1 есть находки, 2 ошибка вызова или конфигурации, 3 внутренняя ошибка.",
    "The language of what is said (the configuration's, else the locale's).": "Язык сообщений (из конфигурации, иначе из локали).",
    # lint
    "PATH is a file, a folder (searched for names that end in .menu, .sms, .list ..., but for what .gitignore names), or - for standard input; without one it is the current folder.":
        "PATH — файл, папка (в ней ищутся имена на .menu, .sms, .list ..., кроме перечисленного в .gitignore) или - для стандартного ввода; без него — текущая папка.",
    "Exit codes: 0 clean; 1 findings at or above --fail-on, changes that --diff shows, or a file that cannot be read (the others are still linted); 2 usage or configuration; 3 internal error. They are the same for every format.":
        "Коды возврата: 0 чисто; 1 есть находки уровня --fail-on и выше, изменения, которые показывает --diff, или файл не читается (остальные всё равно проверяются); 2 ошибка вызова или конфигурации; 3 внутренняя ошибка. Они одинаковы для всех форматов.",
    "Run only these rules: codes, names, or beginnings of codes, by comma.": "Выполнять только эти правила: коды, имена или начала кодов через запятую.",
    "Do not run these rules.": "Не выполнять эти правила.",
    "Which rules run where none is selected.": "Какие правила выполнять, если они не выбраны.",
    "Apply safe fixes to the files.": "Внести в файлы безопасные исправления.",
    "With --fix or --diff: also fixes that may change the meaning.": "Вместе с --fix или --diff: и те исправления, что могут изменить смысл.",
    "Show what --fix would change, and change nothing.": "Показать, что изменил бы --fix, ничего не меняя.",
    "How findings are shown (full).": "Как показывать находки (full).",
    "The mildest severity that makes the exit code 1 (warning).": "С какого уровня код возврата равен 1 (warning).",
    "Count the findings of each rule at the end.": "В конце посчитать находки каждого правила.",
    "What the files are, where neither configuration nor ending says so.": "Что в файлах, если этого не говорят ни конфигурация, ни окончание имени.",
    "Say what each file is taken for and why, and lint nothing.": "Сказать, чем считается каждый файл и почему; ничего не проверять.",
    "Print the names of the files, and lint nothing.": "Вывести имена файлов; ничего не проверять.",
    "Whether what .gitignore names is passed over in folders (it is).": "Пропускать ли в папках то, что перечислено в .gitignore (да).",
    "The name of standard input, for kinds, ignores and reports.": "Имя стандартного ввода: для видов, исключений и отчётов.",
    "The files' encoding (UTF-8, or windows-1251 where it is not that).": "Кодировка файлов (UTF-8, а если это не она, то windows-1251).",
    "The configuration to use.": "Какую конфигурацию взять.",
    "Use no configuration.": "Не брать никакой конфигурации.",
    "Whether to colour; NO_COLOR and FORCE_COLOR count for auto.": "Выводить ли цвета; при auto учитываются NO_COLOR и FORCE_COLOR.",
    "Print the report alone, without remarks on the run.": "Вывести только отчёт, без замечаний о ходе работы.",
    "Apply fixes, and neither report nor count what is left.": "Внести исправления; об оставшемся не сообщать и не считать его.",
    "Show each fix as a small diff, and ask whether to make it: y, n, a (all), q (none).":
        "Показать каждое исправление и спросить, вносить ли его: y (да), n (нет), a (все), q (больше никаких).",
    "The file that the report goes into.": "Файл, в который записать отчёт.",
    "One more report, in a format and a file of its own; can be repeated.": "Ещё один отчёт, в своём формате и файле; можно указать несколько раз.",
    "How bad what these rules find is: error, warning or info.": "Уровень находок этих правил: error, warning или info.",
    "Count the findings of each rule at the end; in json and json-lines as a part of them.":
        "В конце посчитать находки каждого правила; в json и json-lines — внутри отчёта.",
    "The findings that are known and not told again; '' is none.": "Известные находки, о которых больше не сообщать; '' — никаких.",
    "Write what is found now into the baseline, and report nothing.": "Записать нынешние находки в список известных, без отчёта.",
    "Write what is found into the configuration as per-file ignores, and report nothing.":
        "Записать находки в конфигурацию как исключения для файлов, без отчёта.",
    "Lint again whenever a file or the configuration changes; Ctrl-C ends it.":
        "Проверять заново, когда меняется файл или конфигурация; остановить — Ctrl-C.",
    "Print the settings and where each comes from, and lint nothing.": "Вывести настройки и откуда взята каждая; ничего не проверять.",
    "How many processes (one a processor, for two hundred files and more).":
        "Сколько процессов (от двухсот файлов — по одному на процессор).",
    # fmt
    "What a menu says stays the same; so do encoding and line ends. Standard input (-) goes to standard output.":
        "Содержание меню не меняется, кодировка и концы строк тоже. Стандартный ввод (-) уходит в стандартный вывод.",
    "Exit codes: 0 done, or nothing to do; 1 with --check or --diff something to do, or a file that cannot be read or parsed; 2 usage or configuration.":
        "Коды возврата: 0 сделано или делать нечего; 1 с --check или --diff есть что сделать, либо файл не читается или не разбирается; 2 ошибка вызова или конфигурации.",
    "Write nothing; exit 1 if a file is not in canonical layout.": "Ничего не записывать; вернуть 1, если оформление файла отличается.",
    "Write nothing; show what would change.": "Ничего не записывать; показать, что изменилось бы.",
    "The files' encoding.": "Кодировка файлов.",
    "The file's encoding.": "Кодировка файла.",
    # parse, build
    "Exit codes: 0 parsed, 1 not (the problems are shown), 2 usage.": "Коды возврата: 0 разобрано, 1 нет (ошибки показаны), 2 ошибка вызова.",
    "What the text is, where neither configuration nor ending says so.": "Что это за текст, если этого не говорят ни конфигурация, ни окончание имени.",
    "Add where each part stands: offsets in characters, from 0.": "Добавить, где стоит каждая часть: смещения в символах, с 0.",
    "The JSON is what `parse` prints; `schema` prints its JSON Schema. A file's name may end as that of the text it was made of, with or without .json behind it: main.menu.json.":
        "JSON — тот, что выводит `parse`; его JSON Schema выводит `schema`. Имя файла может заканчиваться как у исходного текста, с .json в конце или без: main.menu.json.",
    "Exit codes: 0 built, 1 not (the field and the reason are shown), 2 usage.": "Коды возврата: 0 собрано, 1 нет (показаны поле и причина), 2 ошибка вызова.",
    "What the JSON describes, where neither configuration nor ending says so (a menu).":
        "Что описывает JSON, если этого не говорят ни конфигурация, ни окончание имени (меню).",
    # parts
    "Show what a text takes as a message: alphabet, units, parts, and what makes it dear.":
        "Показать, чем станет текст как сообщение: алфавит, единицы, части и что его удорожает.",
    "The file holds the text of one message. Its final line end is not part of the message, nor is a comment after a line ~~~. Every part is shown with a bar of how full it is, and ends at a |.":
        "В файле — текст одного сообщения. Последний конец строки в сообщение не входит, комментарий после строки ~~~ тоже. Каждая часть показана с полосой заполнения и заканчивается знаком |.",
    "Exit codes: 0 counted; 1 a file that cannot be read, more than 255 parts, a text that --charset cannot carry or that --maxsms cuts; 2 usage.":
        "Коды возврата: 0 посчитано; 1 файл не читается, частей больше 255, текст не передать в --charset или его обрежет --maxsms; 2 ошибка вызова.",
    "One JSON object rather than a picture.": "Один объект JSON вместо картинки.",
    "Also tell what this charset cannot carry.": "Показать и то, чего нет в этой кодировке.",
    "Also tell what `maxsms` would cut.": "Показать и то, что обрежет `maxsms`.",
    "Bits of the number that ties parts together (8).": "Сколько битов в номере, который связывает части (8).",
    "End no part inside what a reader sees as one character.": "Не разрывать между частями то, что выглядит одним символом.",
    "A national language table that may be used, may be repeated: {}.": "Какую таблицу национального языка можно использовать (можно указать несколько): {}.",
    # decode, encode
    "Show what the octets of a binary message say: header, body, WAP push.": "Показать, что в байтах бинарного сообщения: заголовок, тело, WAP-push.",
    "HEX is the message as `bin=2` takes it, perhaps with its line ~~~ and pid and dcs after it; - reads standard input, whose final line end does not count. Octets may also stand as 06 05, 06:05, \\x06, %06 or 0x06. A dcs and a pid are two digits too. A whole SMS-DELIVER or SMS-SUBMIT is told, and how to cut the message out of it. In the tree each line begins with the number of an octet, from 0, and the octets; what is wrong stands where it is found.":
        "HEX — сообщение в том виде, в каком его принимает `bin=2`, возможно, со строкой ~~~ и pid и dcs после неё; - читает стандартный ввод, последний конец строки не считается. Байты можно писать и так: 06 05, 06:05, \\x06, %06 или 0x06. dcs и pid — тоже по две цифры. Если это целый SMS-DELIVER или SMS-SUBMIT, об этом сказано, и как вырезать из него сообщение. Каждая строка дерева начинается с номера байта, с 0, и самих байтов; ошибки показаны там, где найдены.",
    "Exit codes: 0 decoded, 1 something is wrong (what can be read is shown all the same), 2 usage.":
        "Коды возврата: 0 прочитано, 1 есть ошибки (всё, что читается, всё равно показано), 2 ошибка вызова.",
    "What the octets are (a push if they go to its port, else binary).": "Что это за байты (push, если они идут на его порт, иначе binary).",
    "Join the parts of one message, each an argument or a line.": "Соединить части одного сообщения; каждая — аргумент или строка.",
    "JSON that `encode` takes back, rather than a tree.": "JSON, который принимает `encode`, вместо дерева.",
    "Turn the JSON of a binary message into hexadecimal digits, as `bin=2` takes them.":
        "Превратить JSON бинарного сообщения в шестнадцатеричные цифры, как их принимает `bin=2`.",
    "The JSON is what `decode --json` prints. A push may be said by its service alone.": "JSON — тот, что выводит `decode --json`. Для push достаточно самого сервиса.",
    "Exit codes: 0 encoded, 1 not (the field and the reason are shown), 2 usage.": "Коды возврата: 0 закодировано, 1 нет (показаны поле и причина), 2 ошибка вызова.",
    "What the JSON describes, where it does not say so itself.": "Что описывает JSON, если он сам этого не говорит.",
    "With --as push: the input is a link, a line feed and a title.": "Вместе с --as push: на входе ссылка, перевод строки и заголовок.",
    # request, reply
    "The JSON is an operation, or what `parse --as request` prints; `schema request` prints its JSON Schema. All that the page does not allow is told, each with its field.":
        "JSON — операция или то, что выводит `parse --as request`; его JSON Schema выводит `schema request`. Обо всём, чего не разрешает документация, сказано, с именем поля.",
    "Exit codes: 0 built, 1 not (each field and its reason are shown), 2 usage.": "Коды возврата: 0 собрано, 1 нет (показаны все поля и причины), 2 ошибка вызова.",
    "An address, a command, or the octets of an HTTP message.": "Адрес, команда или байты сообщения HTTP.",
    "For curl and http. POST keeps the password out of the address.": "Для curl и http. С POST пароль не попадает в адрес.",
    "How the reply is formatted: words, numbers, XML, JSON.": "Вид ответа: слова, числа, XML, JSON.",
    "The request's charset (utf-8).": "Кодировка запроса (utf-8).",
    "A JSON object to /rest/send/ (unconfirmed).": "Объект JSON на /rest/send/ (не подтверждено).",
    "The service's address.": "Адрес сервиса.",
    "Put in SMSC_LOGIN and SMSC_PSW, or SMSC_APIKEY; else words stand in their place.":
        "Подставить SMSC_LOGIN и SMSC_PSW или SMSC_APIKEY; иначе на их месте стоят слова.",
    "A refusal is a reply as well: its meaning, and what to do about it, are said beside it.": "Отказ — тоже ответ: рядом сказано, что он значит и что делать.",
    "Exit codes: 0 read, 1 a refusal, or no reply of the service, 2 usage.": "Коды возврата: 0 прочитано, 1 отказ или это не ответ сервиса, 2 ошибка вызова.",
    "What was asked; price: with cost=1, template: by add=1, done: by chg=1 or del=1.":
        "О чём был запрос; price: с cost=1, template: с add=1, done: с chg=1 или del=1.",
    "The 'all' of a question for a status, which says what numbers there are.": "Значение 'all' в запросе статуса: от него зависит, какие числа в ответе.",
    "The charset of the request.": "Кодировка запроса.",
    # rule
    "Show the pages of all rules.": "Показать страницы всех правил.",
    # menu
    "how it ends, how long that takes, where callers get stuck": "чем заканчивается звонок, сколько длится, где абонент застревает",
    "what changed for callers": "что изменилось для абонентов",
    "play every transcript below a folder": "проверить все записи звонков в папке",
    "Tell everything that can happen in a menu.": "Рассказать всё, что может произойти в меню.",
    "Every state is visited: nothing is sampled. Each ending is told with its shortest keys and its shortest, median and longest time, without talks; places that cannot be left with the keys that lead there; keys that nothing leads to; the numbers in the order in which they are dialled. The JSON Schema of --format json is docs/schemas/menu-explore.schema.json.":
        "Обходятся все состояния, а не часть из них. Для каждой концовки показаны самый короткий набор клавиш и наименьшее, медианное и наибольшее время без разговоров; для мест, откуда нет выхода, — клавиши, которые туда ведут; клавиши, к которым ничего не ведёт; номера в порядке набора. JSON Schema для --format json: docs/schemas/menu-explore.schema.json.",
    "Exit codes: 0 explored; 1 callers get stuck or a key cannot be reached, or not all of the file could be read (what could be is explored); 2 usage or configuration.":
        "Коды возврата: 0 пройдено; 1 абонент застревает, к клавише не попасть или файл прочитан не весь (пройдено то, что прочитано); 2 ошибка вызова или конфигурации.",
    "What a minute costs: also tell what calls cost.": "Цена минуты: показать и стоимость звонков.",
    "Also tell what holds under every reading of what the service's page does not say.":
        "Показать и то, что верно при любом толковании того, о чём документация молчит.",
    "Words, or one JSON object.": "Слова или один объект JSON.",
    "What a key does that the menu does not have.": "Что делает клавиша, которой нет в меню.",
    "What happens when nothing is pressed.": "Что происходит, если ничего не нажать.",
    "What happens after an item without sub-items.": "Что происходит после пункта без подпунктов.",
    "What happens after a talk.": "Что происходит после разговора.",
    "The configuration, in place of the nearest.": "Конфигурация вместо ближайшей.",
    "On a terminal each key counts as it is pressed: those of a phone, and a letter for what has no key there, such as `a` for answered and `n` for no answer. Elsewhere each line is a key or such a word. The clock counts seconds of speech and ringing, at the least and at the most.":
        "В терминале каждая клавиша действует сразу: клавиши телефона и буквы для того, чего на нём нет, например `a` — ответили, `n` — не ответили. В остальных случаях каждая строка — клавиша или такое слово. Часы считают секунды речи и гудков, наименьшее и наибольшее число.",
    "Exit codes: 0 played, 1 the file cannot be played or a line could not come, 2 usage or configuration.":
        "Коды возврата: 0 пройдено, 1 файл не пройти или такая строка невозможна, 2 ошибка вызова или конфигурации.",
    "Speak what the caller hears, by a speech program of the system.": "Произносить то, что слышит абонент, программой речи из системы.",
    "Write the call as a transcript, a new file.": "Записать звонок в новый файл.",
    "A transcript (`.call`) is about the menu that its line `menu: FILE` names, or about the one beside it that has its name. Folders are searched for transcripts.":
        "Запись звонка (`.call`) относится к меню из её строки `menu: FILE` или к меню рядом с тем же именем. В папках записи ищутся.",
    "Exit codes: 0 all go as they are told, 1 some do not, cannot be played or cover too little, 2 usage or configuration.":
        "Коды возврата: 0 всё идёт как записано, 1 что-то не так, не проходится или пройдено слишком мало, 2 ошибка вызова или конфигурации.",
    "Write what the menus do now into lines that do not fit.": "Вписать в несовпавшие строки то, что меню делают сейчас.",
    "Say how much of each menu was covered; fail where it is less.": "Сказать, какая доля каждого меню пройдена; вернуть 1, если меньше.",
    "Write the results as JUnit's XML, which CI systems read.": "Записать результаты в XML для JUnit, который читают системы CI.",
    "Draw a menu, with what is wrong drawn in.": "Нарисовать меню и отметить ошибки.",
    "What nothing leads to is grey; numbers that are dialled in a circle, and items without a way out, are red; the way of a call that nobody answers is dashed. The SVG needs no other program, suits light and dark pages, and holds no script.":
        "Серым — то, к чему ничего не ведёт; красным — номера, которые набираются по кругу, и пункты без выхода; пунктиром — путь звонка, на который не ответили. Для SVG не нужны другие программы, он подходит к светлым и тёмным страницам и не содержит скриптов.",
    "Exit codes: 0 drawn; 1 not all of the file could be read (what could be is drawn), or it cannot be written; 2 usage or configuration.":
        "Коды возврата: 0 нарисовано; 1 файл прочитан не весь (прочитанное нарисовано) или результат не записать; 2 ошибка вызова или конфигурации.",
    "What is written: svg, or what --output ends in.": "Что записать: svg или по окончанию --output.",
    "Write there, not to the standard output.": "Записать туда, а не в стандартный вывод.",
    "What stands above the picture; the file's name, where nothing is said.": "Заголовок картинки; если не указан — имя файла.",
    'Both menus are followed side by side, whatever callers do. Other words, other names of labels and another order of items are "same behaviour". The JSON Schema of --format json is docs/schemas/menu-diff.schema.json. Either file may be - for standard input.':
        "Оба меню проходятся бок о бок при любых действиях абонента. Другие слова, другие имена меток и другой порядок пунктов поведения не меняют. JSON Schema для --format json: docs/schemas/menu-diff.schema.json. Любой из файлов может быть - (стандартный ввод).",
    "As git's diff driver for menus (git calls it with seven arguments, and the exit code is then 0, as git demands):":
        "Как программа сравнения меню для git (он вызывает её с семью аргументами, и код возврата тогда 0, как требует git):",
    "Exit codes: 0 same behaviour; 1 a change, or not all of a file could be read; 2 usage or configuration.":
        "Коды возврата: 0 поведение то же; 1 есть изменения или файл прочитан не весь; 2 ошибка вызова или конфигурации.",
    "Words, a table for a pull request, or one JSON object.": "Слова, таблица для pull request или один объект JSON.",
    "Also tell under which readings of the service's page there is a difference.": "Показать и то, при каких толкованиях документации есть разница.",
    "Tell whether two menus do the same for callers, whatever they do: the words may differ.":
        "Проверить, одинаково ли ведут себя два меню при любых действиях абонента: слова могут отличаться.",
    "This is proved, by following both machines side by side through every state, not seen from the texts. `menu diff` says what differs.":
        "Это доказывается обходом всех состояний обоих меню бок о бок, а не сравнением текстов. Чем они отличаются, скажет `menu diff`.",
    "Exit codes: 0 the same; 1 not the same, or not all of a file could be read; 2 usage or configuration.":
        "Коды возврата: 0 одинаково; 1 не одинаково или файл прочитан не весь; 2 ошибка вызова или конфигурации.",
    "Write a new menu that lints clean, from a few questions or from a table.": "Составить новое меню без ошибок по нескольким вопросам или по таблице.",
    "A table has the columns key, text and number, and name for what the caller is offered; of these key and one of text and name are needed. Key 12 stands in the menu below key 1. What stands in a cell is spoken or dialled, and never becomes anything else. Ways to leave, to repeat and to go back are added and announced.":
        "В таблице столбцы key, text и number, а также name — как пункт называют абоненту; обязательны key и либо text, либо name. Клавиша 12 стоит в меню под клавишей 1. Содержимое ячейки произносится или набирается и ничем другим не становится. Выход, повтор и возврат добавляются и объявляются сами.",
    "Exit codes: 0 written, 1 not (what is wrong is shown), 2 usage or configuration.": "Коды возврата: 0 записано, 1 нет (ошибки показаны), 2 ошибка вызова или конфигурации.",
    "Take keys, texts and numbers from a table: .csv, .json or .yaml.": "Взять клавиши, тексты и номера из таблицы: .csv, .json или .yaml.",
    "What the caller hears first.": "Что абонент слышит первым.",
    "What the caller hears last.": "Что абонент слышит последним.",
    "Of the menu's own words; else as the texts are.": "Язык слов, которые добавляются в меню; иначе как в текстах.",
    "How long a number rings.": "Сколько секунд звонит номер.",
    "The table's encoding.": "Кодировка таблицы.",
}  # fmt: skip
