"""Requests whose parameters a program says as a mapping, or puts together of pieces: what is judged of them."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

import smsc_codec as sms

#: What stands there, and the lines and rules of what is told of it.
CASES: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "py session sound": (
        "import requests\n"
        "s = requests.Session()\n"
        'URL = "https://smscentre.com/sys/send.php"\n'
        "def send(phone, text):\n"
        "    params = {\n"
        '        "login": LOGIN,\n'
        '        "psw": os.environ["PSW"],\n'
        '        "phones": phone,\n'
        '        "mes": text,\n'
        '        "charset": "utf-8",  # always\n'
        '        "fmt": 3,\n'
        "    }\n"
        "    return s.get(URL, params=params, timeout=10).json()\n",
        [],
    ),
    "py grows sound": (
        'data = {"login": "a", "psw": "b", "charset": "utf-8"}\n'
        'data["phones"] = phone\n'
        "data.update(mes=text)\n"
        'requests.post("https://smscentre.com/sys/send.php", data=data)\n',
        [],
    ),
    "py spread sound": (
        'requests.post("https://smscentre.com/sys/send.php", data={**AUTH, "phones": "79990000000", "mes": "Hi"})\n',
        [],
    ),
    "py json wrong": (
        'requests.post("https://smscentre.com/sys/send.php", json={"login": "a", "psw": "KEY", "phones": "79990000000", "mes": "Hi"})\n',
        [(1, "REQ023")],
    ),
    "py urlencode wrong fmt": (
        "from urllib.parse import urlencode\n"
        "query = urlencode({'login': 'a', 'psw': 'KEY', 'phones': '79990000000', 'mes': 'Hi', 'fmt': '5'})\n"
        'urlopen("https://smscentre.com/sys/send.php?" + query)\n',
        [(2, "REQ016")],
    ),
    "py fstring wrong name": (
        'url = f"https://smscentre.com/sys/send.php?login={login}&psw={psw}&phone={phone}&mes={text}"\n'
        "requests.get(url)\n",
        [(1, "REQ013")],
    ),
    "py two endpoints sound": (
        "def balance():\n"
        '    return requests.post("https://smscentre.com/sys/balance.php", data={"login": L, "psw": P, "fmt": 3})\n'
        "\n"
        "\n"
        "def send(phone, text):\n"
        '    return requests.post("https://smscentre.com/sys/send.php", data={"login": L, "psw": P, "phones": phone, "mes": text, "charset": "utf-8"})\n',
        [],
    ),
    "py no charset ru wrong": (
        'requests.post("https://smscentre.com/sys/send.php", data={"login": "a", "psw": "KEY", "phones": "79990000000", "mes": "Привет"})\n',
        [(1, "REQ010")],
    ),
    "php array sound": (
        "<?php\n"
        "$params = array(\n"
        "    'login'   => 'alex',\n"
        "    'psw'     => 'KEY',\n"
        "    'phones'  => $phone,\n"
        "    'mes'     => $text,\n"
        "    'charset' => 'utf-8',\n"
        ");\n"
        "$ch = curl_init('https://smscentre.com/sys/send.php');\n"
        "curl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query($params));\n"
        "curl_exec($ch);\n",
        [],
    ),
    "php sender ru wrong": (
        "<?php\n"
        "$params = [\n"
        "    'login' => 'alex', 'psw' => 'KEY', 'phones' => '79990000000',\n"
        "    'mes' => 'Hello', 'charset' => 'utf-8',\n"
        "    'sender' => 'Магазин',\n"
        "];\n"
        "file_get_contents('https://smscentre.com/sys/send.php?' . http_build_query($params));\n",
        [(5, "REQ022")],
    ),
    "php no psw wrong": (
        "<?php\n"
        "$r = file_get_contents('https://smscentre.com/sys/send.php?' . http_build_query(['login' => 'alex', 'phones' => '79990000000', 'mes' => 'Hi']));\n",
        [(2, "REQ014")],
    ),
    "js fetch sound": (
        "const body = new URLSearchParams({login, psw, phones: phone, mes: text, charset: 'utf-8', fmt: 3});\n"
        "const r = await fetch('https://smscentre.com/sys/send.php', {method: 'POST', body});\n",
        [],
    ),
    "js fetch wrong": (
        "const body = new URLSearchParams({login, psw, phones: phone, message: text, charset: 'utf-8'});\n"
        "const r = await fetch('https://smscentre.com/sys/send.php', {method: 'POST', body});\n",
        [(1, "REQ013")],
    ),
    "js axios wrong json": (
        "axios.post('https://smscentre.com/sys/send.php', {login: 'a', psw: 'KEY', phones: '79990000000', mes: 'Hi'})\n",
        [(1, "REQ023")],
    ),
    "js stringify wrong": (
        "fetch('https://smscentre.com/sys/send.php', {\n"
        "  method: 'POST',\n"
        "  headers: {'Content-Type': 'application/json'},\n"
        "  body: JSON.stringify({login: 'a', psw: 'KEY', phones: '79990000000', mes: 'Hi'}),\n"
        "})\n",
        [(1, "REQ023")],
    ),
    "ps sound": (
        "$body = @{\n"
        "    login   = $env:LOGIN\n"
        "    psw     = $env:PSW\n"
        "    phones  = $phone\n"
        '    mes     = "Привет, $name"\n'
        "    charset = 'utf-8'\n"
        "}\n"
        "Invoke-RestMethod -Uri https://smscentre.com/sys/send.php -Method Post -Body $body\n",
        [],
    ),
    "ps wrong tz": (
        "$body = @{\n"
        "    login   = $env:LOGIN\n"
        "    psw     = $env:PSW\n"
        "    phones  = $phone\n"
        "    mes     = 'Hi'\n"
        "    time    = 'tomorrow'\n"
        "}\n"
        "Invoke-RestMethod -Uri https://smscentre.com/sys/send.php -Method Post -Body $body\n",
        [(6, "REQ001")],
    ),
    "go": (
        "data := url.Values{\n"
        '    "login": {"a"},\n'
        '    "psw": {"KEY"},\n'
        '    "phone": {"79990000000"},\n'
        '    "mes": {"Hi"},\n'
        "}\n"
        'http.PostForm("https://smscentre.com/sys/send.php", data)\n',
        [(4, "REQ013")],
    ),
    "php concat sound": (
        "<?php\n"
        "$url = 'https://smscentre.com/sys/send.php?login=' . LOGIN . '&psw=' . PSW . '&phones=' . $phone . '&mes=' . urlencode($text) . '&charset=utf-8&fmt=3';\n",
        [],
    ),
    "php concat wrong": (
        "<?php\n"
        "$url = 'https://smscentre.com/sys/send.php?login=' . LOGIN . '&psw=' . PSW . '&phones=' . $phone .\n"
        "    '&mes=' . urlencode($text) . '&chrset=utf-8';\n",
        [(3, "REQ013")],
    ),
    "py concat wrong": (
        'url = ("https://smscentre.com/sys/send.php?login=" + login + "&psw=" + psw\n'
        '       + "&phones=" + phone + "&text=" + quote(text) + "&fmt=3")\n',
        [(2, "REQ013")],
    ),
    "js concat wrong": (
        "var url = 'https://smscentre.com/sys/send.php?login=' + l + '&psw=' + p + '&phones=' + ph + '&mes=' + encodeURIComponent(t) + '&fmt=json';\n",
        [(1, "REQ016")],
    ),
    "cs concat wrong": (
        'var url = "https://smscentre.com/sys/send.php?login=" + l + "&psw=" + p + "&phones=" + ph + "&mes=" + Uri.EscapeDataString(t) + "&translit=true";\n',
        [(1, "REQ016")],
    ),
    "settings sound": (
        'SMS = {"login": "alex", "password": os.environ["PSW"], "url": "https://smscentre.com/sys/send.php"}\n',
        [(1, "REQ027")],
    ),
    "db sound": (
        'row = {"phone": p, "text": t, "sender": s}\n'
        'requests.post("https://smscentre.com/sys/send.php", data=parameters(row))\n',
        [(1, "REQ027")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_program_says(name: str) -> None:
    """REQ-2: literals are judged at their places; what only the program knows is not; settings are no request (REQ-3)."""
    text, told = CASES[name]
    assert [(one.line, one.code) for one in sms.lint(text, "request") if one.severity != "info"] == told
