"""Binary messages: the user data header, WAP push, data coding and protocol octets (BIN, CMT-3, PUSH-1).

`payload` is the message as the service takes it; `udh`, `push`, `wsp`, `wbxml`, `dcs`, `pid` and `gsm7` are
its parts. Each has `parse` and `build`, which undo each other; most have a tolerant `read`.
"""
