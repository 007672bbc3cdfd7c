#!/usr/bin/env bash
# Drives the image service with the stock clients, as the user that the OS_* variables name, with a real bootable disk.
# WORK names a directory for files; it is left as it is found but for those.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"
iso=/usr/lib/grub-rescue/grub-rescue-cdrom.iso
work=$(mktemp -d "${WORK:-/tmp}/images-XXXXXX")
tag=run$$

qemu-img convert -f raw -O qcow2 "$iso" "$work/disk.qcow2"

# Create with data, by name and by id, and look at what came of it.
openstack image create --file "$iso" --disk-format iso --container-format bare --tag "$tag" \
    --property os_distro=grub --property "note=with a blank" --min-ram 64 "iso-$tag" >/dev/null
iso_id=$(openstack image show -f value -c id "iso-$tag")
same "status of the iso" "$(openstack image show -f value -c status "$iso_id")" active
same "size of the iso" "$(openstack image show -f value -c size "$iso_id")" "$(stat -c %s "$iso")"
same "checksum of the iso" "$(openstack image show -f value -c checksum "$iso_id")" "$(md5sum <"$iso" | cut -d' ' -f1)"
same "digest of the iso" "$(openstack image show -f json "$iso_id" | jq -r .properties.os_hash_value)" \
    "$(sha512sum <"$iso" | cut -d' ' -f1)"
same "property of the iso" "$(openstack image show -f json "$iso_id" | jq -r .properties.note)" "with a blank"

glance image-create --file "$work/disk.qcow2" --disk-format qcow2 --container-format bare \
    --name "qcow2-$tag" --tags "$tag" --property hw_disk_bus=virtio >"$work/created"
qcow2_id=$(awk '$2 == "id" {print $4}' "$work/created")
same "virtual size of the qcow2" "$(openstack image show -f value -c virtual_size "$qcow2_id")" \
    "$(qemu-img info --output=json "$work/disk.qcow2" | jq '."virtual-size"')"

# Lists and their filters.
same "list by tag" "$(openstack image list --tag "$tag" -f value -c Name | sort | xargs)" "iso-$tag qcow2-$tag"
same "list by name" "$(openstack image list --name "iso-$tag" -f value -c ID)" "$iso_id"
same "list by status" "$(openstack image list --status active --tag "$tag" -f value -c ID | wc -l)" 2
same "list by property" "$(openstack image list --property hw_disk_bus=virtio --tag "$tag" -f value -c ID)" "$qcow2_id"
same "glance list by tag" "$(glance image-list --tag "$tag" --sort name:asc | grep -c "$tag")" 2
same "glance pages" "$(glance image-list --tag "$tag" --page-size 1 | grep -c "$tag")" 2
same "glance list by property" \
    "$(glance image-list --property-filter hw_disk_bus=virtio --tag "$tag" | awk '/virtio|'"$qcow2_id"'/ {print $2}')" \
    "$qcow2_id"

# Describe.
openstack image set --name "renamed-$tag" --property a=b --property c=d --tag second --min-disk 3 --hidden "$iso_id"
same "renamed" "$(openstack image show -f value -c name "$iso_id")" "renamed-$tag"
same "min_disk" "$(openstack image show -f value -c min_disk "$iso_id")" 3
same "hidden images are not listed" "$(glance image-list --tag "$tag" | grep -c "$iso_id" || true)" 0
openstack image set --unhidden "$iso_id"
same "tags" "$(openstack image show -f json "$iso_id" | jq -r '.tags | sort | join(",")')" "$tag,second"
openstack image unset --property a --tag second "$iso_id"
same "unset property" "$(openstack image show -f json "$iso_id" | jq -r '.properties.a')" null
same "kept property" "$(openstack image show -f json "$iso_id" | jq -r '.properties.c')" d
same "unset tag" "$(openstack image show -f json "$iso_id" | jq -r '.tags | join(",")')" "$tag"
glance image-update --property e=f --remove-property c "$iso_id" >/dev/null
same "glance update" "$(openstack image show -f json "$iso_id" | jq -r '.properties.e + "," + (.properties.c // "gone")')" "f,gone"
glance image-tag-update "$iso_id" third >/dev/null
glance image-tag-delete "$iso_id" third
same "glance tags" "$(openstack image show -f json "$iso_id" | jq -r '.tags | join(",")')" "$tag"

