#!/usr/bin/env bash
# How long it takes to make 200 namespaces of metadata definitions with 5,000 properties, and to list them. DATABASE is
# a connection as in the settings; without it the embedded database is measured.
. "$(dirname "$0")/server.sh"

if [ -n "${DATABASE:-}" ]; then
    start_server "-Ddatabase.connection=$DATABASE"
else
    start_server
fi
PREDELLA_URL=$base PREDELLA_PASSWORD=$password python3 "$root/src/bench/load/metadefs.py"
