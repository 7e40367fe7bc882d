"""What all rooms say."""

from __future__ import annotations

RUSSIAN = {
    "smsc-codec sandbox": "песочница smsc-codec",
    "Rooms": "Разделы",
    "Messages": "Сообщения",
    "Skip to the content": "Перейти к содержимому",
    "Accounts": "Счета",
    "live": "на связи",
    "not live: waiting for the sandbox": "нет связи: ждём песочницу",
    "not live: too many pages are open": "нет связи: открыто слишком много страниц",
    "Light or dark": "Светлая или тёмная тема",
    "Switch to Russian": "Переключить на английский",
    "Keys": "Клавиши",
    "Close": "Закрыть",
    "the sandbox does not answer": "песочница не отвечает",
    "Next and previous": "Следующее и предыдущее",
    "To the search field": "К полю поиска",
    "copied": "скопировано",
    "Show these keys": "Показать эти клавиши",
    "Delete": "Удалить",
    "Replay the request": "Повторить запрос",
    "Pin or unpin": "Закрепить или открепить",
    "Choose for an order about many": "Выбрать для действия над несколькими",
    "Mark as unread": "Отметить непрочитанным",
    "Back to the list": "Назад к списку",
}  # fmt: skip
