"""Settings of all tests: no example has to be fast on a machine that does other things as well."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

before = settings.get_profile(settings.get_current_profile_name())
patient = {HealthCheck.too_slow, *before.suppress_health_check}
settings.register_profile("patient", parent=before, deadline=None, suppress_health_check=patient)
settings.load_profile("patient")
