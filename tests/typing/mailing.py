"""A mailing from a CSV file."""

import smsc_codec as sms

made = sms.mailing_from("phone;name\n79990000000;Ann\n", "Hello, {name}!")
print(made.preview(), made.price("2.50"))
text: str = sms.mailing.build(made.mailing)
line: sms.mailing.Line = sms.mailing.parse(text).lines[0]
assert line.text == "Hello, Ann!"
