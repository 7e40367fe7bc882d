# ruff: noqa: E501
"""Texts that are no requests themselves: scripts, code, pages, logs, prose. `@@` is where an address stands in them."""

from __future__ import annotations

SEND = "https://smscentre.com/sys/send.php"

#: What stands in the place of `@@`, and whether that is a request to the service.
ADDRESSES = {
    "another service": ("https://api.example.org/v1/send?token=abc&to=+7 999&text=50% off&amp;x#1", False),
    "another service with the same words": (
        "https://sms.example.org/send?login=a&psw=b&phones=+7 9&mes=Привет",
        False,
    ),
    "an address alone": (SEND, False),
    "a page of the service": ("https://smscentre.com/api/http/send/#menu", False),
    "a sound request": (f"{SEND}?login=alex&psw=123&phones=79990000000&mes=Hi&charset=utf-8", True),
    "a sound template": (f"{SEND}?login={{login}}&psw={{psw}}&phones={{phone}}&mes={{text}}&fmt=3", True),
    "a format": (f"{SEND}?login=%s&psw=%s&phones=%s&mes=%s&id=%d", True),
    "an encoded text": (f"{SEND}?login=alex&psw=1&phones=79990000000&mes=%D0%94%D0%B0&charset=utf-8", True),
}

CARRIERS = {
    "a shell script": '#!/bin/bash\nset -euo pipefail\n# don\'t forget\nfor f in *.log; do\n  gzip "$f" && echo "done: $f"\n'
    'done\nwget -qO- "@@" | tee /tmp/x\n',
    "a script with curl": '#!/bin/sh\nX=$(date +%H)\nif ! curl -fsS --max-time 10 "@@" >/dev/null 2>&1; then echo fail; fi\n'
    "A=1&B=2\n",
    "a function": 'notify() {\n  local text="$1"\n  curl -s "@@" || return 1\n}\nnotify "50% & more #1"\n',
    "a here-document": 'cat <<EOF > send.sh\ncurl -s "@@"\nEOF\nchmod +x send.sh\n',
    "a loop over lines": "while read -r n; do\n  curl -s '@@' ; sleep 1\ndone < numbers.txt\n",
    "xargs": 'cat urls | xargs -n1 -P4 curl -s\necho "@@" | xargs curl -s -o /dev/null\n',
    "ssh": "ssh -o BatchMode=yes host \"curl -s '@@' >> log\" 2>&1\n",
    "time and sudo": 'time sudo -u www -- curl --silent --show-error --retry 3 "@@"\n',
    "watch": "watch -n 60 'curl -s \"@@\"'\n",
    "cron": '# m h dom mon dow\nMAILTO=""\n*/5 * * * * /usr/local/bin/check.sh && date +\\%F\n0 9 * * 1 wget -q "@@"\n',
    "a Makefile": 'SHELL := /bin/sh\nall: build\n\t@echo $(VERSION) && ./x --a=1&& true\nnotify:\n\t@wget -q "@@" # 100%\n',
    "a Dockerfile": "FROM alpine:3.19\nENV LOGIN=alex PSW=secret\nRUN apk add --no-cache curl\n"
    'HEALTHCHECK CMD wget -q "@@" || exit 1\n',
    "a CI file": "name: ci\non: [push]\njobs:\n  x:\n    runs-on: ubuntu-latest\n    env:\n      A: ${{ secrets.A }}\n    steps:\n"
    '      - run: |\n          wget -qO- "@@"\n      - uses: actions/checkout@v4\n',
    "GitLab's": 'stages: [a]\na:\n  script:\n    - echo "$CI_COMMIT_SHA" | cut -c1-8\n    - wget "@@"\n  only: [main]\n',
    "Ansible": '- hosts: all\n  tasks:\n    - name: say 100%\n      uri:\n        url: "@@"\n        method: GET\n'
    '      when: x == "{{ y }}"\n',
    "an ini file": "; settings\n[sms]\nlogin = alex\npassword = b&c d\nurl = @@\nmes=Hello world\nphones=+7 999\n",
    "an environment": "LOGIN=alex\nPSW=b\nphones=8 999 123-45-67\nURL=@@\n",
    "properties": '# x\nsms.login=alex\nsms.text=50% off & more\nsms.url="@@"\n',
    "TOML": '[tool.x]\nname = "a b"\nurl = "@@"\nflags = ["-d", "a=1&b=2"]\n',
    "Python": 'import requests\n\nURL = "@@"\n\ndef send(phone, text):\n    """Send 50% & more."""\n'
    '    r = requests.get(URL, params={"phones": phone, "mes": text}, timeout=5)\n    return r.text % ("a b",)\n',
    "Python's lists": 'import subprocess\nsubprocess.run(["curl", "-s", "@@"], check=True)\nx = 5 % 3 & 1\n',
    "PHP": "<?php\n$login = 'alex'; $psw = 'b&c';\n$r = file_get_contents(\"@@\");\nif (strpos($r, 'ERROR') !== false) {\n"
    '  echo "Error: $r";\n}\n?>\n',
    "PHP's curl": "<?php\n$ch = curl_init();\ncurl_setopt($ch, CURLOPT_URL, '@@');\n$r = curl_exec($ch); // 100%\n",
    "JavaScript": 'const x = `a ${b}`;\nfetch("@@").then(r => r.json()).catch(e => console.log(e && e.message));\n',
    "JavaScript's templates": "const phone = '+7 999';\nconst url = `@@`;\nawait axios.get(url + `&x=${phone}`);\n",
    "TypeScript": 'export const URL: string = "@@";\ntype A = { mes: string; phones: string[] };\n',
    "Java": 'class A {\n  static final String URL = "@@"; // x & y\n  String t = String.format("%s=%d", "a b", 1);\n}\n',
    "C#": 'var url = "@@";\nvar s = $"phones={phone}&mes={Uri.EscapeDataString(text)}"; // 100%\n',
    "Go": 'package main\n\nconst u = "@@"\n\nfunc f() { fmt.Printf("a b %v&c=%d\\n", x, 1) }\n',
    "Ruby": 'require \'net/http\'\nurl = "@@"\nputs Net::HTTP.get(URI(url)) unless "#{x} & y" =~ /a%20b/\n',
    "Perl": 'use LWP::Simple;\nmy $r = get("@@");\nprint "phones=$p&mes=$m\\n" if $r =~ m/OK/;\n',
    "Lua": 'local http = require("socket.http")\nlocal b = http.request("@@")\nprint(("%s & %d"):format("a b", 5))\n',
    "Rust": 'let url = "@@";\nprintln!("{url} {x:>5}", x = 5 & 3);\n',
    "Kotlin": 'val url = "@@"\nprintln("phones=$phone&mes=${text.trim()}")\n',
    "Swift": 'let url = URL(string: "@@")!\nprint("a \\(b) & 50%")\n',
    "C": '#include <curl/curl.h>\nint main(void) { curl_easy_setopt(c, CURLOPT_URL, "@@"); return 5 % 2 & 1; }\n',
    "SQL": "-- url: x\nUPDATE s SET url = '@@', t = 'a & b' WHERE phones LIKE '%79%';\n",
    "1C": 'Адрес = "@@";\nСоединение = Новый HTTPСоединение("a&b", , "лог ин", "пар=оль"); // 100%\n',
    "PowerShell": '$ErrorActionPreference = "Stop"\n$r = Invoke-WebRequest -Uri "@@" -UseBasicParsing\n'
    'if ($r -match "ERROR") { Write-Host "a & b $r" }\n',
    "a batch file": "@echo off\r\nset LOGIN=alex\r\npowershell -c \"iwr '@@'\" & echo 100%%\r\n",
    "JSON": '{"name": "a b", "scripts": {"x": "wget \\"@@\\" && true"}, "n": [1, 2, "50%"]}\n',
    "JSON lines": '{"time":"2024-01-01","url":"@@","mes":"a & b"}\n{"phones":["+7 999"],"psw":"x y"}\n',
    "XML": '<?xml version="1.0"?>\n<root a="1"><url><![CDATA[@@]]></url><mes>50% &amp; more</mes></root>\n',
    "a page": "<html><body><p>50% off &amp; more</p><form action='@@' method=post>\n"
    "<input name=psw value='a b'></form></body></html>\n",
    "Markdown": "# SMS\n\nCall `@@` to send. It's 100% & *simple*:\n\n- `login=alex`\n- `mes=Hello world`\n",
    "English prose": "Dear team,\n\nwe use curl to reach our gateway (see @@). Don't change psw=abc & friends; 50% of\n"
    "messages depend on it. Thanks, Alex\n",
    "Russian prose": "Коллеги!\n\nШлюз доступен по адресу @@ . Пароль psw=абв гд не меняйте, phones=+7 999 & mes=Привет мир.\n",
    "a log": '2024-01-01 10:00:00 INFO GET "@@" 200 12ms\n2024-01-01 10:00:01 WARN retry & wait 50%\n',
    "an access log": '1.2.3.4 - - [01/Jan/2024:10:00:00 +0300] "GET /index.php?a=b c&d=1 HTTP/1.1" 200 5 "@@" "curl/7.88"\n',
    "a mail": "From: a@example.org\nTo: b@example.org\nSubject: 50% & more\n\nPlease open @@ today.\n",
    "CSV": 'id;name;url\n1;"a b";"@@"\n2;+7 999;50% & more\n',
    "a diff": '--- a/x.sh\n+++ b/x.sh\n@@ -1,2 +1,2 @@\n-wget "a&b c"\n+wget -q "x"\n'.replace(
        "@@ -1", "@ -1"
    ).replace("1,2 @@", '1,2 @\n wget "@@"'),
    "nginx": "location /sms {\n  # 100%\n  proxy_pass '@@';\n  proxy_set_header Host $host;\n}\n",
    "systemd": '[Service]\nExecStart=/usr/bin/wget -q "@@"\nEnvironment="PSW=a b&c"\n',
    "an address among blanks": "   \n\n\t@@\tand  more & more words = here\n",
}


def texts() -> list[tuple[str, str, bool]]:
    """Every carrier with every address: a name, the text, and whether a request to the service is in it."""
    return [
        (f"{address} in {carrier}", text.replace("@@", said), ours)
        for carrier, text in CARRIERS.items()
        for address, (said, ours) in ADDRESSES.items()
    ]
