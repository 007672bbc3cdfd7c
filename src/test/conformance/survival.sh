#!/usr/bin/env bash
# survival.sh before|after: what the clients were told is kept over a kill of the service between the two calls.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"
iso=/usr/lib/grub-rescue/grub-rescue-cdrom.iso

case "$1" in
    before)
        openstack token issue -f value -c id >"$WORK/token"
        openstack image create --file "$iso" --disk-format iso --container-format bare --tag kept survivor >/dev/null
        openstack image set --property told=true survivor
        done_with "a token, an image with data and a change"
        ;;
    after)
        same "the token still counts" \
            "$(curl -s -o /dev/null -w '%{http_code}' -H "X-Auth-Token: $(cat "$WORK/token")" \
                "${OS_AUTH_URL%/identity/v3}/v2/images")" 200
        same "status" "$(openstack image show -f value -c status survivor)" active
        same "change" "$(openstack image show -f json survivor | jq -r .properties.told)" true
        openstack image save --file "$WORK/survivor.iso" survivor
        cmp "$iso" "$WORK/survivor.iso"
        same "bytes" 0 $?
        openstack image delete survivor
        done_with "token, record, change and bytes after a kill"
        ;;
esac
