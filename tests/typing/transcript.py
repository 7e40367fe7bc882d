"""A call to a menu: played, told line by line, and held to what was told."""

import smsc_codec as sms

menu = sms.menu.parse("Hello!\n\n{menu: Press 1 to leave.\n#: start\n1: end}\n\nBye!")
player = sms.menu.Player(menu, sms.menu.MenuOptions(silence="leave"))
for happened in player.give("1"):
    print(happened.kind, happened.text, happened.seconds[0])
assert player.over

transcript = sms.transcript.parse('< 1\n> leave "Bye!"')
played = sms.transcript.run(transcript, menu)
for misfit in played.misfits:
    print(misfit.step, misfit.told, misfit.came)
text, left = sms.transcript.updated("< 1\n> nothing", menu)
assert text == '< 1\n> leave "Bye!"\n'
assert sms.transcript.covered(menu, [played]).percent < 100
