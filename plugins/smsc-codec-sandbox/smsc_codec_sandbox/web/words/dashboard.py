"""What the room of figures says."""

from __future__ import annotations

RUSSIAN = {
    "Figures": "Статистика",
    "In all": "Всего",
    "messages": "сообщений",
    "parts and seconds": "частей и секунд",
    "money": "денег",
    "Parts and seconds": "Части и секунды",
    "Money": "Деньги",
    "Findings": "Замечания",
    "Still counting.": "Подсчёт ещё идёт.",
    "a bar is {minutes} min": "столбец — {minutes} мин",
    "errors": "ошибок",
    "warnings": "предупреждений",
    "notes": "замечаний",
    "By channel": "По каналам",
    "By sender": "По отправителям",
    "no sender": "без отправителя",
    "What cost most": "Самое дорогое",
    "{count} times": "раз: {count}",
    "{after} parts instead of {before}, written so:": "частей {after} вместо {before}, если написать так:",
}
