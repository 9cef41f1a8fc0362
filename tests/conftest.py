"""What holds for every test: an odd machine, so that code which leans on its surroundings shows."""

import os
import time

from hypothesis import HealthCheck, settings

# Decisions must not know where the machine stands: fourteen hours ahead of UTC is nobody's default.
os.environ["TZ"] = "Pacific/Kiritimati"
if hasattr(time, "tzset"):  # Windows has none
    time.tzset()

# Printed help and tables are compared as text, so the terminal is fixed and plain.
os.environ.update(COLUMNS="100", NO_COLOR="1", TERM="dumb")
for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS"):
    os.environ.pop(name, None)

# A shared machine is slow at times; a time limit per example would fail for no fault of the code.
settings.register_profile(
    "house", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")
