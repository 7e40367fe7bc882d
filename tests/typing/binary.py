"""A binary message: octets, header and all (BIN-4)."""

import smsc_codec as sms

binary = sms.binary.parse("050A0307056048656C6C6F2C20576F726C6421")
assert binary.body == b"Hello, World!"
assert sms.binary.build_hex(binary) == "050A0307056048656C6C6F2C20576F726C6421"
operation = sms.Send(phones=sms.recipients.parse("79990000000"), binary=binary)
assert sms.request.parameters(operation)["bin"] == "2"
