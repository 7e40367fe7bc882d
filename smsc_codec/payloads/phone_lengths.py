"""How many digits a number has in each country: a number that is too short or too long reaches nobody.

Of the countries that the service's customers write to most; elsewhere E.164 has the last word. The lengths count the
country's code.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

#: The code, or more of what a number begins with, the country, and the least and the most digits.
LENGTHS: dict[str, tuple[str, int, int]] = {
    "7": ("Russia or Kazakhstan", 11, 11), "1": ("North America", 11, 11), "20": ("Egypt", 11, 12),
    "30": ("Greece", 12, 12), "31": ("the Netherlands", 11, 11), "32": ("Belgium", 10, 11), "33": ("France", 11, 11),
    "34": ("Spain", 11, 11), "36": ("Hungary", 10, 11), "40": ("Romania", 11, 11), "41": ("Switzerland", 11, 11),
    "44": ("the United Kingdom", 11, 12), "45": ("Denmark", 10, 10), "47": ("Norway", 10, 10), "48": ("Poland", 11, 11),
    "351": ("Portugal", 12, 12), "353": ("Ireland", 10, 12), "359": ("Bulgaria", 10, 12), "370": ("Lithuania", 11, 11),
    "371": ("Latvia", 11, 11), "372": ("Estonia", 10, 11), "373": ("Moldova", 11, 11), "374": ("Armenia", 11, 11),
    "375": ("Belarus", 12, 12), "380": ("Ukraine", 12, 12), "420": ("Czechia", 12, 12), "421": ("Slovakia", 12, 12),
    "60": ("Malaysia", 10, 12), "61": ("Australia", 11, 11), "62": ("Indonesia", 10, 14),
    "63": ("the Philippines", 10, 12), "64": ("New Zealand", 10, 12), "65": ("Singapore", 10, 10),
    "66": ("Thailand", 10, 11), "81": ("Japan", 11, 12), "82": ("Korea", 10, 12), "86": ("China", 12, 13),
    "90": ("Turkey", 12, 12), "91": ("India", 12, 12), "971": ("the Emirates", 11, 12), "972": ("Israel", 11, 12),
    "992": ("Tajikistan", 12, 12), "993": ("Turkmenistan", 11, 11), "994": ("Azerbaijan", 12, 12),
    "995": ("Georgia", 12, 12), "996": ("Kyrgyzstan", 12, 12), "998": ("Uzbekistan", 12, 12),
    # Where a country has several lengths: what begins like one of its mobile phones, or of its large cities, has one.
    **dict.fromkeys(("442", "443", "447"), ("the United Kingdom that begin so", 12, 12)),
    **dict.fromkeys(("2010", "2011", "2012"), ("Egypt that begin so", 12, 12)),
    **dict.fromkeys(("3247", "3248", "3249"), ("Belgium that begin so", 11, 11)),
    **dict.fromkeys(("3620", "3630", "3650", "3670"), ("Hungary that begin so", 11, 11)),
    "3538": ("Ireland that begin so", 12, 13),
    **dict.fromkeys(("35987", "35988", "35989"), ("Bulgaria that begin so", 12, 12)),
    **dict.fromkeys(("8170", "8180", "8190"), ("Japan that begin so", 12, 12)),
    **dict.fromkeys(("8613", "8615", "8617", "8618"), ("China that begin so", 13, 14)),
    "9715": ("the Emirates that begin so", 12, 12), "9725": ("Israel that begin so", 12, 12),
}  # fmt: skip


@lru_cache(1000)  # as of a number's international form
def odd_length(number: str) -> str:
    """What is wrong with the length of a number in international form, digits only; "" for nothing that is known."""
    # Mobiles of Russia begin with 9 behind their 7; of the countries whose code begins so, these have ten digits too.
    if len(number) == 10 and number[0] == "9" and not number.startswith(("95", "960", "961")):
        return "10 digits; numbers in Russia have 11 and begin with 7"
    if len(number) == 11 and number[0] == "8" and number[1] == "0" and number[2] not in "08":
        return "a long-distance 80; numbers in Belarus begin with 375 and in Ukraine with 380"
    for size in (5, 4, 3, 2, 1):
        known = LENGTHS.get(number[:size])
        if known is not None:
            country, least, most = known
            if least <= len(number) <= most:
                return ""
            wanted = str(least) if least == most else f"{least} to {most}"
            return f"{len(number)} digits; numbers in {country} have {wanted}"
    if number.startswith("89"):  # no country's code: Russia's long-distance 8, and then too few or too many
        country, least, _ = LENGTHS["7"]
        return f"{len(number)} digits; numbers in {country} have {least}"
    return ""


def unlike(number: str, others: Collection[str]) -> str:
    """What sets a number apart from those that stand beside it and begin alike, all of one length; "" for nothing."""
    if {*map(len, others)} <= {len(number)}:
        return ""
    alike = {
        len(other)
        for other in others
        if other[:4] == number[:4] and not (other == number or odd_length(other))
    }
    (usual, *more) = alike or {len(number)}
    if not more and abs(len(number) - usual) == 1:
        return f"{len(number)} digits; similar numbers here have {usual}"
    if len(number) == 10 and any(len(other) == 11 and other[1:4] == number[:3] for other in others):
        return "10 digits; the country code, which the other numbers here have, may be missing"
    return ""


_AT_HOME = ("881", "884", "885", "887")
_AT_HOME_IN_RUSSIAN = ("84", "882", "883", "886")


def home_number(number: str, russian: bool = False) -> str | None:
    """The number that was probably meant by one that is dialled with the long-distance 8 of Russia; else None.

    `8812 ...` could be a satellite's number, but hardly anybody calls one, and no country has `8846 ...`. `8495 ...` is
    a number in Vietnam as well, `8863 ...` in Taiwan: they are Moscow's and Rostov's where all else is `russian`.
    """
    if len(number) == 11 and number.startswith(_AT_HOME + (_AT_HOME_IN_RUSSIAN if russian else ())):
        return f"7{number[1:]}"
    return None
