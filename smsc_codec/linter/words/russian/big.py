"""What `--help` of `big` says."""

# ruff: noqa: E501

SENTENCES: dict[str, str] = {
    "Lint, price, prepare and send lists of any length, on Dask.":
        "Проверить, оценить, подготовить и отправить списки любой длины с помощью Dask.",
    "Lists of tens of millions of lines, by many processes, here or on other machines.": "Списки в десятки миллионов строк: много процессов, здесь или на других машинах.",
    "SOURCE is a file, an address that fsspec knows, or a pattern of such: a list, plain or packed with gzip or zstd, or a table (CSV, Parquet), for which --template says the messages. docs/big.md says when one process is better.": "SOURCE — файл, адрес, который знает fsspec, или их шаблон: список, обычный или сжатый gzip или zstd, либо таблица (CSV, Parquet), для которой сообщения задаёт --template. В docs/big.md сказано, когда лучше один процесс.",
    "Find what is wrong with lists, with many processes.": "Найти ошибки в списках многими процессами.",
    "Count parts and money, and show the texts that cost most.": "Посчитать части и деньги, показать самые дорогие тексты.",
    "Make shards of lists and tables: requests without duplicates and stopped numbers, by zone and time.":
        "Разбить списки и таблицы на части: запросы без повторов и стоп-номеров, по поясам и времени.",
    "Send the shards, each line at most once unless it is told; resumable.":
        "Отправить части; каждая строка уходит не больше раза, иначе об этом сказано; можно продолжить.",
    # lint
    "Find what is wrong with lists, with many processes: what `smsc-codec lint` finds, at the same lines.": "Найти ошибки в списках многими процессами: то же, что находит `smsc-codec lint`, в тех же строках.",
    "Of a table it is the list that its rows make, a line a row.": "Таблица проверяется как список, который из неё получится: строка таблицы — строка списка.",
    "Exit codes: 0 clean; 1 findings at or above --fail-on, or a file that cannot be read (the others are still linted); 2 usage or configuration; 3 internal error.": "Коды выхода: 0 чисто; 1 есть находки уровня --fail-on и выше или файл не читается (остальные проверяются); 2 неверный вызов или настройки; 3 внутренняя ошибка.",
    "The message of each row of a table, with {column} in it.": "Сообщение для каждой строки таблицы, с {column} внутри.",
    "The column with the numbers (phone, number ...).": "Столбец с номерами (phone, number ...).",
    "How many findings of each rule are shown; 0 is all.": "Сколько находок каждого правила показывать; 0 — все.",
    "Write all findings into this folder as Parquet.": "Записать все находки в эту папку в формате Parquet.",
    "Count the findings of each rule, and the slices they are in.": "Посчитать находки каждого правила и части, в которых они есть.",
    "A Dask scheduler that runs already, tls://10.0.0.5:8786; else processes of this machine.": "Уже запущенный планировщик Dask, tls://10.0.0.5:8786; иначе процессы этой машины.",
    "How many processes of this machine (one a processor).": "Сколько процессов этой машины (по одному на процессор).",
    "What each of these processes may hold.": "Сколько памяти можно занять каждому из этих процессов.",
    "A folder for what is brought together, which all workers can reach; with --scheduler.": "Папка для промежуточных данных, доступная всем процессам; вместе с --scheduler.",
    # price
    "Count the parts of lists and tables, and what they cost; show the ten most expensive texts.": "Посчитать части сообщений в списках и таблицах и их цену; показать десять самых дорогих текстов.",
    "Exit codes: 0 all is priced; 1 some lines hold no message, or some numbers have no price; 2 usage.": "Коды выхода: 0 всё посчитано; 1 в каких-то строках нет сообщения или для каких-то номеров нет цены; 2 неверный вызов.",
    "What a part costs, by the beginning of the number: '7916,2.10' a line, or TOML.": "Цена одной части по началу номера: '7916,2.10' в строке, или TOML.",
    "Print all of it as JSON, money in millionths.": "Вывести всё как JSON, деньги в миллионных долях.",
    # prepare
    "Make shards of lists and tables: a folder that 'big send' sends.": "Разбить списки и таблицы на части: папка, которую отправляет 'big send'.",
    "Exit codes: 0 all is prepared, 1 nothing is, or some messages are set apart, 2 usage.": "Коды выхода: 0 всё готово, 1 ничего не готово или часть сообщений отложена, 2 неверный вызов.",
    "The folder for the shards, on storage that all share.": "Папка для частей, в общем для всех хранилище.",
    "The sender of each row's message.": "Отправитель сообщений.",
    "The column that says when each row's message goes.": "Столбец со временем отправки каждого сообщения.",
    "The times of --at are meant where the recipient is.": "Время из --at — местное время получателя.",
    "Send between these hours of the recipient's day, such as 10-20.": "Отправлять в эти часы по времени получателя, например 10-20.",
    "A table of prefixes and their hours from Moscow: '7916,0' a line.": "Таблица префиксов и разницы с Москвой в часах: '7916,0' в строке.",
    "The zone, in hours from Moscow, of numbers that may be anywhere.": "Часовой пояс номеров без определённого места, в часах от Москвы.",
    "Numbers that nothing is sent to, one a line.": "Номера, на которые ничего не отправляется, по одному в строке.",
    "What makes a message a duplicate: number and text, or the number alone.": "Что считать повтором: номер и текст или только номер.",
    "The ids of the requests begin with it; one is made up.": "С этого начинаются id запросов; иначе придумывается само.",
    "Of one request.": "В одном запросе.",
    "Leave out lines that cannot be sent, in place of stopping.": "Пропускать строки, которые нельзя отправить, а не останавливаться.",
    "The files' encoding (UTF-8, or windows-1251 where it is not that).": "Кодировка файлов (UTF-8, а если это не она — windows-1251).",
    # send
    "Send the shards that 'big prepare' made, from many workers; run again it goes on where it stopped.": "Отправить части, подготовленные 'big prepare', многими процессами; при повторном запуске продолжает с места остановки.",
    "Each worker needs SMSC_LOGIN and SMSC_PSW, or SMSC_APIKEY, in its own environment; those of this machine have this one's. Nothing of them goes through the engine.": "Каждому процессу нужны SMSC_LOGIN и SMSC_PSW или SMSC_APIKEY в его собственном окружении; у процессов этой машины оно здешнее. Через движок они не передаются.",
    "Exit codes: 0 all are sent, 1 not all, or of some nobody knows, 2 usage.": "Коды выхода: 0 всё отправлено, 1 не всё или о чём-то неизвестно, 2 неверный вызов.",
    "The service's address, such as a sandbox's (or SMSC_HOST in the environment).": "Адрес сервиса, например песочницы (или SMSC_HOST в окружении).",
    "What becomes of a shard that a run began and saw no end of.": "Что делать с частью, которую начали и не дождались конца.",
    "Do not ask before it costs money.": "Не спрашивать перед тем, что стоит денег.",
    "Send voice menus' sources as text.": "Отправлять исходный текст голосовых меню как сообщение.",
    "Write what became of each shard into this file, as a line of JSON each.": "Записать в этот файл, что стало с каждой частью, по строке JSON.",
}
