#!/usr/bin/env bash
# Imports by the stock clients, into a service with the stores local and second that may fetch from loopback, and in
# whose catalogue it is the image service of the region two as well. WORK names a directory for files; it is left as it
# is found but for those.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"
iso=/usr/lib/grub-rescue/grub-rescue-cdrom.iso
work=$(mktemp -d "${WORK:-/tmp}/imports-XXXXXX")
tag=run$$

qemu-img convert -f raw -O qcow2 "$iso" "$work/disk.qcow2"
web=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server --bind 127.0.0.1 --directory "$work" "$web" >"$work/web.log" 2>&1 &
trap 'kill %1' EXIT

same "methods" "$(glance import-info | grep -c copy-image)" 1
same "stores" "$(glance stores-info | grep -c second)" 1

# Staged by the client.
glance image-create-via-import --import-method glance-direct --file "$iso" --disk-format iso --container-format bare \
    --name "direct-$tag" --stores local,second >"$work/direct" <&-
direct=$(id_in "$work/direct")
same "direct" "$(ended "$direct")" active
same "both stores" "$(glance image-show "$direct" | awk '$2 == "stores" {print $4}')" local,second
holds "data of the direct import" "$direct" "$iso"
same "the task" "$(glance image-tasks "$direct" | grep -c success)" 1

# From the web.
glance image-create-via-import --import-method web-download --uri "http://127.0.0.1:$web/disk.qcow2" \
    --disk-format qcow2 --container-format bare --name "web-$tag" >"$work/web" <&-
from_web=$(id_in "$work/web")
same "from the web" "$(ended "$from_web")" active
holds "data from the web" "$from_web" "$work/disk.qcow2"

# Something else than it claims to be, and what is not there: both leave a reason, and the next try works.
glance image-create --disk-format iso --container-format bare --name "wrong-$tag" >"$work/wrong" <&-
wrong=$(id_in "$work/wrong")
glance image-import --import-method web-download --uri "http://127.0.0.1:$web/disk.qcow2" "$wrong" >/dev/null
same "wrong format" "$(ended "$wrong")" queued
glance image-import --import-method web-download --uri "http://127.0.0.1:$web/missing" "$wrong" >/dev/null
same "missing" "$(ended "$wrong")" queued
same "two reasons" "$(glance image-tasks "$wrong" | grep -c failure)" 2
refused 400 glance image-import --import-method web-download --uri http://169.254.169.254/ "$wrong"

# To another store and away from there.
glance image-import --import-method copy-image --stores second "$from_web" >/dev/null
same "copied" "$(ended "$from_web")" active
same "in two stores" "$(glance image-show "$from_web" | awk '$2 == "stores" {print $4}')" local,second
glance stores-delete --store local "$from_web" >/dev/null
same "in one store" "$(glance image-show "$from_web" | awk '$2 == "stores" {print $4}')" second
holds "data of the copy" "$from_web" "$work/disk.qcow2"

# The other client.
openstack image create --import --file "$work/disk.qcow2" --disk-format qcow2 --container-format bare "sdk-$tag" >/dev/null
sdk=$(openstack image show -f value -c id "sdk-$tag")
same "by the other client" "$(ended "$sdk")" active
holds "data of the other client" "$sdk" "$work/disk.qcow2"

# From another region, whose image service takes the same tokens.
same "two regions" "$(openstack region list -f value -c Region | sort | tr '\n' ' ')" "RegionOne two "
openstack image set --property os_distro=debian --property own=x "$from_web"
glance image-create --disk-format iso --container-format bare --name "remote-$tag" >"$work/remote" <&-
remote=$(id_in "$work/remote")
# fetch REGION: imports the image there into the new one, by the library of the client, which says more than its commands
fetch() {
    "$python" - "$remote" "$1" "$from_web" <<'PYTHON'
import os
import sys
from glanceclient import Client
from keystoneauth1.identity import v3
from keystoneauth1.session import Session

names = ("auth_url", "username", "password", "project_name", "user_domain_id", "project_domain_id")
session = Session(v3.Password(**{name: os.environ["OS_" + name.upper()] for name in names}))
Client("2", session=session).images.image_import(
    sys.argv[1], "glance-download", remote_region=sys.argv[2], remote_image_id=sys.argv[3],
    remote_service_interface="public")
PYTHON
}
refused 400 fetch three
fetch two
same "from another region" "$(ended "$remote")" active
same "its format" "$(openstack image show -f value -c disk_format "$remote")" qcow2
same "its properties" "$(openstack image show -f json "$remote" | jq -r '.properties | .os_distro, .own')" "$(printf 'debian\nnull')"
holds "data from another region" "$remote" "$work/disk.qcow2"

# By a task of the old kind, which finds out for itself what the data is.
glance task-create --type import --input "{\"import_from\": \"http://127.0.0.1:$web/disk.qcow2\",
    \"import_from_format\": \"\", \"image_properties\": {\"name\": \"task-$tag\", \"disk_format\": \"raw\",
    \"container_format\": \"bare\"}}" >"$work/task"
task=$(id_in "$work/task")
by_task=$(openstack image list -f value -c ID --name "task-$tag")
same "by a task" "$(ended "$by_task")" active
same "what it is" "$(openstack image show -f value -c disk_format "$by_task")" qcow2
holds "data of the task" "$by_task" "$work/disk.qcow2"
same "how the task ended" "$(glance task-list | grep "$task" | grep -c success)" 1
refused 400 glance task-create --type import --input '{"import_from": "file:///etc/passwd"}'

openstack image delete "$direct" "$from_web" "$wrong" "$sdk" "$remote" "$by_task"
done_with "import staged data, from the web, from another region, by task and from store to store with openstack and glance"
