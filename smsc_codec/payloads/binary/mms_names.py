"""The numbers of an MMS message's fields and of their values (WAP-209, 7.2 and 7.3; OMA-TS-MMS_ENC to 1.3)."""

from __future__ import annotations

#: The name of each field, from 1 on.
FIELDS: dict[int, str] = dict(
    enumerate(
        (
            "Bcc",
            "Cc",
            "X-Mms-Content-Location",
            "Content-Type",
            "Date",
            "X-Mms-Delivery-Report",
            "X-Mms-Delivery-Time",
            "X-Mms-Expiry",
            "From",
            "X-Mms-Message-Class",
            "Message-ID",
            "X-Mms-Message-Type",
            "X-Mms-MMS-Version",
            "X-Mms-Message-Size",
            "X-Mms-Priority",
            "X-Mms-Read-Report",
            "X-Mms-Report-Allowed",
            "X-Mms-Response-Status",
            "X-Mms-Response-Text",
            "X-Mms-Sender-Visibility",
            "X-Mms-Status",
            "Subject",
            "To",
            "X-Mms-Transaction-Id",
            "X-Mms-Retrieve-Status",
            "X-Mms-Retrieve-Text",
            "X-Mms-Read-Status",
            "X-Mms-Reply-Charging",
            "X-Mms-Reply-Charging-Deadline",
            "X-Mms-Reply-Charging-ID",
            "X-Mms-Reply-Charging-Size",
            "X-Mms-Previously-Sent-By",
            "X-Mms-Previously-Sent-Date",
            "X-Mms-Store",
            "X-Mms-MM-State",
            "X-Mms-MM-Flags",
            "X-Mms-Store-Status",
            "X-Mms-Store-Status-Text",
            "X-Mms-Stored",
            "X-Mms-Attributes",
            "X-Mms-Totals",
            "X-Mms-Mbox-Totals",
            "X-Mms-Quotas",
            "X-Mms-Mbox-Quotas",
            "X-Mms-Message-Count",
            "Content",
            "X-Mms-Start",
            "Additional-headers",
            "X-Mms-Distribution-Indicator",
            "X-Mms-Element-Descriptor",
            "X-Mms-Limit",
            "X-Mms-Recommended-Retrieval-Mode",
            "X-Mms-Recommended-Retrieval-Mode-Text",
            "X-Mms-Status-Text",
            "X-Mms-Applic-ID",
            "X-Mms-Reply-Applic-ID",
            "X-Mms-Aux-Applic-Info",
            "X-Mms-Content-Class",
            "X-Mms-DRM-Content",
            "X-Mms-Adaptation-Allowed",
            "X-Mms-Replace-ID",
            "X-Mms-Cancel-ID",
            "X-Mms-Cancel-Status",
        ),
        1,
    )
)

_YES_NO = {128: "yes", 129: "no"}
TYPES = dict(
    enumerate(
        (
            "m-send-req",
            "m-send-conf",
            "m-notification-ind",
            "m-notifyresp-ind",
            "m-retrieve-conf",
            "m-acknowledge-ind",
            "m-delivery-ind",
            "m-read-rec-ind",
            "m-read-orig-ind",
            "m-forward-req",
            "m-forward-conf",
            "m-mbox-store-req",
            "m-mbox-store-conf",
            "m-mbox-view-req",
            "m-mbox-view-conf",
            "m-mbox-upload-req",
            "m-mbox-upload-conf",
            "m-mbox-delete-req",
            "m-mbox-delete-conf",
            "m-mbox-descr",
            "m-delete-req",
            "m-delete-conf",
            "m-cancel-req",
            "m-cancel-conf",
        ),
        128,
    )
)

#: The words of each field whose value is one octet from 128 on.
TOKENS: dict[str, dict[int, str]] = {
    "X-Mms-Message-Type": TYPES,
    "X-Mms-Message-Class": {128: "personal", 129: "advertisement", 130: "informational", 131: "auto"},
    "X-Mms-Priority": {128: "low", 129: "normal", 130: "high"},
    "X-Mms-Sender-Visibility": {128: "hide", 129: "show"},
    "X-Mms-Status": {
        128: "expired",
        129: "retrieved",
        130: "rejected",
        131: "deferred",
        132: "unrecognised",
        133: "indeterminate",
        134: "forwarded",
        135: "unreachable",
    },
    "X-Mms-Read-Status": {128: "read", 129: "deleted without being read"},
    "X-Mms-Reply-Charging": {
        128: "requested",
        129: "requested, text only",
        130: "accepted",
        131: "accepted, text only",
    },
    "X-Mms-Recommended-Retrieval-Mode": {128: "manual"},
    "X-Mms-MM-State": {128: "draft", 129: "sent", 130: "new", 131: "retrieved", 132: "forwarded"},
    **dict.fromkeys(
        (
            "X-Mms-Delivery-Report",
            "X-Mms-Read-Report",
            "X-Mms-Report-Allowed",
            "X-Mms-Store",
            "X-Mms-Stored",
            "X-Mms-Totals",
            "X-Mms-Quotas",
            "X-Mms-Distribution-Indicator",
            "X-Mms-DRM-Content",
            "X-Mms-Adaptation-Allowed",
        ),
        _YES_NO,
    ),
}

#: Fields of an encoded string: a text, perhaps behind its length and its charset.
STRINGS = frozenset(
    {
        "Bcc",
        "Cc",
        "Subject",
        "To",
        "X-Mms-Response-Text",
        "X-Mms-Retrieve-Text",
        "X-Mms-Store-Status-Text",
        "X-Mms-Recommended-Retrieval-Mode-Text",
        "X-Mms-Status-Text",
    }
)
#: Fields of a time: absolute, or seconds from the moment of sending.
TIMES = frozenset({"X-Mms-Delivery-Time", "X-Mms-Expiry", "X-Mms-Reply-Charging-Deadline"})
#: Fields of a number, and those whose number is seconds since 1970.
NUMBERS = frozenset(
    {"X-Mms-Message-Size", "X-Mms-Reply-Charging-Size", "X-Mms-Message-Count", "X-Mms-Start", "X-Mms-Limit"}
)
DATES = frozenset({"Date"})
#: Fields of a text that has no charset of its own.
TEXTS = frozenset(
    {
        "X-Mms-Content-Location",
        "Message-ID",
        "X-Mms-Transaction-Id",
        "X-Mms-Reply-Charging-ID",
        "X-Mms-Applic-ID",
        "X-Mms-Reply-Applic-ID",
        "X-Mms-Aux-Applic-Info",
        "X-Mms-Replace-ID",
        "X-Mms-Cancel-ID",
    }
)

#: WAP-209, 6: what a message that is pushed to a handset must have.
MANDATORY: dict[str, tuple[str, ...]] = {
    "m-notification-ind": (
        "X-Mms-Transaction-Id",
        "X-Mms-MMS-Version",
        "X-Mms-Message-Class",
        "X-Mms-Message-Size",
        "X-Mms-Expiry",
        "X-Mms-Content-Location",
    ),
    "m-delivery-ind": ("X-Mms-MMS-Version", "Message-ID", "To", "Date", "X-Mms-Status"),
    "m-read-orig-ind": (
        "X-Mms-MMS-Version",
        "Message-ID",
        "To",
        "From",
        "Date",
        "X-Mms-Read-Status",
    ),
}
