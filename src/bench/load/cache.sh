#!/usr/bin/env bash
# What a cache gives and costs: downloads of a copy next to downloads from a file store, and of a slow web server with
# and without a copy growing beside. Medians of five, taken in turns. SIZE is in MiB, RATE the web server's MB/s.
. "$(dirname "$0")/server.sh"
size=${SIZE:-512}
rounds=${ROUNDS:-5}
rate=${RATE:-100}

touch_memory 4
mkdir "$work/web"
head -c "${size}M" /dev/urandom >"$work/web/disk"
cat >"$work/nginx.conf" <<CONF
worker_processes 1;
pid $work/nginx.pid;
error_log $work/nginx.err;
user root;
events { worker_connections 1024; }
http {
    access_log off; sendfile on; default_type application/octet-stream;
    server { listen 127.0.0.1:$((port + 1)); root $work/web; limit_rate ${rate}m; }
}
CONF
nginx -c "$work/nginx.conf" 2>/dev/null
start_server -DDEFAULT.enabled_backends=local:file,web:http -Dglance_store.default_backend=local \
    "-Dlocal.filesystem_store_datadir=$work/images" -Dpredella.fetch_allowed_networks=127.0.0.1/32 \
    "-DDEFAULT.image_cache_dir=$work/cache"

# download URL: MB/s
download() {
    curl -sf -o /dev/null -w '%{time_total}\n' -H "X-Auth-Token: $token" "$1" |
        awk -v size="$size" '{printf "%.0f\n", size * 1.048576 / $1}'
}

# cache METHOD IMAGE
cache() {
    curl -sf -o /dev/null -X "$1" -H "X-Auth-Token: $token" "$base/v2/cache/$2"
}

# await_copy IMAGE
await_copy() {
    for _ in $(seq 300); do
        [ -f "$work/cache/$1" ] && return
        sleep 0.2
    done
    echo "no copy of $1" >&2
    exit 1
}

stored=$(new_image)
curl -sf -o /dev/null -T "$work/web/disk" -H 'Expect:' -H "X-Auth-Token: $token" \
    -H 'Content-Type: application/octet-stream' "$base/v2/images/$stored/file"
copied=$(new_image)
curl -sf -o /dev/null -T "$work/web/disk" -H 'Expect:' -H "X-Auth-Token: $token" \
    -H 'Content-Type: application/octet-stream' "$base/v2/images/$copied/file"
cache PUT "$copied"
await_copy "$copied"

: >"$work/hit" >"$work/file"
for image in "$copied" "$stored"; do download "$base/v2/images/$image/file" >/dev/null; done
for _ in $(seq "$rounds"); do
    download "$base/v2/images/$copied/file" >>"$work/hit"
    download "$base/v2/images/$stored/file" >>"$work/file"
done
echo "download of a copy $(median <"$work/hit") MB/s, from a file store $(median <"$work/file") MB/s," \
    "ratio $(echo "scale=2; $(median <"$work/hit") / $(median <"$work/file")" | bc)"

slow=$(new_image)
curl -sf -o /dev/null -X POST -H "X-Auth-Token: $token" -H 'Content-Type: application/json' \
    -d "{\"url\": \"http://127.0.0.1:$((port + 1))/disk\"}" "$base/v2/images/$slow/locations"
for _ in $(seq 300); do
    shown=$(curl -s -H "X-Auth-Token: $token" "$base/v2/images/$slow")
    [ "$(echo "$shown" | jq -r '.status + " " + (.checksum != null | tostring)')" = "active true" ] && break
    sleep 0.5
done

# A part that is the whole is the same bytes by the same way, but never fills.
: >"$work/filling" >"$work/plain"
for _ in $(seq "$rounds"); do
    curl -sf -o /dev/null -w '%{time_total}\n' -H "X-Auth-Token: $token" -H "Range: bytes=0-" \
        "$base/v2/images/$slow/file" | awk -v size="$size" '{printf "%.0f\n", size * 1.048576 / $1}' >>"$work/plain"
    download "$base/v2/images/$slow/file" >>"$work/filling"
    await_copy "$slow"
    cache DELETE "$slow"
done
echo "slow store, filling $(median <"$work/filling") MB/s, not filling $(median <"$work/plain") MB/s," \
    "ratio $(echo "scale=3; $(median <"$work/filling") / $(median <"$work/plain")" | bc)"
