#!/usr/bin/env bash
# Imports, each next to what it is measured by, in the same run and on the same file: the import of staged data, which
# becomes the stored file itself, next to an upload of it; and the conversion of a qcow2 disk to raw, plain and compressed as
# cloud images mostly come, next to qemu-img alone (with and without waiting for the device, as the import does) and
# next to the digests of the result. Medians. SIZE is in MiB, ROUNDS how often.
. "$(dirname "$0")/server.sh"
size=${SIZE:-1024}
rounds=${ROUNDS:-5}

touch_memory 10
# Text of random letters: it can be compressed, but not by much.
head -c "$((size * 786432))" /dev/urandom | base64 -w 0 >"$work/disk.raw"
qemu-img convert -f raw -O qcow2 "$work/disk.raw" "$work/plain.qcow2"
qemu-img convert -c -f raw -O qcow2 "$work/disk.raw" "$work/compressed.qcow2"

# new_image FORMAT
new_image() {
    curl -s -X POST "$base/v2/images" -H "X-Auth-Token: $token" \
        -d '{"name":"bench","disk_format":"'"$1"'","container_format":"bare"}' | jq -r .id
}

# send WHAT ID FILE: puts a file to the image's file or stage; the seconds it took
send() {
    curl -s -o /dev/null -w '%{http_code} %{time_total}\n' -T "$3" -H 'Expect:' -H "X-Auth-Token: $token" \
        -H 'Content-Type: application/octet-stream' "$base/v2/images/$2/$1" | awk '$1 != 204 {exit 1} {print $2}'
}

# import ID: from the request until the image is active; the seconds it took
import() {
    PREDELLA_URL=$base python3 "$root/src/bench/load/import.py" "$token" "$1"
}

# timed COMMAND…: the seconds it took
timed() {
    local begun
    begun=$(date +%s.%N)
    "$@"
    echo "$begun $(date +%s.%N)" | awk '{print $2 - $1}'
}

ratio() {
    echo "scale=3; $1 / $2" | bc
}

start_server
for round in $(seq 0 "$rounds"); do
    id=$(new_image raw)
    send file "$id" "$work/disk.raw" >"$work/up"
    delete_image "$id"
    id=$(new_image raw)
    send stage "$id" "$work/disk.raw" >/dev/null
    import "$id" >"$work/adopt"
    delete_image "$id"
    # The first round warms everything up.
    [ "$round" = 0 ] || cat "$work/up" >>"$work/ups"
    [ "$round" = 0 ] || cat "$work/adopt" >>"$work/adopts"
done
echo "import of $size MiB staged  $(median <"$work/adopts") s, upload $(median <"$work/ups") s," \
    "ratio $(ratio "$(median <"$work/adopts")" "$(median <"$work/ups")")"
kill "$server"
wait "$server" 2>/dev/null || true

# convert KIND
convert() {
    qemu-img convert -f qcow2 -O raw "$work/$1.qcow2" "$work/alone"
}

# Whoever writes a new file gets memory for it, and on virtual machines whose host takes back what is free that costs
# seconds for a GiB, unless a file of that size was removed a moment ago. So all get memory that was just in use.
level() {
    touch_memory "$((2 * size / 1024 + 1))"
}

java "$root/src/bench/load/SerialLimit.java" >"$work/limit"
start_server '-Dimage_import_opts.image_import_plugins=[image_conversion]'
for kind in plain compressed; do
    : >"$work/alones" >"$work/synced" >"$work/imports"
    for round in $(seq 0 "$rounds"); do
        rm -f "$work/alone"
        level
        timed convert "$kind" >"$work/alone.s"
        timed sync "$work/alone" >"$work/sync.s"
        id=$(new_image qcow2)
        send stage "$id" "$work/$kind.qcow2" >/dev/null
        level
        import "$id" >"$work/import.s"
        delete_image "$id"
        [ "$round" = 0 ] || {
            cat "$work/alone.s" >>"$work/alones"
            cat "$work/alone.s" "$work/sync.s" | awk '{s += $1} END {print s}' >>"$work/synced"
            cat "$work/import.s" >>"$work/imports"
        }
    done
    alone=$(median <"$work/alones")
    synced=$(median <"$work/synced")
    imported=$(median <"$work/imports")
    echo "import of $size MiB as $kind qcow2 to raw  $imported s, qemu-img alone $alone s and with sync $synced s," \
        "ratios $(ratio "$imported" "$alone") and $(ratio "$imported" "$synced"), both digests of it by one thread" \
        "$(echo "scale=2; $size * 1.048576 / $(cat "$work/limit")" | bc) s"
done
