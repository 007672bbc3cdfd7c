# Sourced by the bench scripts: starts the built WAR with the options of README on a port and a data directory of its
# own, and stops it at the end. Wants target/predella.war and target/payara-micro.jar, which `mvn package
# dependency:copy@default` or any full build makes.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
port=${PORT:-9390}
heap=${HEAP:-512m}
base=http://127.0.0.1:$port
password=bench-password
work=$(mktemp -d "${WORK:-/tmp}/predella-bench-XXXXXX")
server=

stop_all() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap stop_all EXIT

# start_server [-Dgroup.key=value …]
start_server() {
    # Files of settings that the machine has must not count.
    mkdir -p "$work/config"
    OS_GLANCE_CONFIG_DIR=$work/config java "-Xmx$heap" -XX:+UseParallelGC -Dorg.glassfish.grizzly.http.USE_SEND_FILE=true "-Dpredella.data_dir=$work/data" \
        "-Dpredella.port=$port" "-Dpredella.admin_password=$password" "$@" \
        -jar "$root/target/payara-micro.jar" --nohazelcast --disablephonehome --contextroot / --port "$port" \
        --prebootcommandfile "$root/docker/preboot.txt" --postdeploycommandfile "$root/docker/postdeploy.txt" \
        --logproperties "$root/docker/logging.properties" \
        --deploy "$root/target/predella.war" >"$work/server.log" 2>&1 &
    server=$!
    for _ in $(seq ${START:-90}); do
        if curl -sf -o /dev/null "$base/health/ready"; then
            log_in
            return
        fi
        sleep 1
    done
    tail -20 "$work/server.log" >&2
    exit 1
}

# log_in [USER]
log_in() {
    token=$(curl -s -i -X POST "$base/identity/v3/auth/tokens" -H 'Content-Type: application/json' -d '{"auth":
        {"identity":{"methods":["password"],"password":{"user":{"name":"'${1:-admin}'","domain":{"id":"default"},
        "password":"'$password'"}}},"scope":{"project":{"name":"admin","domain":{"id":"default"}}}}}' |
        tr -d '\r' | awk 'tolower($1) == "x-subject-token:" {print $2}')
}

new_image() {
    curl -s -X POST "$base/v2/images" -H "X-Auth-Token: $token" \
        -d '{"name":"bench","disk_format":"raw","container_format":"bare"}' | jq -r .id
}

delete_image() {
    curl -s -o /dev/null -X DELETE -H "X-Auth-Token: $token" "$base/v2/images/$1"
}

# cpu_of PID…: seconds of processor time that the processes have used
cpu_of() {
    for process in "$@"; do cat "/proc/$process/stat"; done | awk '{s += $14 + $15} END {printf "%.2f", s / 100}'
}

# median of the numbers on standard input
median() {
    sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}

# The first touch of memory is slow on virtual machines whose host hands it out late; it must not fall into a figure.
touch_memory() {
    python3 -c '
import mmap, sys
size = int(sys.argv[1]) << 30
memory = mmap.mmap(-1, size)
for page in range(0, size, 4096):
    memory[page] = 1' "${1:-8}"
}
