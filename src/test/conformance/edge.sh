#!/usr/bin/env bash
# Uses the image service with the stock client through whatever stands in front of it, by https only, trusting
# OS_CACERT. WORK names a directory for files.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"
work=$(mktemp -d "${WORK:-/tmp}/edge-XXXXXX")
head -c 3000000 /dev/urandom >"$work/disk.raw"

case $1 in
    through)
        openstack image create --file "$work/disk.raw" --disk-format raw --container-format bare edge >/dev/null
        same "list" "$(openstack image list --name edge -f value -c Status)" active
        openstack image save --file "$work/back.raw" edge
        cmp "$work/disk.raw" "$work/back.raw"
        ;;
    look)
        same "list" "$(openstack image list --name edge -f value -c Status)" active
        ;;
esac
