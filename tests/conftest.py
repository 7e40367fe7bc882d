"""Settings of all tests: no example has to be fast on a machine that does other things as well."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile(
    "patient", parent=settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("patient")
