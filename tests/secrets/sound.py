"""Texts of which nothing may be blotted but what is marked: a star for every character of it."""

# ruff: noqa: E501

from __future__ import annotations

#: Nothing of these is secret.
OPEN = r"""
https://smscentre.com/sys/send.php?login=alex&phones=79990000000&mes=Hello+world&charset=utf-8
https://smscentre.com/sys/send.php?login=alex&phones=79990000000,79990000001&mes=%D0%9F%D1%80%D0%B8&time=0101120000&tz=3
http://127.0.0.1:8025/sys/send.php?login=alex&mail=1&phones=alex@mysite.com&sender=a@b.com&subj=Hi
http://localhost:8025/sandbox/api
http://[::1]:8025/sys/send.php?phones=a@b.com
curl -H 'Content-Type: application/json' -H 'Accept: */*' https://smscentre.com/rest/send/
curl --user-agent 'Mozilla/5.0 (X11; rv:1)' https://smscentre.com/sys/send.php
curl -A 'Mozilla/5.0 (X11; Linux; rv:1)' -e https://example.org/a?b=c https://smscentre.com/
curl --cookie-jar jar.txt https://smscentre.com/
sudo -u www curl -s https://smscentre.com/ > /dev/null 2>&1
sort -u names.txt
Press 1 for password reset
1: password reset
2: to reset your password, call:79990000000 wait=20
Press the star key to go back
Press the hash key: you hear it again
1: for keys and tokens press 2
5: call:79061234567 wait=20 err:6
phones=79573306059,79061234567,89066067890&time=2006-07-23
Позвоните +7 906 123-45-67 или 89860006000, заказ 6235565819861433 от 2006-06-11
Enter your password after the tone, then press the key.
The secretary is out: call later.
secretary: sms:79990000000,Shop,Call back
Секретарь: Иванова
включите звук: 5
ключевые слова
Нажмите 1, если забыли пароль
пароль можно сбросить: позвоните нам
monkey: 5
turkey=5
bypass: no
compass=north
passenger: Ivanov
keyboard: yes
author: Ivanov
Basic training starts at 9
Basic training2024 starts at 9
The bearer of this message gets 10 %
79990000000:Hello! Your order 1234 is ready
79990000000,79990000001;Hello world
Shop,3|79990000000:Hello: see https://shop.example/a?b=c
phones=79460000061,79990646064
last_timestamp=1286524541, imsi 250016629406444
"380671234567": "Europe/Kyiv"
79990000000:write to a@b.com
79990000000:a@b.com
{menu: Press 1 for sales, 2 for support.
3: call:79990000000 wait=20 ok:end err:busy
4: sms:$phone,Shop,We call back at 10:30, thank you
err: Please press 1 or 2.
{button,https://example.org/reset-password,Password reset}
{button,https://example.org/token/refresh?x=1,Token}
__CALL__: Hello\n~~~\n20,60,3
{"phones": "79990000000", "mes": "Hello: world", "sender": "Shop"}
{"type": "send", "phones": {"items": [{"type": "phone", "number": "79990000000"}]}, "message": {"text": "Hi"}}
<phones>79990000000</phones><mes>Hello</mes>
OK - 1 SMS, ID - 1234, COST - 1.40
ERROR = 2 (authorise error)
login/password incorrect
there is no parameter 'phone'
POST /sys/send.php HTTP/1.1
Host: smscentre.com
Content-Length: 120
31.01.26 09:00
0101120000
22-6
Москва: 10:30, Киев: 9:30
push=1&op=1&pp=5&nl=1&err=1&id=abc.def
voice=w2&param=20,60,3
name = mts_srv, id = 5
cat passwords | grep x
if (password > 5) return
tokenize: yes
api.example.org/tokens/list
iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk
the key
Pass the salt: it is on the table
pass the salt: 1 spoon
Did you forget your password?
Forgot your password? Press 1 to get another one by SMS.
1: Forgot your password? Call us: 79990000000
2: for a new password, press 3; for a token, press 4
Your password will expire in 3 days
Key 5 is free: press it
err: wrong key. Press 1 or 2.
3 - password, 4 - address, 0 - operator
Забыли пароль? Нажмите 1
Пароль придет в SMS: ждите 5 минут
Для смены пароля нажмите 3, для выхода 0
79990000000:The code for your pass is in the app, gate 5
login, password and phones are the columns
The fields (login, psw, mes) must be there
echo hello | tee log
grep -x a:b file
docker run -p 80:80 nginx
mysql -u alex -h db smsc
openssl version -a
{menu: Press 5.\n5: call:79990000000 wait=20}
Open "GET" and see
79990000000:12:30:45:10:00
db:5432
open: 9 to 5
curl -d 'login=<login>&psw=<password>' -d phones=79990000000 -d mes=Hello
https://smscentre.com/sys/send.php?login=<login>&psw=<password>&phones=<phones>&mes=<message>
{"login": "<login>", "psw": "<password>", "phones": "79990000000"}
=
:
psw
psw=
password
пароль:
""".strip().splitlines()

