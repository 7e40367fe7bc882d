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
    "unknown kind '{}'; {}": "неизвестный вид '{}'; {~}",
    "choose one of {}": "есть {}",
    # calls that are played
    "something else happens here": "здесь происходит другое",
    "nothing happens here": "здесь ничего не происходит",
    "more happens behind this": "после этого происходит ещё что-то",
    "something happens here": "здесь что-то происходит",
    # configuration
    "unknown setting; {}": "неизвестная настройка; {~}",
    "Expected a table, got `{}`": "нужна таблица, а здесь `{}`",
    "Expected a number from 0, got {}": "нужно число от 0, а здесь {}",
    "unknown rule '{}'; 'smsc-codec rule' lists them all":
        "неизвестное правило '{}'; все правила покажет 'smsc-codec rule'",
    "unknown rule '{}'; did you mean '{}'?": "неизвестное правило '{}'; возможно, имелось в виду '{}'?",
    "'{}': only per-file-ignores can name items, such as 'IVR303@4'":
        "'{}': пункты, например 'IVR303@4', можно указывать только в per-file-ignores",
    "'{}' no longer hides anything in the files '{}'": "'{}' больше ничего не скрывает в файлах '{}'",
}  # fmt: skip
