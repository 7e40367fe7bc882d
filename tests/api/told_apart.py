"""Requests whose parameters a program says one by one; those of endpoints that the page only names; one slip each."""

# ruff: noqa: E501

from __future__ import annotations

S = "https://smscentre.com/sys/send.php"
N = "https://smscentre.com/sys"
W = "login=a&psw=b"
_RUBY = "login: l, psw: p, phones: '79990000000', mes: 'Hi'"
_YAML = "login: a\n    psw: b\n    phones: 79990000000\n    mes: Hi there"
_BODY = f"x:\n  url: {S}\n  body:\n    "
_OTHER = 'data["login"] = "a"\ndata["psw"] = "b"\ndata["phones"] = "79990000000"\n'
#: Arguments of Ruby, and of others that say them so.
_ARGUMENTS = (
    f"post_form(URI('{S}'), {_RUBY}, text: 'Ho', fmt: 9)\n",
    f"post '{S}', login: l, psw: p, phone: '79990000000', mes: \"Hi #{{x}}\", fmt: 3\n",
    f"post(URI('{S}'), 'login' => l, 'psw' => p, 'phones' => '7999', 'mes' => t)\n",
    f'm = mapOf("login" to l, "psw" to p, "phones" to "7999", "mes" to "Hi")\npost("{S}", m)\n',
    f'm = Map.of("login", l, "psw", p, "phones", "7999", "mes", "Hi");\npost("{S}", m);\n',
    f"post(URI('{S}'), {_RUBY})\n\npost(URI('{N}/balance.php'), login: l, psw: p, cru: 1)\n",
    f"post(URI('{S}'), login: l, psw: p)\n", "f(login: l, psw: p, phones: '7999')\n", f"# see {S}\nmes: Hi, phones: 7\n",
)  # fmt: skip
#: YAML; what stands beside an address in settings is no request.
_SETTINGS = (
    f"{_BODY}{_YAML}\n    text: Ho\n    fmt: json # x\n", f"{_BODY}{_YAML}\n    sender: LongSenderName\n",
    f"{_BODY}{_YAML}\n    mms: yes\n  after: 1\n", f"{_BODY}- login: a\n    - psw: b\n    - phones: 7999000000\n",
    f"x:\n  url: {S}\n  {_YAML.replace('    ', '  ')}\n", f"{S}\nBody:\n  login: yours\n  psw: yours\n  phones: numbers\n",
    f"{_BODY}login: '{{{{ l }}}}'\n    psw: $P\n    phones: {{{{ p }}}}\n    mes: \"Hi\"\n    fmt: 9\n",
    f"{_BODY}login: a\n    psw: b\n    phones: '79990000000'\n    mes: |\n      Hi\n",
    f"x {_YAML}\n{S}", f"{_BODY}login: a, psw: b\n    phones: 7999\n",
)  # fmt: skip
#: Statement by statement: more may be said elsewhere.
_STATEMENTS = (
    f'{_OTHER}data["text"] = "Hi"\ndata["fmt"] = 9\npost("{S}", data)\n', f'{_OTHER}post("{S}", data)\n',
    f'{_OTHER}if x:\n    data["fmt"] = 9\npost("{S}", data)\n', f'{_OTHER}data["fmt"] == 9\npost("{S}", data)\n',
    f"f.append('login', l);\nf.append('psw', p);\nf.append('phones', '7999');\nfetch('{S}', {{body: f}});\n",
    f'p.add(new Pair("login", l));\np.add(new Pair<>("psw", p));\np.add(new Pair("mess", t));\nnew Post("{S}");\n',
    f'v := url.Values{{}}\nv.Set("login", l)\nv.Set("psw", p)\nv.Set("mes", "Hi")\nv.Set("fmt", "x")\nx("{S}", v)\n',
    f'x("{S}", url.Values{{"login": {{l}}, "psw": {{p}}, "phones": {{"7999"}}, "mes": {{"a", "b"}}, "fmt": {{"9"}}}})\n',
    f'x("{S}", url.Values{{"login": []string{{l}}, "psw": {{p}}, "mes": []string{{"Hi"}}, "fmt": []string{{ "9" }}}})\n',
)  # fmt: skip
#: Endpoints that are known by their names, and so are their parameters.
_NAMED = (
    f"{N}/info.php?{W}&get_operator=1&phones=7", f"{N}/info.php?{W}&get_operater=1&phone=7&x=1",
    f"{N}/info.php?{W}&get_operator=yes&phone=7", f"{N}/get.php?{W}&get_answer=1&hours=24", f"{N}/get.php?{W}&get_answers={{x}}",
    f"{N}/senders.php?{W}&get=true&all=1&send=1", f"{N}/wait_call.php?{W}&number=7", f"{N}/jobs.php?{W}&add=yes&phone=7",
    f"{N}/phones.php?{W}&add=1&phones=7&nam=x", f"{N}/get_mnp.php?{W}&data=01.01.2026", f"{N}/users.php?{W}&usr=1",
)  # fmt: skip
#: One slip, one finding.
_ONCE = (
    '{"login": "a", "psw": "b", "phones": "79990000000", "mes": "__CALL__: Hi <file1>"}',
    '{"login": "a", "psw": "b", "phones": "79990000000", "mes": "__CALL__: Hi <File 1> <file_name>"}',
    '{"login": "a", "psw": "b", "phones": "79990000000", "mes": "__VIBER__: Hi {{button,https://a.ru,Go}} {{x}}"}',
    '{"login": "a", "psw": "b", "phones": "79990000000", "mes": "__VIBER__: Hi {{button,https://a.ru,Go}}"}',
    f"curl {S} -d '{W}&phones=79990000000 79990000001&mes=Hi'", f"{S}?{W}&phones=7 999 000-00-00&mes=Hi",
    f"{S}?{W}&phones=79990000000, 79990000001&mes=Hi", f"curl {S} -d '{W}&phones=79990000000&mes=Hi&sender=Имя'",
    f"curl {S} -d '{W}&phones=79990000000&mes=Да&sender=Имя'", f"curl {S} -d '{W}&phones=79990000000&mes=Hi&id=заказ'",
    f"https://smsc.com/sys/send.php?{W}&phones=79990000000&mes=Hi", f"https://www.smscenter.ru/sys/send.php?{W}&phones=79990000000&mes=Hi",
    f"https://smsc.local/sys/send.php?{W}&phones=79990000000&mes=Hi", f"https://sms.com/sys/send.php?{W}&phones=79990000000&mes=Hi",
    f"{N}/jobs.php?{W}&ad=1&phone=7", f"{N}/jobs.php?{W}&add=1&name=x&phones=7&mes=Hi&rpt=2",
    f"{S}?{W}&phones79990000000&mes=Hi", f"{S}?{W}&phones=79990000000&mesHi", f"{S}?{W}&phones=79990000000&mes+Hi",
    f"{S}?{W}&phones79990000000=&mes=Hi", f"{S}?{W}&phones=79990000000&mes=Hi&list=79990000001:Ho",
    f"{S}?{W}&phones=79990000000&list=79990000001:Ho", f"{S}?{W}&mes=Hi&list=79990000001:Ho",
    f"{S}?{W}&phones=79990000000&mes=a%98b", f"{S}?{W}&list=79990000000:a%98b", f"{S}?{W}&phones=79990000000&mes=a\ufffdb",
    f"{S}?{W}&phones=79990000000&mes=Привет&bin=2", f"{S}?{W}&phones=79990000000&mes=00&bin=2&sender=Имя",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F viber=1 -F mes=Hi -F 'f=@a.webp;type=x' -F g=@b.png",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F call=1 -F mes=Hi -F \"f=@a.mp3\" -F 'g=@\"b.ogg\"'",
    f"POST {S}\nContent-Type: multipart/form-data; boundary=x\n\n--x\nContent-Disposition: form-data; name=\"login\"\n\na\n"
    "--x\nContent-Disposition: form-data; name=\"psw\"\n\nb\n--x\nContent-Disposition: form-data; name=\"phones\"\n\n79990000000"
    "\n--x\nContent-Disposition: form-data; name=\"viber\"\n\n1\n--x\n"
    "Content-Disposition: form-data; name=\"f\"; filename=\"a.webp\"\n\nx\n--x--\n",
    f"{{{{h}}}}/sys/send.php&{W}", f"{S}&login={{{{l}}}}&psw=<password>&phones=7&mes=<text>",
    f"{S}?{W}&phones=79990000000&mes=%25D0%259F%25D1%2580&charset=utf-8", f"{S}?{W}&phones=79990000000&mes=%u041f%u0440",
    f"{S}?{W}&phones=79990000000&mes=Hi&time=9–21&charset=utf-8",
)  # fmt: skip
TEXTS = (*_ARGUMENTS, *_SETTINGS, *_STATEMENTS, *_NAMED, *_ONCE)
