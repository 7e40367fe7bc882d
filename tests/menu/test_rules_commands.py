"""Rules IVR212 .. IVR219: SMS, variables, recordings, handlers."""

from __future__ import annotations

import pytest

from tests.menu.rule_cases import Bad, Good, check_bad, check_good

BAD = [
    # A key with something glued on, where an item of that key is missing.
    Bad("IVR005", "1: Hi\n‹2u› end", "1: Hi\n2: end", safe=False),
    Bad(
        "IVR005",
        "1: Hi\n‹2i› call:79990000001 ok:end\n3: end",
        "1: Hi\n2: call:79990000001 ok:end\n3: end",
        safe=False,
    ),
    Bad("IVR005", "1: Hi\n‹2x› We are open\n3: end", "1: Hi\n2: We are open\n3: end", safe=False),
    Bad("IVR005", "1: Hi\n‹2x:› we are open\n3: end", "1: Hi\n2: we are open\n3: end", safe=False),
    Bad("IVR005", "1: Hi\n‹2й:› Склад\n3: end", "1: Hi\n2: Склад\n3: end", safe=False),
    Bad("IVR005", "1: Hi\n‹2nd:› Stock\n2: end", "1: Hi\n2: Stock\n2: end", safe=False),
    Bad("IVR005", "1: Hi\n‹2-я:› Склад\n3: end", "1: Hi\n2: Склад\n3: end", safe=False),
    Bad("IVR005", "1: Hi\n‹ё2:› end", "1: Hi\n2: end", safe=False),
    Bad("IVR005", "1: Hi\n‹2\\:› end", "1: Hi\n2: end", safe=False),
    Bad("IVR005", "1: Hi\n‹11й:› Склад\n2: end", "1: Hi\n11: Склад\n2: end", safe=False),
    Bad(
        "IVR206",
        "1: call:79990000000 wait=5 ‹sorry›\n2: end\nsorry: Hi",
        "1: call:79990000000 wait=5 err:sorry\n2: end\nsorry: Hi",
        safe=False,
    ),
    Bad("IVR312", "1: Only ‹*today*› and ‹*right now*›", "1: Only today and right now", safe=False),
    Bad(
        "IVR005", "1: Hi\n1: sms:$phone,Shop,Hi\n‹1g› end", "1: Hi\n1: sms:$phone,Shop,Hi\n1: end", safe=False
    ),
    Bad("IVR009", "1: ‹=›end", "1: end", safe=False),
    Bad(
        "IVR218",
        "1: ‹https1//a.example/b›\n2: ‹https:o/a.example/b›",
        "1: https://a.example/b\n2: https://a.example/b",
        safe=False,
    ),
    Bad("IVR009", "1: ‹goto 2›\n2: end"),
    Bad("IVR009", "1: ‹menu 2›\n2: end"),
    Bad("IVR212", "1: ‹sms:79990000000,Hello›", says="from the SMS: message"),
    Bad("IVR212", "1: ‹sms:,Shop,Привет›\n2: ‹sms:79990000000›", says="from the SMS: phone"),
    Bad("IVR212", "1: ‹sms:79990000000,,hi›\n2: ‹sms:›", says="'sms:phone,sender,message'"),
    Bad("IVR213", "1: sms:$phone,‹MyVeryLongShop›,hi", says="14 characters"),
    Bad("IVR213", "1: sms:$phone,‹TwelveLetter›,hi", says="12 characters"),
    Bad("IVR213", "1: sms:$phone,‹1234567890123456›,hi", says="15 digits"),
    Bad("IVR213", "1: sms:$phone, ‹Ромашка› ,привет", says="'Р' (U+0420)"),
    Bad("IVR213", "1: sms:$phone,‹Аptеkа›,hi", "1: sms:$phone,Apteka,hi", says="'А' (U+0410), 'е' (U+0435)"),
    Bad("IVR213", "1: sms:$phone,‹МyVeryLongShop›,hi", says="U+041C"),
    Bad("IVR214", "1: sms:‹$tel›,Shop,hi", says="'$phone', the caller's number"),
    Bad("IVR214", "1: sms:‹$Phone›,Shop,‹${phone}› и", "1: sms:$phone,Shop,$phone и"),
    Bad("IVR214", "1: sms:$phone,Shop,и ‹$phon›", "1: sms:$phone,Shop,и $phone", safe=False),
    Bad("IVR214", "1: sms:$phone,Shop,call ‹$phone2› now", "1: sms:$phone,Shop,call $phone now", safe=False),
    Bad("IVR214", "1: sms:$phone,Shop,‹$name›, ваш номер $phone. ‹${x}›"),
    Bad("IVR214", "1: call:79990000000,‹$phon› wait=5", says="did you mean '$phone'?"),
    Bad("IVR214", "1: sms:‹$›,Shop,hi"),
    Bad("IVR215", "1: Your number is ‹$phone›, isn't it?", says="in a spoken text"),
    Bad("IVR215", "1: call:‹$phone›,79990000000\n2: https://x.example/?p=‹$phone›", says="in a call"),
    Bad("IVR215", "Ваш номер ‹$phone›\n{menu: ‹${phone}›\n1: sms:$phone,‹$Phone›,$phone}\n‹$phone›"),
    Bad("IVR216", "1: record: ‹ten›\n2: record: ‹0›\n3: record:‹-5›", says="from 1"),
    Bad("IVR216", "4: record: ‹10 s›", "4: record: 10"),
    Bad("IVR216", "1: record: ‹десять секунд›"),
    Bad("IVR217", "1: ‹record:›\n2: ‹record›", says="30 seconds"),
    Bad("IVR218", "1: ‹url›", severity="warning", says="placeholder"),
    Bad("IVR218", "1: ‹url:https://x.example/ivr›", "1: https://x.example/ivr", safe=False),
    Bad("IVR218", "1: ‹url x.example/ivr?a=1›", "1: https://x.example/ivr?a=1", safe=False),
    Bad("IVR218", "1: ‹URL: www.x.example›", "1: https://www.x.example", safe=False, says="no 'url'"),
    Bad("IVR218", "1: ‹url: наш обработчик›"),
    Bad("IVR218", "1: ‹www.x.example/ivr›", "1: https://www.x.example/ivr", safe=False, says="read aloud"),
    Bad("IVR218", "1: ‹x.example:8080/ivr›", "1: https://x.example:8080/ivr", safe=False),
    Bad("IVR218", "1: ‹x.example›", "1: https://x.example", safe=False, severity="warning"),
    Bad("IVR218", "1: ‹//x.example/ivr›", "1: https://x.example/ivr", safe=False),
    Bad("IVR218", "1: ‹htps://x.example/ivr›", "1: https://x.example/ivr", safe=False),
    Bad("IVR218", "1: ‹https:/x.example/ivr›", "1: https://x.example/ivr", safe=False),
    Bad("IVR218", "1: ‹http//x.example›", "1: http://x.example", safe=False),
    Bad("IVR218", "1: ‹https:\\\\x.example\\ivr›", "1: https://x.example/ivr", safe=False),
    Bad("IVR218", "1: ‹HTTPS://x.example/Ivr›", "1: https://x.example/Ivr", safe=False, says="lower case"),
    Bad(
        "IVR218",
        "1:\n ‹https://x.example/ivr›",
        "1: https://x.example/ivr",
        safe=False,
        says="own line",
    ),
    Bad(
        "IVR218", "1: ‹ftp://x.example/ivr›\n2: ‹/ivr/handler›\n3: ‹https://›", says="not an http(s) address"
    ),
    Bad(
        "IVR218",
        "1: ‹https:///ivr›\n2: ‹http://.example/›\n3: ‹https://x.example:port/›",
        says="no host name",
    ),
    Bad("IVR218", "1: ‹https://x.example:/ivr›\n2: ‹https://x.example:８０/›\n3: ‹https://:80/›"),
    Bad("IVR218", "1: ‹https://[::1/ivr›\n2: ‹https://[1]/ivr›\n3: ‹https://[::1]:x/›\n4: ‹https://a..b/›"),
    Bad(
        "IVR218",
        "1: ‹https://-x.example/›\n2: ‹https://x.example-/›\n3: ‹https://me@/ivr›\n4: ‹https://?a=b.c›",
    ),
    Bad("IVR218", "1: ‹ftp:x://›\n2: ‹abcdef://x›"),
    Bad("IVR218", "1: ‹https://x.example/ivr спасибо›", severity="warning"),
    Bad("IVR219", "1: ‹http://x.example/ivr›", "1: https://x.example/ivr", safe=False, says="'https"),
    Bad("IVR219", "1: ‹HTTP://x.example/ivr›"),
]

