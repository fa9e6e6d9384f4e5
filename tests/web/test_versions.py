"""The page of what an update of a story changed."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.app.settings import Settings
from dateline.web.serve import desk_of
from dateline.web.site import site
from tests.store.test_twins import FULL, UPDATE, add, parsed

__all__ = ["parsed"]


@pytest.mark.usefixtures("parsed")
def test_an_update_shows_what_it_changed(tmp_path: Path) -> None:
    with desk_of(Settings(f"sqlite:///{tmp_path / 'ledger.db'}"), create=True) as made:
        add(made.ledger, FULL, UPDATE)
        ask = TestClient(site(made), base_url="http://localhost:8765")
        assert f"/stories/{UPDATE.id}/versions" in ask.get(f"/stories/{UPDATE.id}").text
        assert "/versions" not in ask.get(f"/stories/{FULL.id}").text
        page = ask.get(f"/stories/{UPDATE.id}/versions").text
        assert (
            page.partition('<div class="text">')[2]
            .partition("<ins>")[2]
            .startswith('<span class="vh">[new:</span>\nLate in the evening both')
        )
        assert page.count("<del>") == 1, "in the legend alone"
        assert ask.get(f"/stories/{FULL.id}/versions").status_code == 404
