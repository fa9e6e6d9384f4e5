#!/bin/sh
# The main job on the bundled stories: into a ledger of its own, then one brief and the agenda.
set -eu
BIN=${BIN:-.venv/bin}
LEDGER=demo/ledger.db
mkdir -p demo
rm -f "$LEDGER" "$LEDGER-wal" "$LEDGER-shm"
echo "== Six stories into a new ledger"
"$BIN/dateline" add examples/stories --database "sqlite:///$LEDGER"
echo
echo "== A story without a date: what it says, and from which words"
"$BIN/dateline" read examples/stories/6-brussels-2022.txt
echo
echo "== The agenda of all six"
"$BIN/dateline" agenda --database "sqlite:///$LEDGER" --from 1991-01-01 --to 2022-12-31
echo
echo "== The same stories as pages in a browser: $BIN/dateline serve --demo"
