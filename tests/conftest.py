"""Settings of all tests: no example has to be fast on a machine that does other things as well."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# What is said is asked for in English, whatever the locale of whoever runs the tests.
for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
    if os.environ.get(name, "")[:2].lower() == "ru":
        os.environ[name] = "C.UTF-8"

before = settings.get_profile(settings.get_current_profile_name())
patient = {HealthCheck.too_slow, *before.suppress_health_check}
settings.register_profile("patient", parent=before, deadline=None, suppress_health_check=patient)
settings.load_profile("patient")
