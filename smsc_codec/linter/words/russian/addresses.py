"""What is said of the addresses and files in menus."""

SENTENCES: dict[str, str] = {
    "this address is called as a handler, and callers do not hear the file":
        "этот адрес вызывается как обработчик, файл абонент не услышит",
    "'{}' does not play a file: callers would hear it as text":
        "'{}' не проигрывает файл: абонент услышит это как текст",
    "the service cannot reach '{}', an address of your own network":
        "'{}' — адрес вашей собственной сети, сервис до него не доберётся",
    "'{}' is not the full name of a host": "'{}' — неполное имя сервера",
    "the address ends in '{}', which belongs to it": "адрес заканчивается на '{}', и этот знак входит в адрес",
}  # fmt: skip
