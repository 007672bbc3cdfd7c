#!/usr/bin/env bash
# Requests per second and latencies of show, create, PATCH and member add at 1, 8 and 32 clients, next to the commits
# per second that pgbench reaches on the same PostgreSQL. DATABASE is a connection as in the settings; without it the
# embedded database is measured. SECONDS_EACH is the length of one measurement, WARM_UP that of each warm-up: a fresh
# server compiles itself for a minute or two.
. "$(dirname "$0")/server.sh"
each=${SECONDS_EACH:-10}
warm_up=${WARM_UP:-60}
lua=$root/src/bench/load

if [ -n "${DATABASE:-}" ]; then
    start_server "-Ddatabase.connection=$DATABASE"
else
    start_server
fi

image() {
    curl -s -X POST "$base/v2/images" -H "X-Auth-Token: $token" -d '{"name":"bench","disk_format":"raw",
        "container_format":"bare","tags":["a","b","c"],"p1":"v","p2":"v","p3":"v","p4":"v","p5":"v","p6":"v",
        "p7":"v","p8":"v","p9":"v","p10":"v"}' | jq -r .id
}

# images COUNT: ids of new images
images() {
    for _ in $(seq "$1"); do image; done
}

# row NAME CLIENTS SCRIPT PATH [ID…]
row() {
    wrk -t1 "-c$2" "-d${seconds:-$each}s" --latency -s "$lua/$3.lua" "$base$4" -- "$token" "${@:5}" >"$work/wrk" || { cat "$work/wrk"; exit 1; }
    awk -v name="$1" -v clients="$2" '
        /50%/ {p50 = $2} /99%/ {p99 = $2} /Requests\/sec/ {rate = $2}
        /Non-2xx/ {bad = "  NOT ALL WELL: " $0}
        END {printf "%-10s %2d clients %8.0f /s  p50 %-9s p99 %-9s%s\n", name, clients, rate, p50, p99, bad}' "$work/wrk"
}

id=$(image)
many=$(images 200)
for work_up in "show /v2/images/$id" "create /v2/images" "patch / $many" "member / $many"; do
    # shellcheck disable=SC2086
    seconds=$warm_up row warm-up 8 ${work_up} >/dev/null
done
for clients in 1 8 32; do
    row show "$clients" show "/v2/images/$id"
    row create "$clients" create /v2/images
    # shellcheck disable=SC2086
    row patch "$clients" patch / $many
    # shellcheck disable=SC2046
    row member "$clients" member / $(images $((each * 20)))
done

if [ -n "${DATABASE:-}" ] && command -v pgbench >/dev/null; then
    plain=${DATABASE/+psycopg2/}
    pgbench -i -q "$plain" 2>/dev/null
    for clients in 1 8 32; do
        pgbench -N -c "$clients" -j 2 -T "$each" "$plain" 2>/dev/null |
            awk -v clients="$clients" '/tps = / {printf "pgbench    %2d clients %8.0f commits/s\n", clients, $3}'
    done
fi
