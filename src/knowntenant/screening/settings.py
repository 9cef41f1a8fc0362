"""What a screening is fixed to, as a value that can be written down, compared and audited."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from knowntenant.screening.algorithm import algorithm
from knowntenant.screening.entry import Kind
from knowntenant.screening.matcher import DEFAULT_ALGORITHM


@dataclass(frozen=True, slots=True)
class Settings:
    """An algorithm and its thresholds.

    threshold: the least score of a hit, 0..1, or None for the algorithm's own; thresholds: the
    same for one kind of party, where it differs. weights: sha256 of the algorithm's frozen weights,
    or empty where nobody fixed them.
    """

    algorithm: str = DEFAULT_ALGORITHM
    threshold: float | None = None
    thresholds: Mapping[Kind, float] = field(default_factory=dict)
    weights: str = ""

    def threshold_for(self, kind: Kind) -> float | None:
        """Give the least score of a hit for a kind of party; None for the algorithm's own."""
        return self.thresholds.get(kind, self.threshold)

    def fixed(self) -> "Settings":
        """Give the same settings with the algorithm's own threshold and weights written out.

        Raises UnknownAlgorithmError.
        """
        frozen = algorithm(self.algorithm)
        least = frozen.threshold if self.threshold is None else self.threshold
        return replace(self, threshold=least, weights=frozen.sha256)

    @property
    def hash(self) -> str:
        """A sha256 over all of it, in hexadecimal: equal exactly where the settings are."""
        kinds = {str(kind): value for kind, value in self.thresholds.items()}
        values = {"algorithm": self.algorithm, "threshold": self.threshold, "thresholds": kinds}
        told = json.dumps({**values, "weights": self.weights}, sort_keys=True)
        return sha256(told.encode()).hexdigest()


def as_toml(settings: Settings) -> str:
    """Write settings as TOML, which `screen --config` reads again."""
    lines = [
        "# What a screening is fixed to. `knowntenant screen --config FILE` uses it.",
        f"algorithm = {json.dumps(settings.algorithm)}",
    ]
    if settings.threshold is not None:
        lines.append(f"threshold = {settings.threshold!r}")
    if settings.weights:
        lines += ["# sha256 of the algorithm's weights; other weights of that name are refused."]
        lines += [f"weights = {json.dumps(settings.weights)}"]
    lines += ["", "[thresholds]", "# The same for one kind of party, such as: Person = 0.6"]
    lines += [f"{kind} = {value!r}" for kind, value in sorted(settings.thresholds.items())]
    return "\n".join([*lines, f"# sha256 of these settings: {settings.hash}", ""])