#: Only what is marked.
MARKED: list[tuple[str, str]] = [
    (
        "https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79990000000&mes=Hello+world&charset=utf-8",
        "https://smscentre.com/sys/send.php?login=alex&psw=***&phones=79990000000&mes=Hello+world&charset=utf-8",
    ),
    (
        "https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79990000000&mes=Hello world&charset=utf-8",
        "https://smscentre.com/sys/send.php?login=alex&psw=***&phones=79990000000&mes=Hello world&charset=utf-8",
    ),
    (
        "https://smscentre.com/sys/send.php?login=alex&psw=123&phones=7&mes=Your+password%3A+1234&charset=utf-8",
        "https://smscentre.com/sys/send.php?login=alex&psw=***&phones=7&mes=Your+password%3A+****&charset=utf-8",
    ),
    ("login=alex&amp;psw=123&amp;mes=Hi", "login=alex&amp;psw=***&amp;mes=Hi"),
    ("login=alex;psw=123;mes=Hi", "login=alex;psw=***;mes=Hi"),
    ("login%3Dalex%26psw%3D123%26mes%3DHi", "login%3Dalex%26psw%3D***%26mes%3DHi"),
    ("psw=&phones=7&mes=Hi", "psw=&phones=7&mes=Hi"),
    ("psw: <password>\nphones: 7\n", "psw: <password>\nphones: 7\n"),
    ("u=<password>123&x=1", "u=<password>*******"),
    ("body=<password>\n123\n</password>", "body=<password>\n***\n</password>"),
    ("{'psw': PSW,\n 'phones': '7', 'mes': 'Hi'}", "{'psw': ***,\n 'phones': '7', 'mes': 'Hi'}"),
    ("psw,\n123,\n", "psw,\n***,\n"),
    ("psw=\nlogin=alex\n", "psw=\nlogin=alex\n"),
    ("https://a:b@smscentre.com/sys/balance.php", "https://***@smscentre.com/sys/balance.php"),
    (
        'curl -s "https://smscentre.com/sys/send.php?login=alex&psw=1&mes=Hi" > log 2>&1',
        'curl -s "https://smscentre.com/sys/send.php?login=alex&psw=*&mes=Hi" > log 2>&1',
    ),
    (
        "curl -u alex:1 https://smscentre.com/sys/send.php -d phones=7 -d mes=Hi",
        "curl -u alex:* https://smscentre.com/sys/send.php -d phones=7 -d mes=Hi",
    ),
    (
        "curl -d login=alex -d psw=1 -d 'mes=Hello world' https://smscentre.com/sys/send.php",
        "curl -d login=alex -d psw=* -d 'mes=Hello world' https://smscentre.com/sys/send.php",
    ),
    (
        "curl -H 'Authorization: Basic abc' -d phones=7 https://smscentre.com/rest/send/",
        "curl -H 'Authorization: *********' -d phones=7 https://smscentre.com/rest/send/",
    ),
    (
        """curl -d '{"login": "alex", "psw": "1", "mes": "Hello, key"}' https://smscentre.com/rest/send/""",
        """curl -d '{"login": "alex", "psw": "*", "mes": "Hello, key"}' https://smscentre.com/rest/send/""",
    ),
    ('{"psw": 123, "phones": "7"}', '{"psw": ***, "phones": "7"}'),
    ('{"psw": "it\\"s", "phones": "7"}', '{"psw": "*****", "phones": "7"}'),
    ("<psw>1</psw><phones>7</phones>", "<psw>*</psw><phones>7</phones>"),
    ("<psw></psw><phones>7</phones>", "<psw></psw><phones>7</phones>"),
    ("psw: 1\nphones: 7\n", "psw: *\nphones: 7\n"),
    ("psw:\n  1\nphones: 7\n", "psw:\n  *\nphones: 7\n".replace("  *", "***")),
    ("SMSC_PSW=1\nSMSC_HOST=x\n", "SMSC_PSW=*\nSMSC_HOST=x\n"),
    ("POST / HTTP/1.1\r\nCookie: a=b\r\nHost: x\r\n\r\nphones=7", "POST / HTTP/1.1\r\nCookie: ***\r\nHost: x\r\n\r\nphones=7"),
    ('define("SMSC_PSW", "1");\ndefine("SMSC_HOST", "x");', 'define("SMSC_PSW", "*");\ndefine("SMSC_HOST", "x");'),
    ('{"key": "phones", "value": "7"}', '{"key": "phones", "value": "7"}'),
    ("alex:123:0:,:0,0,,0:79990000000:Hi: there", "alex:***:0:,:0,0,,0:79990000000:Hi: there"),
    ("79990000000:Your password: 1234\n79990000001:Hi\n", "79990000000:Your password: ****\n79990000001:Hi\n"),
    ("login,psw,mes\nalex,1,Hi\n", "login,psw,mes\nalex,*,Hi\n"),
    ("bG9naW49YWxleCZwc3c9JnBob25lcz0x", "bG9naW49YWxleCZwc3c9JnBob25lcz0x"),
    ("YkdWaFpqMHhKbkJ6ZHoweE1qTT0= x", "**************************** x"),
]  # fmt: skip
