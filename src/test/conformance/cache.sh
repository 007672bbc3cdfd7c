#!/usr/bin/env bash
# Cache commands of the stock clients. Wants OS_* variables of an administrator, and a service with a cache and a local
# store. WORK names a directory for files; it is left as it is found but for those. The cache is emptied.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"
work=$(mktemp -d "${WORK:-/tmp}/cache-XXXXXX")
export OS_IMAGE_URL
OS_IMAGE_URL=$(openstack endpoint list --service image --interface public -f value -c URL)
tool() { glance --os-image-url "$OS_IMAGE_URL" "$@"; }

head -c 300000 /dev/urandom >"$work/disk"
openstack image create --file "$work/disk" --disk-format raw --container-format bare -f json cache-$$ >"$work/made"
image=$(jq -r .id "$work/made")

# state IMAGE: what the list says of an image
state() {
    tool cache-list | awk -v id="$1" '$2 == id {print $4}'
}

# becomes IMAGE STATE
becomes() {
    for _ in $(seq 60); do
        [ "$(state "$1")" = "$2" ] && break
        sleep 0.5
    done
    same "$1 is" "$(state "$1")" "$2"
}

same "not in the cache yet" "$(state "$image")" ""
tool cache-queue "$image"
becomes "$image" cached
holds "data from the cache" "$image" "$work/disk"
same "a hit" "$(tool cache-list | awk -v id="$image" -F '|' '$2 ~ id {print $7 + 0}')" 1
tool cache-delete "$image"
same "thrown out" "$(state "$image")" ""
holds "data from the store" "$image" "$work/disk"
tool cache-queue "$image"
becomes "$image" cached
tool cache-clear --target queue
same "still cached" "$(state "$image")" cached
tool cache-clear --target cache
same "cleared" "$(state "$image")" ""
tool cache-clear
openstack image delete "$image"
done_with "list, fill and empty the cache with glance"
