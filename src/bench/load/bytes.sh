#!/usr/bin/env bash
# Bytes in and out, each next to its limit measured in the same run on the same file: uploads next to one thread that
# computes both digests, downloads next to nginx with sendfile. Medians of five. SIZE is in MiB.
. "$(dirname "$0")/server.sh"
size=${SIZE:-1024}
rounds=${ROUNDS:-5}

touch_memory 10
head -c "${size}M" /dev/urandom >"$work/file"
gib=$(echo "scale=4; $size / 1024" | bc)
cat >"$work/nginx.conf" <<CONF
worker_processes 2;
pid $work/nginx.pid;
error_log $work/nginx.err;
user root;
events { worker_connections 1024; }
http {
    access_log off; sendfile on; tcp_nopush on; default_type application/octet-stream;
    server { listen 127.0.0.1:$((port + 1)); root $work; }
}
CONF
nginx -c "$work/nginx.conf" 2>/dev/null
start_server

# upload ID: MB/s
upload() {
    curl -s -o /dev/null -w '%{http_code} %{time_total}\n' -T "$work/file" -H 'Expect:' -H "X-Auth-Token: $token" \
        -H 'Content-Type: application/octet-stream' "$base/v2/images/$1/file" |
        awk -v size="$size" '$1 != 204 {exit 1} {printf "%.0f\n", size * 1.048576 / $2}'
}

# download STREAMS URL: MB/s of all streams together
download() {
    local begun stream pids=()
    begun=$(date +%s.%N)
    for _ in $(seq "$1"); do
        curl -sf -o /dev/null -H "X-Auth-Token: $token" "$2" &
        pids+=("$!")
    done
    for stream in "${pids[@]}"; do wait "$stream"; done
    echo "$begun $(date +%s.%N)" | awk -v n="$1" -v size="$size" '{printf "%.0f\n", n * size * 1.048576 / ($2 - $1)}'
}

for _ in 1 2 3; do
    id=$(new_image)
    upload "$id" >/dev/null
    delete_image "$id"
done

: >"$work/limit" >"$work/up"
used=$(cpu_of "$server")
for _ in $(seq "$rounds"); do
    id=$(new_image)
    upload "$id" >>"$work/up"
    [ "$(wc -l <"$work/up")" = "$rounds" ] || delete_image "$id"
done
used=$(echo "scale=2; ($(cpu_of "$server") - $used) / $rounds / $gib" | bc)
java "$root/src/bench/load/SerialLimit.java" >"$work/limit"
echo "upload       $(median <"$work/up") MB/s, serial digests $(cat "$work/limit") MB/s," \
    "ratio $(echo "scale=2; $(median <"$work/up") / $(cat "$work/limit")" | bc), server $used CPU s/GiB"

for streams in 1 4; do
    download 1 "$base/v2/images/$id/file" >/dev/null
    : >"$work/ours" >"$work/theirs"
    ours=0
    theirs=0
    for _ in $(seq "$rounds"); do
        before=$(cpu_of "$server")
        download "$streams" "$base/v2/images/$id/file" >>"$work/ours"
        ours=$(echo "$ours + $(cpu_of "$server") - $before" | bc)
        workers=$(pgrep -P "$(cat "$work/nginx.pid")")
        before=$(cpu_of $workers)
        download "$streams" "http://127.0.0.1:$((port + 1))/file" >>"$work/theirs"
        theirs=$(echo "$theirs + $(cpu_of $workers) - $before" | bc)
    done
    echo "download x$streams  $(median <"$work/ours") MB/s, nginx $(median <"$work/theirs") MB/s," \
        "ratio $(echo "scale=2; $(median <"$work/ours") / $(median <"$work/theirs")" | bc)," \
        "CPU s/GiB $(echo "scale=2; $ours / $rounds / $gib / $streams" | bc)" \
        "and $(echo "scale=2; $theirs / $rounds / $gib / $streams" | bc)"
done

# Eight at once, in and out, with the heap that the server was given.
uploads=
begun=$(date +%s.%N)
for n in $(seq 8); do
    new_image >"$work/id$n"
    (upload "$(cat "$work/id$n")" >/dev/null) &
    uploads="$uploads $!"
done
for one in $uploads; do wait "$one"; done
echo "$begun $(date +%s.%N)" | awk -v size="$size" \
    '{printf "8 uploads    %.0f MB/s together\n", 8 * size * 1.048576 / ($2 - $1)}'
echo "8 downloads  $(download 8 "$base/v2/images/$id/file") MB/s together"
echo "heap $heap, resident at most $(awk '/VmHWM/ {printf "%.0f MiB", $2 / 1024}' "/proc/$server/status")"
