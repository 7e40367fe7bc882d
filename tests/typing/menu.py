"""A voice menu: read, changed, built, linted."""

import smsc_codec as sms

SOURCE = "Hello!\n\n{menu: Press 1 to leave.\n#: start\n1: end}\n\nBye!"
menu = sms.menu.parse(SOURCE)
call = sms.menu.Call(("79990000000",), wait=30, ok_end=True)
menu = sms.menu.Menu(menu.start_text, menu.menu_text, (*menu.items, sms.menu.Item("2", call)), menu.end_text)
text = sms.menu.build(menu)
for finding in sms.lint(text, "menu"):
    print(finding.line, finding.column, finding.code, finding.message)
assert sms.menu.parse(sms.fix(text, "menu").text) == menu
