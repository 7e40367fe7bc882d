"""A request without a socket, and its reply, both ways."""

import smsc_codec as sms

operation = sms.say("79990000000", "Hello!", id=7)
request = sms.request.build(operation, sms.Login("alex", "123"))
received = sms.request.receive(request.method, request.target, request.headers, request.body)
assert received.operation == operation
octets = sms.reply.build(sms.reply.Sent(id=7, cnt=1), operation)
reply = sms.reply.read(octets, operation)
assert isinstance(reply, sms.reply.Sent)
assert reply.id == 7
