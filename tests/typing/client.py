"""A client by HTTP."""

from smsc_codec_httpx import Client

import smsc_codec as sms

with Client(sms.Login("alex", "123"), hosts=["http://127.0.0.1:9"]) as client:
    try:
        sent = client.send(sms.say("79990000000", "Hello!"))
        print(sent.id, client.balance().balance)
    except sms.Unreachable as error:
        print(error.tried[0][0])
    except sms.ServiceError as error:
        print(error.code, error.advice)
