#!/usr/bin/env bash
# Locations by the stock clients, in a service with the stores local and web (of type http) that may fetch from loopback
# and shows locations. WORK names a directory for files; it is left as it is found but for those.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"
iso=/usr/lib/grub-rescue/grub-rescue-cdrom.iso
work=$(mktemp -d "${WORK:-/tmp}/locations-XXXXXX")
tag=run$$

cp "$iso" "$work/disk.iso"
cp "$iso" "$work/mirror.iso"
web=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server --bind 127.0.0.1 --directory "$work" "$web" >"$work/web.log" 2>&1 &
trap 'kill %1' EXIT
disk=http://127.0.0.1:$web/disk.iso
mirror=http://127.0.0.1:$web/mirror.iso
sum=$(sha512sum "$iso" | cut -d ' ' -f 1)
endpoint=$(openstack endpoint list --service image --interface public -f value -c URL)
token=$(openstack token issue -f value -c id)

# new NAME: an image that waits for data
new() {
    glance image-create --disk-format iso --container-format bare --name "$1-$tag" <&- | awk '$2 == "id" {print $4}'
}

# shown IMAGE FIELD
shown() {
    openstack image show -f json "$1" | jq -r ".$2"
}

# ended IMAGE: waits until its latest task is over, and says its status
ended() {
    for _ in $(seq 60); do
        case $(glance image-tasks "$1" | grep -c -e pending -e processing) in
            0) shown "$1" status && return ;;
        esac
        sleep 0.5
    done
    echo "never"
}

# tell IMAGE JSON: names the place of an image's data by the locations API, and says the status of the answer
tell() {
    curl -s -o "$work/answer" -w '%{http_code}' -H "X-Auth-Token: $token" -H 'Content-Type: application/json' \
        -d "$2" "$endpoint/v2/images/$1/locations"
}

# holds WHAT IMAGE: the image must have exactly the bytes of the disk
holds() {
    rm -f "$work/back"
    glance image-download --file "$work/back" "$2"
    same "$1" "$(sha512sum <"$work/back" | cut -d ' ' -f 1)" "$sum"
}

same "the web store only reads" "$(glance stores-info | grep -c read-only)" 1

# By the older way: PATCH.
patched=$(new patched)
glance location-add --url "$disk" --hash-algo sha512 --hash-value "$sum" --checksum "$(md5sum "$iso" | cut -d ' ' -f 1)" \
    "$patched" >/dev/null
same "added" "$(shown "$patched" status)" active
same "its size" "$(shown "$patched" size)" "$(stat -c %s "$iso")"
holds "data of the added location" "$patched"
glance location-add --url "$mirror" --metadata '{"side": "b"}' "$patched" >/dev/null
same "two places" "$(glance image-show "$patched" | awk '$2 == "stores" {print $4}')" web,web
glance location-update --url "$mirror" --metadata '{"side": "c"}' "$patched" >/dev/null
same "described" "$(glance image-show "$patched" | grep -c '"c"')" 1
glance location-delete --url "$disk" "$patched" >/dev/null
same "one place" "$(glance image-show "$patched" | awk '$2 == "stores" {print $4}')" web
rm "$work/disk.iso"
holds "data of the place that is left" "$patched"
cp "$iso" "$work/disk.iso"
refused 403 glance location-delete --url "$mirror" "$patched"
refused 400 glance location-add --url file:///etc/hosts "$patched"
refused 400 glance location-add --url "http://127.0.0.1:$web/missing" "$patched"

# By the locations API.
told=$(new told)
same "told" "$(tell "$told" "{\"url\": \"$disk\"}")" 202
same "active" "$(ended "$told")" active
same "measured" "$(shown "$told" properties.os_hash_value)" "$sum"
same "the task" "$(curl -s -H "X-Auth-Token: $token" "$endpoint/v2/images/$told/tasks" \
    | jq -r '.tasks[0].type + " " + .tasks[0].status')" "location_import success"
holds "data of the told location" "$told"
wrong=$(new wrong)
zeros=$(printf '0%.0s' $(seq 128))
same "told wrongly" "$(tell "$wrong" \
    "{\"url\": \"$disk\", \"validation_data\": {\"os_hash_algo\": \"sha512\", \"os_hash_value\": \"$zeros\"}}")" 202
same "not active" "$(ended "$wrong")" queued
same "told rightly" "$(tell "$wrong" \
    "{\"url\": \"$disk\", \"validation_data\": {\"os_hash_algo\": \"sha512\", \"os_hash_value\": \"$sum\"}}")" 202
same "active after all" "$(ended "$wrong")" active
same "told to services" "$(curl -s -H "X-Auth-Token: $token" "$endpoint/v2/images/$told/locations" | jq -r '.[0].url')" \
    "$disk"

# From the web into a store of one's own, and away from the web.
glance image-import --import-method copy-image --stores local "$told" >/dev/null
same "copied" "$(ended "$told")" active
glance stores-delete --store web "$told" >/dev/null
same "at home" "$(glance image-show "$told" | awk '$2 == "stores" {print $4}')" local
holds "data of the copy" "$told"

openstack image delete "$patched" "$told" "$wrong"
same "the web server keeps its files" "$(sha512sum "$work/disk.iso" | cut -d ' ' -f 1)" "$sum"
done_with "add, describe and remove locations with glance, and register data where it is"