# The bytes come back as they went.
openstack image save --file "$work/back.iso" "renamed-$tag"
cmp "$iso" "$work/back.iso"
same "saved by name" 0 $?
glance image-download --file "$work/back.qcow2" "$qcow2_id"
cmp "$work/disk.qcow2" "$work/back.qcow2"
same "downloaded by id" 0 $?
qemu-img compare -f raw -F qcow2 "$iso" "$work/back.qcow2" >/dev/null
same "same disk in another format" 0 $?

# Data after the record, in two calls.
# The client takes an open standard input for data, hence it is closed.
empty_id=$(glance image-create --disk-format raw --container-format bare --name "late-$tag" <&- | awk '$2 == "id" {print $4}')
same "waiting for data" "$(openstack image show -f value -c status "$empty_id")" queued
glance image-upload --file "$iso" "$empty_id"
same "uploaded later" "$(openstack image show -f value -c status "$empty_id")" active

# What is refused stays refused, and nothing is left of it.
refused 415 openstack image create --file "$work/disk.qcow2" --disk-format vmdk --container-format bare "wrong-$tag"
refused "No image found" glance image-show 00000000-0000-0000-0000-000000000000
refused 409 glance image-upload --file "$iso" "$iso_id"

# Share with another project, which accepts.
openstack project create "guests-$tag" >/dev/null
openstack user create --password guest-password "guest-$tag" >/dev/null
openstack role add --user "guest-$tag" --project "guests-$tag" member
guests=$(openstack project show -f value -c id "guests-$tag")
as_guest() {
    OS_USERNAME="guest-$tag" OS_PASSWORD=guest-password OS_PROJECT_NAME="guests-$tag" "$@"
}
refused "No image found" as_guest glance image-show "$qcow2_id"
openstack image add project "$qcow2_id" "guests-$tag" >/dev/null
same "offered" "$(openstack image member list -f value -c Status "$qcow2_id")" pending
same "offered images are not listed" "$(as_guest openstack image list --tag "$tag" -f value -c ID)" ""
as_guest openstack image set --accept "$qcow2_id"
same "accepted" "$(openstack image member list -f value -c Status "$qcow2_id")" accepted
same "accepted images are listed" "$(as_guest openstack image list --tag "$tag" -f value -c ID)" "$qcow2_id"
as_guest openstack image save --file "$work/guest.qcow2" "$qcow2_id"
cmp "$work/disk.qcow2" "$work/guest.qcow2"
same "shared data" 0 $?
refused 403 as_guest glance image-update --name stolen "$qcow2_id"
same "glance lists the member" "$(glance member-list --image-id "$qcow2_id" | grep -c "$guests")" 1

# Deactivate, reactivate, protect, delete.
openstack image set --deactivate "$qcow2_id"
refused 403 as_guest glance image-download --file "$work/none" "$qcow2_id"
openstack image set --activate "$qcow2_id"
openstack image remove project "$qcow2_id" "guests-$tag"
refused "No image found" as_guest glance image-show "$qcow2_id"
openstack image set --public "$qcow2_id"
same "public images are listed" "$(as_guest openstack image list --tag "$tag" -f value -c ID)" "$qcow2_id"
openstack image set --protected "$iso_id"
refused "not permitted to delete" glance image-delete "$iso_id"
openstack image set --unprotected "$iso_id"
openstack image delete "renamed-$tag"
glance image-delete "$qcow2_id" "$empty_id"
refused "No image found" glance image-show "$iso_id"
openstack image delete "wrong-$tag" 2>/dev/null || true
same "nothing is left" "$(openstack image list --tag "$tag" -f value -c ID)" ""

# What the clients ask the service about itself.
same "version" "$(curl -s "${OS_AUTH_URL%/identity/v3}/versions" | jq -r '.versions[] | select(.status == "CURRENT") | .id')" v2.17
same "explain" "$(glance explain image 2>/dev/null | grep -c min_ram)" 1
same "stores" "$(glance stores-info | grep -c local)" 1
glance import-info >/dev/null
same "import methods" 0 $?

done_with "create, list, show, describe, share, save, compare, refuse, deactivate and delete with openstack and glance"
