"""What stands where a table or a template had nothing to fill in, in texts of any kind."""

from __future__ import annotations

#: What spreadsheets show for a value that they do not have, and a name that only people can be asked for.
UNFILLED = (
    r"Ошибка! (?:Закладка не определена|Источник ссылки не найден)|(?<=\s)#{4,}(?=[\s.,])"
    r"|(?<![\w&#/])#(?:N/A|Н/Д|NV|(?:VALUE|ЗНАЧ|WERT|VALOR|REF|ССЫЛКА|BEZUG|DIV/0|ДЕЛ/0|NUM|ЧИСЛО|ZAHL|NULL|ПУСТО)!"
    r"|(?:NAME|ИМЯ)\?)(?!\w)|(?<![\w/@.])@[А-ЯЁа-яёІіЇїЄє]\w{1,30}"
)
