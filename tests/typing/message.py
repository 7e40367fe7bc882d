"""Messages: by SMS, by Viber, by mail, and a call."""

import smsc_codec as sms

said = sms.say("79990000000", "Hello!", sender="Shop", schedule="+30")
viber = sms.viber("79990000000", "Hello!", button=("https://a.example", "Go"))
mail = sms.mail("a@b.example", "News", "Hello!", sender="shop@b.example")
call = sms.call("79990000000", sms.menu.parse("{menu: Press 1.\n1: end}"), voice="w")
for operation in (said, viber, mail, call):
    assert sms.request.build(operation, sms.Login("alex", "123")).method == "POST"
parts: int = sms.text.count("Hello!").parts
