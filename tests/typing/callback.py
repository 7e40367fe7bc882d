"""A callback of the service: what it tells, and a forged one refused."""

import smsc_codec as sms

how = sms.callback.read_address("https://shop.example/smsc?charset=utf-8&sha1=zxc")
body = b"phone=123&mes=text&to=234&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd"
told = sms.callback.read_callback(body, sign=how.sign)
assert isinstance(told, sms.callback.Incoming)
assert told.mes == "text"
try:
    sms.callback.read_callback(body.replace(b"text", b"forged"), sign=how.sign)
except sms.callback.CallbackError as error:
    print(error)
