"""What the generated part of docs/desk.md is made of: the addresses of the API, from its own OpenAPI."""

from datetime import date

from dateline.app.settings import Settings
from dateline.ledger.database import open_ledger
from dateline.web.desk import Desk
from dateline.web.site import site


def addresses() -> str:
    """Every address with what it gives and can be asked for."""
    settings = Settings("sqlite:///:memory:")
    ledger = open_ledger(settings.database)
    known = site(Desk(ledger, settings, date(2022, 1, 5))).openapi()
    ledger.close()
    rows = ["| address | what it gives | can be asked for |", "|---|---|---|"]
    for path, found in known["paths"].items():
        for method, call in found.items():
            asked = ", ".join(f"`{each['name']}`" for each in call.get("parameters", []) if each["in"] == "query")
            rows.append(f"| `{method.upper()} {path}` | {call['description']} | {asked} |")
    return "\n".join(rows)