GOOD = [
    Good("IVR005", "1: call:79990000000 err:2b\n2: end\n2b: Nobody is here"),
    Good("IVR005", "1: call:79990000000 err:x2\nx2: Nobody is here"),
    Good("IVR005", "1: We have films in\n2D and in\n3D, and more\n2: end"),
    Good("IVR005", "1: We are at\n4b Quay Street\n2: end"),
    Good("IVR312", "{menu: Press 1, * to go back, * again to leave\n1: 2 * 2 = 4, 3*4*5\n*: back}"),
    Good("IVR206", "1: call:79990000000 wait=5 err:sorry\nsorry: Hi"),
    # What may be a number or a parameter is no remark: taking it out would call somebody less.
    Good("IVR314", "1: call:79990000001 ; 79990000002 wait=5"),
    Good("IVR314", "1: call:79990000001 ;79990000002"),
    Good("IVR314", "1: call:79990000001 -- 79990000002"),
    Good("IVR314", "1: call:79990000001 # wait=5 ok:end"),
    Good("IVR009", "1: go to the shop\n2: menu of the day\n3: 2"),
    Good("IVR212", "1: sms:$phone,Shop,Hello, you, there"),
    Good(
        "IVR213", "1: sms:$phone,Shop24 & Co,hi\n2: sms:$phone,123456789012345,hi\n3: sms:7,+79990000000,hi"
    ),
    Good("IVR213", "1: sms:$phone,ElevenSigns,hi\n2: sms:$phone,S,hi"),
    Good("IVR213", "1: sms:79990000000,Напишите мне"),  # IVR212: which part is missing is not known
    Good("IVR214", "1: sms:$phone,Shop,$phone $phoneи $phone's $5 5$ US$ $ $100\n2: call:$phone"),
    Good("IVR214", "1: The price is $price"),
    Good("IVR215", "1: sms:$phone,Shop,Call $phone\n2: It costs $5 to $phones"),
    Good("IVR216", "1: record: 1\n2: record\n3: record:"),
    Good("IVR217", "1: record: 30\n2: record: ten"),
    Good("IVR218", "1: https://x.example\n2: http://[::1]:8080/ivr?a=b\n3: https://me@пример.рф:443#a"),
    Good(
        "IVR218",
        "1: https://[::1]/ivr\n2: https://x.example.:443?a=b\n3: https://x.example#a/b:c\n4: http://x-y.example/",
    ),
    Good("IVR218", "1: abcdefg://x\n2: htt is short\n3: ftp x\n4: http  is spoken"),
    Good("IVR218", "1: Наш сайт: www.x.example\n2: и/или\n3: 24/7\n4: г.Москва\n5: See http notes\n6: Url."),
    Good("IVR218", "1: <file https://x.example/a.mp3>\n2: curl x.example\n3: 12.05/13.05"),
    Good("IVR219", "1: https://x.example/?to=http://x.example\n2: url\n3: http is slow"),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.code} {case.text}")
def test_bad(case: Bad) -> None:
    """Each slip is reported at its place, and its fix mends it: IVR-6, IVR-8, IVR-9, PAR-5."""
    check_bad(case)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: f"{case.code} {case.text}")
def test_good(case: Good) -> None:
    """What the page allows, or another rule tells of, is not reported: IVR-6, IVR-8, IVR-9, PAR-5."""
    check_good(case)
