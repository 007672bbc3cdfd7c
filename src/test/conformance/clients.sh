# Sourced after lib.sh by the scripts that use clients: from here on, "openstack" and "glance" are the stock clients in
# processes that have loaded them already.
# python is the interpreter that has their libraries.
python=$(sed -n '1s/^#! *//p' "$(command -v glance)")
warm=$(mktemp -d "${WORK:-/tmp}/clients-XXXXXX")
for client in openstack glance; do
    cat >"$warm/$client" <<CLIENT
#!/bin/sh
exec "$python" -I -S "$(realpath "$(dirname "${BASH_SOURCE[0]}")")/clients.py" run "$warm/socket" $client "\$@"
CLIENT
    chmod +x "$warm/$client"
done
exec {loader}> >(exec "$python" "$(dirname "${BASH_SOURCE[0]}")/clients.py" serve "$warm/socket")
for _ in $(seq 600); do
    [ -S "$warm/socket" ] && break
    sleep 0.1
done
PATH=$warm:$PATH
