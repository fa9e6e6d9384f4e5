"""The answer of `dateline code` as the reading contract has it."""

from typing import Any

from dateline.knowledge import codes
from dateline.model.event import Coding
from dateline.views.record import evidence

__all__ = ["coding"]


def coding(id: str, item: Coding) -> dict[str, Any]:
    """The codes of what one side does to the other, with their scores and words."""
    return {
        "id": id,
        "plover": {
            "type": item.type,
            "mode": item.mode,
            "contexts": list(item.contexts),
            "intensity": codes.intensity(item.type, item.mode),
            "quad": codes.quad(item.type),
        },
        "cameo": item.cameo,
        "cameo_quad": codes.cameo_quad(item.cameo),
        "goldstein": codes.goldstein(item.cameo),
        "status": item.status,
        "confidence": item.confidence,
        "evidence": [evidence(reason) for reason in item.evidence],
    }
