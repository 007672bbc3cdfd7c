#!/usr/bin/env bash
# How long it takes to make 200 namespaces of metadata definitions with 5,000 properties, by requests and by the command
# that loads files, and to list them. DATABASE is a connection as in the settings; without it the embedded database is
# measured.
. "$(dirname "$0")/server.sh"

if [ -n "${DATABASE:-}" ]; then
    start_server "-Ddatabase.connection=$DATABASE"
else
    start_server
fi
PREDELLA_URL=$base PREDELLA_PASSWORD=$password python3 "$root/src/bench/load/metadefs.py"

python3 "$root/src/bench/load/metadefs.py" "$work/definitions"
kill "$server"
wait "$server" || true
server=
predella() {
    OS_GLANCE_CONFIG_DIR=$work/config PREDELLA_DATA_DIR=$work/data PREDELLA_CACHE=$work/cache \
        "$root/docker/predella" "$@" >"$work/predella.log"
}
[ -z "${DATABASE:-}" ] || export DATABASE_CONNECTION=$DATABASE
predella db unload_metadefs
TIMEFORMAT="the same from files by the command load_metadefs: %R s, %U s of them on a processor, its start included"
time predella db load_metadefs --path "$work/definitions"
