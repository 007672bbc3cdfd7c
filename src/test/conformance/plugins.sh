#!/usr/bin/env bash
# Imports by the stock clients into a service that unpacks what is compressed and converts disks to raw, and that may
# fetch from loopback. WORK names a directory for files; it is left as it is found but for those.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"
iso=/usr/lib/grub-rescue/grub-rescue-cdrom.iso
work=$(mktemp -d "${WORK:-/tmp}/plugins-XXXXXX")
tag=run$$

head -c 3000000 /dev/urandom >"$work/disk.raw"
truncate -s 8M "$work/disk.raw"
qemu-img convert -f raw -O qcow2 "$work/disk.raw" "$work/disk.qcow2"
qemu-img convert -f raw -O vmdk "$work/disk.raw" "$work/disk.vmdk"
python3 -m zipfile -c "$work/disk.raw.zip" "$work/disk.raw"
gzip -k "$work/disk.qcow2"
web=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server --bind 127.0.0.1 --directory "$work" "$web" >"$work/web.log" 2>&1 &
trap 'kill %1' EXIT

# becomes WHAT FILE FORMAT: importing the file, declared as that format, makes an image that is the raw disk
becomes() {
    glance image-create-via-import --import-method glance-direct --file "$work/$2" --disk-format "$3" \
        --container-format bare --name "$1-$tag" >"$work/$1" <&-
    made=$(id_in "$work/$1")
    same "$1" "$(ended "$made")" active
    same "$1: the format" "$(openstack image show -f value -c disk_format "$made")" raw
    same "$1: the size" "$(openstack image show -f value -c size "$made")" 8388608
    rm -f "$work/back"
    glance image-download --file "$work/back" "$made"
    same "$1: the disk" "$(qemu-img compare -f raw -F raw "$work/disk.raw" "$work/back")" "Images are identical."
    openstack image delete "$made"
}

becomes zip disk.raw.zip raw
becomes qcow2 disk.qcow2 qcow2
becomes vmdk disk.vmdk vmdk
becomes gzip disk.qcow2.gz qcow2
becomes raw disk.raw raw

# An optical disk stays one.
glance image-create-via-import --import-method web-download --uri "http://127.0.0.1:$web/boot.iso" \
    --disk-format iso --container-format bare --name "iso-$tag" >"$work/iso" <&-
missing=$(id_in "$work/iso")
same "not there" "$(ended "$missing")" queued
cp "$iso" "$work/boot.iso"
glance image-import --import-method web-download --uri "http://127.0.0.1:$web/boot.iso" "$missing" >/dev/null
same "optical" "$(ended "$missing")" active
holds "the optical disk" "$missing" "$iso"

# What it is not: the reason is told, and the next try works.
glance image-create --disk-format vmdk --container-format bare --name "lie-$tag" >"$work/lie" <&-
lie=$(id_in "$work/lie")
glance image-import --import-method web-download --uri "http://127.0.0.1:$web/disk.qcow2" "$lie" >/dev/null
same "a lie" "$(ended "$lie")" queued
same "the reason" "$(glance image-tasks "$lie" | grep -c 'qcow2, not vmdk')" 1
glance image-import --import-method web-download --uri "http://127.0.0.1:$web/disk.vmdk" "$lie" >/dev/null
same "the truth" "$(ended "$lie")" active

openstack image delete "$missing" "$lie"
done_with "import compressed data and disks of other formats with openstack and glance"
