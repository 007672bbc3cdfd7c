#!/usr/bin/env bash
# What a node asks of PostgreSQL: statements and transactions of one request of each kind, and of a minute in which nobody
# asks it for anything. It counts what a PostgreSQL of its own notes in its log. TIMES is how often each request is made.
. "$(dirname "$0")/server.sh"
times=${TIMES:-20}
idle=${IDLE:-60}
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -1)
database_port=$((port + 1))
db=$work/db

# PostgreSQL refuses to be started by root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

stop_database() {
    as_owner "$bin/pg_ctl" -D "$db" -m immediate stop >/dev/null 2>&1 || true
    stop_all
}
trap stop_database EXIT

mkdir "$db"
chmod 755 "$work"
[ "$(id -u)" != 0 ] || chown postgres "$db"
as_owner "$bin/initdb" -D "$db" -U predella -A trust >/dev/null
cat >>"$db/postgresql.conf" <<SETTINGS
port = $database_port
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
log_statement = all
log_line_prefix = ''
SETTINGS
as_owner "$bin/pg_ctl" -D "$db" -w -l "$db/log" start >/dev/null
start_server "-Ddatabase.connection=postgresql://predella:x@127.0.0.1:$database_port/postgres"

# counts: statements, transactions, and changes among the statements, so far
counts() {
    grep -E '^LOG:  (statement|execute [^:]*):' "$db/log" | sed -E 's/^LOG:  (statement|execute [^:]*): *//' |
        awk 'toupper($1) == "BEGIN" {t++; next} toupper($1) ~ /^(COMMIT|ROLLBACK|SET|SHOW)/ {next}
            {s++} toupper($1) ~ /^(INSERT|UPDATE|DELETE)/ {c++} END {print s + 0, t + 0, c + 0}'
}

# difference NAME DIVISOR UNIT: since the counts that were taken before
difference() {
    read -r s t c <<<"$(counts)"
    awk -v name="$1" -v by="$2" -v unit="$3" -v s="$((s - s0))" -v t="$((t - t0))" -v c="$((c - c0))" -v i="$4" \
        -v is="${idle_s:-0}" -v it="${idle_t:-0}" -v ic="${idle_c:-0}" 'BEGIN {
            printf "%-18s %6.1f statements, %5.1f of them changes, %5.1f transactions a %s\n", name,
                (s - is * i) / by, (c - ic * i) / by, (t - it * i) / by, unit}'
}

begin() {
    read -r s0 t0 c0 <<<"$(counts)"
    began=$(date +%s.%N)
}

# each NAME COMMAND…: the command is run many times; what an idle node asks meanwhile does not count
each() {
    "${@:2}"
    begin
    for _ in $(seq "$times"); do "${@:2}"; done
    difference "$1" "$times" request "$(awk -v b="$began" -v e="$(date +%s.%N)" 'BEGIN {print e - b}')"
}

call() {
    curl -s -o /dev/null -H "X-Auth-Token: $token" "$@"
}

fresh() {
    id=$(new_image)
}

patch() {
    call -X PATCH -H 'Content-Type: application/openstack-images-v2.1-json-patch' "$base/v2/images/$id" \
        -d '[{"op":"replace","path":"/name","value":"'$RANDOM$RANDOM'"}]'
}

upload() {
    fresh
    call -X PUT -H 'Content-Type: application/octet-stream' --data-binary "@$work/bytes" "$base/v2/images/$id/file"
}

remove() {
    fresh
    call -X DELETE "$base/v2/images/$id"
}

sleep 20
begin
sleep "$idle"
read -r s t c <<<"$(counts)"
idle_s=$(awk -v n="$((s - s0))" -v i="$idle" 'BEGIN {print n / i}')
idle_t=$(awk -v n="$((t - t0))" -v i="$idle" 'BEGIN {print n / i}')
idle_c=$(awk -v n="$((c - c0))" -v i="$idle" 'BEGIN {print n / i}')
echo "idle node: $idle_s statements, $idle_c of them changes, $idle_t transactions a second"

head -c 1048576 /dev/urandom >"$work/bytes"
each "create" fresh
upload
each "show" call "$base/v2/images/$id"
each "list" call "$base/v2/images"
each "download" call "$base/v2/images/$id/file"
each "patch" patch
each "create and upload" upload
each "create and delete" remove
