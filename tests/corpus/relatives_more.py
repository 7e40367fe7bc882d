"""Relatives of slips in the menus of `newer.py`, as in `relatives.py`."""

# ruff: noqa: E501

from __future__ import annotations

_CALL = "2: call:74959876543 wait=15 ok:end err:3"
_ADDRESS = "2: Москва, Тверская ул., д. 7, стр. 3, оф. 401; рядом с метро"
#: Menu, what stands there, the rule, what is written instead.
RELATIVES: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("newer-taxi", "9: end", "IVR009",
     ("9: Конец", "9: Выход", "9: Завершить", "9: kонец", "9: e n d", "9: кінець", "9: вихід", "9: Fin", "9: Ende",
      "9: fim", "9: koniec", "9: шығу", "9: chiqish", "9: çıkış", "9: выхад", '9: "end"', "9: call", "9: sms")),
    ("newer-taxi", "0: repeat", "IVR009",
     ("0: wiederholen", "0: répéter", "0: repetir", "0: powtórz", "0: повторити", "0: қайталау", "0: takrorlash")),
    ("newer-taxi", "9: end", "IVR012", ("9 end.", "9 конец", "9 end!")),
    ("newer-taxi", "9: end", "IVR005", ("9 — конец.", "9) end;", "9. конец", "９: end", "٩: end")),
    ("newer-taxi", "9: end", "IVR114", ("9: ...", "9: -", "9: |")),
    ("newer-taxi", "1: record: 40", "IVR012", ("record: 40", "record")),
    ("newer-taxi", "1: record: 40", "IVR216", ("1: record: «40»", '1: record: "40"', "1: record: (40)")),
    ("newer-taxi", "1: record: 40", "IVR009",
     ("1: Aufnahme: 40", "1: запис: 40", "1: grabar: 40", "1: enregistrer: 40", "1: nagranie: 40", "1: жазу: 40")),
    ("newer-taxi", "busy: Все", "IVR007",
     ("busy_all: Все", "_busy: Все", "busy-all: Все", "busy 2: Все", "ВСЕ ЗАНЯТЫ: Все", "label busy: Все")),
    ("newer-taxi", "busy: Все", "IVR005", ("[busy] Все", "{busy}: Все", "{[busy] Все", "[busy]: Все", "@busy: Все")),
    ("newer-taxi", "busy: Все", "IVR012", ("busy = Все", "busy - Все", "busy. Все")),
    ("newer-school", "1a: Никто", "IVR007", ("1а: Никто", "1_a: Никто")),
    ("newer-percent", _ADDRESS, "IVR312",
     ("2: file 3", "2: file:3", "2: file=3", "2: файл 3", "2: file 3>", r"2: C:\sounds\hello.wav", "2: /var/hello.wav",
      "2: ./hello.mp3", "2: hello.wav", "2: Привет hello.wav", "2: sound: hello.mp3", "2: play(hello.mp3)",
      "2: файл hello.mp3", "2: playback hello.wav", "2: hello.ogg", '2: "hello.wav"', "2: file://hello.wav")),
    ("newer-percent", _ADDRESS, "IVR313", ("2: Долг XXX рублей", "2: Код XXXX", "2: Ждите ХХХ мин.")),
    ("newer-percent", _ADDRESS, "IVR218",
     ("2: goto https://a.ru/x", "2: перейти https://a.ru/x", "2: перейти на https://a.ru/x", "2: call https://a.ru/x",
      "2: curl https://a.ru/x", "2: сайт: https://a.ru/x")),
    ("newer-percent", _ADDRESS, "IVR009",
     ("2: Say('Привет')", "2: Playback(hello)", "2: Goto(menu,s,1)", "2: отправить смс $phone,Shop,Привет",
      "2: send sms to $phone, Shop, Привет", "2: same => n,Hangup()", "2: NoOp(bye);")),
    ("newer-zhkh", _CALL, "IVR009",
     ("2: Dial(74959876543,20)", "2: Dial(SIP/74959876543)", "2: exten => 2,1,Dial(SIP/74959876543)",
      '2: "call:74959876543 ok:end err:3"', "2: 'call:74959876543 ok:end err:3'", "2: «call:74959876543»",
      "2: anruf: 74959876543", "2: appel: 74959876543", "2: llamar: 74959876543", "2: дзвінок: 74959876543")),
    ("newer-zhkh", _CALL, "IVR005",
     ("exten => 2,1,Dial(SIP/74959876543)", "exten=2,1,Hangup()", '"2": "call:74959876543 ok:end err:3",')),
    ("newer-zhkh", _CALL, "IVR012", ("call:74959876543 wait=15 ok:end err:3",)),
    ("newer-zhkh", _CALL, "IVR203", ("2: call:74959876543 wait= ok:end err:3", "2: call:74959876543 ok:end err:3 wait=")),
    ("newer-zhkh", _CALL, "IVR220", ("2: call:84959876543 wait=15 ok:end err:3", "2: call:84852333444 wait=15 ok:end")),
    ("newer-taxi", "wait=20 ok:end err:busy", "IVR206",
     ("-wait 20 -ok end -err busy", "--wait=20 --ok=end --err=busy", "Wait=20 Ok:end Err:busy", "wait=20, ok=end, err=busy",
      "wait:20,ok:end,err:busy", "wait=20;ok:hangup;err:busy", "timeout=20, success:end, fail:busy", "WAIT=20 OK:END ERR:busy")),
]  # fmt: skip
