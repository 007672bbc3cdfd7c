#!/usr/bin/env bash
# An installation of the reference service is taken over in place, and given back: the same database, the same files of
# settings, the same store. In this order:
#
#   takeover.sh fill    the reference makes the database, serves, and is filled
#   takeover.sh over    Predella, which runs now, serves the same, and changes things
#   takeover.sh back    the reference serves on what Predella left
#
# WORK names a directory for everything, CONNECTION the database in the reference's form. OS_* name Predella's administrator.
. "$(dirname "$0")/lib.sh"
etc=$WORK/etc
state=$WORK/state
log=$WORK/reference.log
mkdir -p "$etc" "$state" "$WORK/staging"

# Who asks. The reference is told by headers, as its token filter would tell it; Predella has these projects by id.
declare -A project=([root]=$(printf 'ad%030d' 1) [alice]=$(printf 'a1%030d' 1) [bob]=$(printf 'b0%030d' 1)
    [carol]=$(printf 'ca%030d' 1) [dave]=$(printf 'da%030d' 1))
declare -A roles=([root]=admin,member,reader [alice]=member,reader [bob]=member,reader
    [carol]=member,reader [dave]=member,reader)
people="root alice bob carol dave"
served=

# ask WHO METHOD PATH [curl's arguments…]: prints the body, the status goes to the file $state/status
ask() {
    local who=$1 method=$2 path=$3
    shift 3
    curl -sS --max-time 60 -X "$method" -o "$state/body" -w '%{http_code}' -H "@$state/headers.$who" "$@" \
        "$base$path" >"$state/status"
    cat "$state/body"
}

# everybody_is FUNCTION: it prints the headers of one person; they are written down for whoever asks
everybody_is() {
    for who in $people; do
        "$1" "$who" >"$state/headers.$who"
        jq -Rn --arg who "$who" --arg project "${project[$who]}" '{($who): {project: $project,
            headers: ([inputs | capture("(?<key>[^:]+): (?<value>.*)")] | from_entries)}}' "$state/headers.$who"
    done | jq -s add >"$state/people.json"
}

headers_of_reference() {
    printf '%s\n' "X-Identity-Status: Confirmed" "X-User-Id: $1" "X-Project-Id: ${project[$1]}" "X-Roles: ${roles[$1]}"
}

headers_of_predella() {
    echo "X-Auth-Token: $(token "$1" "\"id\": \"${project[$1]}\"")"
}

# token USER PROJECT: the latter is what describes it in JSON
token() {
    curl -sS -D - -o "$state/body" -H 'Content-Type: application/json' "$OS_AUTH_URL/auth/tokens" -d "{\"auth\":
        {\"identity\": {\"methods\": [\"password\"], \"password\": {\"user\": {\"name\": \"$1\",
        \"domain\": {\"id\": \"default\"}, \"password\": \"$OS_PASSWORD\"}}},
        \"scope\": {\"project\": {$2}}}}" | tr -d '\r' | awk 'tolower($1) == "x-subject-token:" {print $2}'
}

# sends STATUS WHO METHOD PATH [curl's arguments…]: like ask, and the answer must have that status
sends() {
    local expected=$1
    shift
    ask "$@" >/dev/null
    if [ "$(cat "$state/status")" != "$expected" ]; then
        echo "$served: $*" >&2
        cat "$state/body" >&2
    fi
    same "status of $served for $2 $3 by $1" "$(cat "$state/status")" "$expected"
}

# makes WHO NAME BODY: an image, whose id is remembered under its name
makes() {
    sends 201 "$1" POST /v2/images -H 'Content-Type: application/json' -d "$3"
    jq -r .id <"$state/body" >"$state/id.$2"
}

id() {
    cat "$state/id.$1"
}

# fills WHO NAME FILE: uploads
fills() {
    sends 204 "$1" PUT "/v2/images/$(id "$2")/file" -H 'Content-Type: application/octet-stream' -T "$3"
}

# patches WHO NAME OPERATIONS
patches() {
    sends 200 "$1" PATCH "/v2/images/$(id "$2")" \
        -H 'Content-Type: application/openstack-images-v2.1-json-patch' -d "$3"
}

# offers WHO NAME PROJECT STATUS: a member, who answers
offers() {
    sends 200 "$1" POST "/v2/images/$(id "$2")/members" -H 'Content-Type: application/json' \
        -d "{\"member\": \"${project[$3]}\"}"
    if [ "$4" != pending ]; then
        sends 200 "$3" PUT "/v2/images/$(id "$2")/members/${project[$3]}" -H 'Content-Type: application/json' \
            -d "{\"status\": \"$4\"}"
    fi
}

# imports WHO NAME FILE: stages and imports, and waits until the image is active
imports() {
    sends 204 "$1" PUT "/v2/images/$(id "$2")/stage" -H 'Content-Type: application/octet-stream' -T "$3"
    sends 202 "$1" POST "/v2/images/$(id "$2")/import" -H 'Content-Type: application/json' \
        -d '{"method": {"name": "glance-direct"}}'
    for _ in $(seq 120); do
        shown=$(ask "$1" GET "/v2/images/$(id "$2")" | jq -r '.status + (.os_glance_import_task // "")')
        [ "$shown" != active ] || break
        sleep 0.5
    done
    same "import of $2 by $served" "$shown" active
}

manage() {
    glance-manage --config-file "$etc/glance-manage.conf" "$@"
}

# The package's own program, its paste file with a pipeline that believes the headers.
reference_starts() {
    served=reference
    everybody_is headers_of_reference
    base=http://127.0.0.1:$(cat "$state/port")
    glance-api --config-file "$etc/glance-image-import.conf" --config-file "$etc/glance-api.conf" \
        </dev/null >>"$log" 2>&1 &
    echo $! >"$state/pid"
    for _ in $(seq 120); do
        [ "$(curl -s -o /dev/null -w '%{http_code}' "$base/")" != 300 ] || return 0
        kill -0 "$(cat "$state/pid")" 2>/dev/null || break
        sleep 0.5
    done
    tail -30 "$log" >&2
    return 1
}

reference_stops() {
    if [ -f "$state/pid" ]; then
        kill "$(cat "$state/pid")" 2>/dev/null || true
        wait "$(cat "$state/pid")" 2>/dev/null || true
        rm -f "$state/pid"
    fi
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# A web server with data that an image has there.
web_starts() {
    mkdir -p "$state/web"
    cp "$state/small" "$state/web/small.raw"
    web=http://127.0.0.1:$(cat "$state/web.port")
    python3 -m http.server --bind 127.0.0.1 --directory "$state/web" "$(cat "$state/web.port")" >>"$log" 2>&1 &
    web_process=$!
    for _ in $(seq 120); do
        ! curl -s -o /dev/null "$web/" || return 0
        sleep 0.5
    done
    return 1
}

all_stop() {
    reference_stops
    kill "${web_process:-}" 2>/dev/null || true
}
trap all_stop EXIT

writes_configuration() {
    free_port >"$state/port"
    free_port >"$state/web.port"
    cat >"$etc/glance-api.conf" <<CONF
[DEFAULT]
bind_host = 127.0.0.1
bind_port = $(cat "$state/port")
workers = 0
debug = False
log_file = $WORK/api.log
use_stderr = True
enforce_secure_rbac = True
show_image_direct_url = True
show_multiple_locations = True
node_staging_uri = file://$WORK/staging
enabled_import_methods = [glance-direct,web-download]
property_protection_file = property-protections.conf
property_protection_rule_format = roles
image_tag_quota = 20
image_cache_dir = $WORK/cache
transport_url = rabbit://guest:guest@127.0.0.1:1/

[database]
connection = $CONNECTION
max_retries = 3
max_pool_size = 10
max_overflow = 5
connection_recycle_time = 600
backend = sqlalchemy

[glance_store]
stores = file,http
default_store = file
filesystem_store_datadir =
filesystem_store_datadirs = $WORK/store/first:100
filesystem_store_datadirs = $WORK/store/second:50
filesystem_store_file_perm = 640

[keystone_authtoken]
www_authenticate_uri = http://127.0.0.1:5000
auth_type = password
memcached_servers = 127.0.0.1:11211

[oslo_concurrency]
lock_path = $WORK/lock

[oslo_policy]
enforce_new_defaults = True

[paste_deploy]
flavor = headers
config_file = $etc/glance-api-paste.ini

[oslo_messaging_notifications]
driver = noop

[predella]
fetch_allowed_networks = 127.0.0.1/32

[wsgi]
task_pool_threads = 8
CONF
    cp "$etc/glance-api.conf" "$etc/glance-manage.conf"
    cat >"$etc/glance-image-import.conf" <<CONF
[image_import_opts]
image_import_plugins = ['inject_image_metadata']

[import_filtering_opts]
allowed_hosts = [127.0.0.1]
allowed_ports = [80,443,$(cat "$state/web.port")]

[inject_metadata_properties]
ignore_user_roles = admin
inject = came_by:import,shelf:3
CONF
    cat >"$etc/property-protections.conf" <<CONF
[^x_billing_.*]
create = admin
read = admin
update = admin
delete = admin

[.*]
create = @
read = @
update = @
delete = @
CONF
    cat >"$etc/policy.yaml" <<CONF
# Members publish, and only administrators open an image to the community.
"publicize_image": "role:admin or (role:member and project_id:%(project_id)s)"
"communitize_image": "role:admin"
CONF
    {
        printf '[pipeline:glance-api-headers]\n'
        printf 'pipeline = cors http_proxy_to_wsgi versionnegotiation context rootapp\n\n'
        cat /etc/glance/glance-api-paste.ini
    } >"$etc/glance-api-paste.ini"
    cp /etc/glance/schema-image.json "$etc/"
}

fill() {
    head -c 1048577 /dev/urandom >"$state/random"
    : >"$state/nothing"
    qemu-img create -q -f qcow2 "$state/disk.qcow2" 3M
    raw='"disk_format": "raw", "container_format": "bare"'

    makes alice plain "{\"name\": \"plain\", $raw, \"min_disk\": 2, \"min_ram\": 512, \"tags\": [\"b\", \"a\", \"ü\"],
        \"os_distro\": \"debian\", \"empty\": \"\", \"long\": \"$(printf 'x%.0s' $(seq 4000))\"}"
    fills alice plain "$state/random"
    makes alice qcow2 '{"name": "Plain", "disk_format": "qcow2", "container_format": "bare", "hw_disk_bus": "scsi"}'
    fills alice qcow2 "$state/disk.qcow2"
    makes alice nothing "{\"name\": \"nothing in it\", $raw}"
    fills alice nothing "$state/nothing"
    makes alice waiting '{"name": null, "x": "y"}'
    makes alice unnamed '{"disk_format": "iso", "tags": ["a"]}'
    makes alice off "{\"name\": \"off\", $raw, \"tags\": [\"a\"]}"
    fills alice off "$state/small"
    sends 204 root POST "/v2/images/$(id off)/actions/deactivate"
    makes alice kept "{\"name\": \"kept\", $raw, \"protected\": true}"
    fills alice kept "$state/small"
    makes alice hidden "{\"name\": \"hidden\", $raw, \"os_hidden\": true}"
    fills alice hidden "$state/small"
    makes root community "{\"name\": \"für alle — 映像\", $raw, \"visibility\": \"community\"}"
    fills root community "$state/small"
    makes alice public "{\"name\": \"public\", $raw, \"visibility\": \"public\", \"tags\": [\"gold\"]}"
    fills alice public "$state/random"
    makes alice shared "{\"name\": \"shared\", $raw, \"visibility\": \"shared\"}"
    fills alice shared "$state/small"
    offers alice shared bob pending
    offers alice shared carol accepted
    offers alice shared dave rejected
    makes alice shared2 "{\"name\": \"shared again\", $raw, \"visibility\": \"shared\"}"
    fills alice shared2 "$state/small"
    offers alice shared2 bob accepted
    sends 204 alice DELETE "/v2/images/$(id shared2)/members/${project[bob]}"
    offers alice shared2 bob pending
    offers alice shared2 carol accepted
    sends 204 alice DELETE "/v2/images/$(id shared2)/members/${project[carol]}"
    makes bob private "{\"name\": \"private\", $raw}"
    fills bob private "$state/small"

    # Rows that are deleted, and rows that are there again.
    makes alice revived "{\"name\": \"revived\", $raw, \"one\": \"1\", \"two\": \"2\", \"three\": \"3\", \"tags\": [\"t\", \"u\"]}"
    fills alice revived "$state/small"
    patches alice revived '[{"op": "remove", "path": "/one"}, {"op": "remove", "path": "/two"}]'
    patches alice revived '[{"op": "add", "path": "/one", "value": "again"}, {"op": "replace", "path": "/three", "value": "iii"}]'
    sends 204 alice DELETE "/v2/images/$(id revived)/tags/t"
    sends 204 alice PUT "/v2/images/$(id revived)/tags/t"
    sends 204 alice DELETE "/v2/images/$(id revived)/tags/u"
    makes alice gone "{\"name\": \"gone\", $raw, \"secret\": \"gone\", \"tags\": [\"gone\"], \"visibility\": \"shared\"}"
    fills alice gone "$state/small"
    offers alice gone bob accepted
    sends 204 alice DELETE "/v2/images/$(id gone)"
    makes alice unborn '{"name": "gone before it had data"}'
    sends 204 alice DELETE "/v2/images/$(id unborn)"

    # What the files of settings bring about.
    makes alice billed "{\"name\": \"billed\", $raw, \"open\": \"to all\"}"
    fills alice billed "$state/small"
    patches root billed '[{"op": "add", "path": "/x_billing_code", "value": "4711"}]'
    makes alice imported "{\"name\": \"imported\", $raw}"
    imports alice imported "$state/random"

    # Data that lies elsewhere: on a web server, and in a directory that the settings named once.
    makes alice web "{\"name\": \"from the web\", $raw}"
    patches alice web "[{\"op\": \"add\", \"path\": \"/locations/-\", \"value\": {\"url\": \"$web/small.raw\", \"metadata\": {}}}]"
    makes alice moved "{\"name\": \"in a former directory\", $raw}"
    reference_stops
    sed -i.now "s#/store/first:100#/store/former:100#" "$etc/glance-api.conf"
    reference_starts
    fills alice moved "$state/random"
    reference_stops
    mv "$etc/glance-api.conf.now" "$etc/glance-api.conf"
    reference_starts

    for number in $(seq 10 29); do
        makes bob "many$number" "{\"name\": \"many $((number % 7))\", \"min_ram\": $number, \"number\": \"$number\"}"
    done
}

# record WHAT DIRECTORY: everything that everybody is answered; WHAT is images or metadata
record() {
    rm -rf "$2"
    for known in "$state"/id.*; do
        jq -n --arg name "${known##*/id.}" --arg id "$(cat "$known")" '{($name): $id}'
    done | jq -s add >"$state/images.json"
    python3 "$(dirname "$0")/takeover_record.py" "$1" "$base" "$2" "$state/people.json" "$state/images.json"
}

# alike WHAT DIRECTORY DIRECTORY
alike() {
    if ! diff -r "$2" "$3" >"$state/difference"; then
        echo "NOT ALIKE: $1" >&2
        head -60 "$state/difference" >&2
        exit 1
    fi
    steps=$((steps + $(find "$2" -type f | wc -l)))
    echo "$1: $(find "$2" -type f | wc -l) answers are alike"
}

# identity METHOD PATH [BODY]: the administrator asks the built-in identity service; prints what the filter finds
identity() {
    curl -sS --fail-with-body -X "$1" -H "X-Auth-Token: $administrator" -H 'Content-Type: application/json' \
        ${3:+-d "$3"} "$OS_AUTH_URL$2"
}

# The projects by the ids that own images, and their people.
moves_people_in() {
    administrator=$(token "$OS_USERNAME" '"name": "admin", "domain": {"id": "default"}')
    for who in $people; do
        identity POST /projects "{\"project\": {\"name\": \"of-$who\", \"id\": \"${project[$who]}\"}}" >/dev/null
        user=$(identity POST /users "{\"user\": {\"name\": \"$who\", \"password\": \"$OS_PASSWORD\"}}" | jq -r .user.id)
        role=$(identity GET "/roles?name=${roles[$who]%%,*}" | jq -r '.roles[0].id')
        identity PUT "/projects/${project[$who]}/users/$user/roles/$role"
    done
}

# What an installation goes on doing, whichever service it runs.
change() {
    patches alice plain '[{"op": "replace", "path": "/name", "value": "plain no more"}, {"op": "remove", "path": "/os_distro"},
        {"op": "replace", "path": "/empty", "value": "not any more"}, {"op": "replace", "path": "/tags", "value": ["a", "new"]},
        {"op": "add", "path": "/added", "value": "ä"}]'
    patches alice plain '[{"op": "add", "path": "/os_distro", "value": "debian again"}, {"op": "remove", "path": "/added"}]'
    patches alice revived '[{"op": "remove", "path": "/one"}, {"op": "add", "path": "/two", "value": "is back"}]'
    sends 204 alice PUT "/v2/images/$(id revived)/tags/u"
    sends 204 alice DELETE "/v2/images/$(id revived)/tags/t"
    sends 200 bob PUT "/v2/images/$(id shared)/members/${project[bob]}" -H 'Content-Type: application/json' -d '{"status": "accepted"}'
    sends 204 alice DELETE "/v2/images/$(id shared)/members/${project[carol]}"
    offers alice shared2 carol accepted
    sends 204 alice DELETE "/v2/images/$(id shared2)/members/${project[bob]}"
    offers alice shared2 bob pending
    sends 204 root POST "/v2/images/$(id off)/actions/reactivate"
    sends 204 root POST "/v2/images/$(id hidden)/actions/deactivate"
    sends 403 alice DELETE "/v2/images/$(id kept)"
    patches alice kept '[{"op": "replace", "path": "/protected", "value": false}]'
    sends 204 alice DELETE "/v2/images/$(id kept)"
    sends 204 alice DELETE "/v2/images/$(id public)"
    # A missing name is sorted differently by PostgreSQL in the reference, so images with data have one.
    patches alice waiting '[{"op": "replace", "path": "/name", "value": "no longer waiting"},
        {"op": "replace", "path": "/disk_format", "value": "raw"},
        {"op": "replace", "path": "/container_format", "value": "bare"}]'
    fills alice waiting "$state/random"
    raw='"disk_format": "raw", "container_format": "bare"'
    makes alice fresh "{\"name\": \"fresh\", $raw, \"visibility\": \"public\", \"tags\": [\"x\"], \"p\": \"q\"}"
    fills alice fresh "$state/small"
    makes bob returned "{\"name\": \"returned\", $raw, \"visibility\": \"shared\"}"
    imports bob returned "$state/random"
    offers bob returned alice accepted

    # Rules and protections of the operator, and ids that were used.
    sends 403 alice PATCH "/v2/images/$(id qcow2)" -H 'Content-Type: application/openstack-images-v2.1-json-patch' \
        -d '[{"op": "replace", "path": "/visibility", "value": "community"}]'
    sends 403 alice PATCH "/v2/images/$(id billed)" -H 'Content-Type: application/openstack-images-v2.1-json-patch' \
        -d '[{"op": "add", "path": "/x_billing_other", "value": "1"}]'
    sends 404 bob DELETE "/v2/images/$(id plain)"
    ids_stay_used
}

# No id of a deleted image is given to another one.
ids_stay_used() {
    for deleted in gone unborn kept public; do
        sends 409 bob POST /v2/images -H 'Content-Type: application/json' -d "{\"id\": \"$(id $deleted)\"}"
    done
}

predella_serves() {
    served=predella
    base=${OS_AUTH_URL%/identity/v3}
}

case "$1" in
    fill)
        writes_configuration
        manage db_sync >>"$log" 2>&1
        manage db load_metadefs --path /etc/glance/metadefs >>"$log" 2>&1
        head -c 70000 /dev/urandom >"$state/small"
        web_starts
        reference_starts
        fill
        record images "$state/filled"
        record metadata "$state/metadata"
        reference_stops
        done_with "the reference was filled"
        ;;
    over)
        predella_serves
        web_starts
        moves_people_in
        everybody_is headers_of_predella
        record images "$state/over"
        alike "what the reference served and what Predella serves" "$state/filled" "$state/over"
        change
        record images "$state/changed"
        done_with "Predella took over"
        ;;
    back)
        web_starts
        reference_starts
        record images "$state/back"
        alike "what Predella served and what the reference serves" "$state/changed" "$state/back"
        record metadata "$state/metadata.back"
        alike "metadata definitions" "$state/metadata" "$state/metadata.back"
        ids_stay_used
        patches alice plain '[{"op": "replace", "path": "/name", "value": "plain once more"}, {"op": "remove", "path": "/empty"}]'
        makes alice last '{"name": "last", "disk_format": "raw", "container_format": "bare"}'
        fills alice last "$state/small"
        sends 204 alice DELETE "/v2/images/$(id fresh)"
        sends 204 bob DELETE "/v2/images/$(id returned)"
        sends 204 alice DELETE "/v2/images/$(id moved)"
        record images "$state/after"
        same "db version" "$(manage db version | tail -1)" wallaby_contract01
        case "$CONNECTION" in
            mysql*) same "db check" "$(manage db check | tail -1)" "Database is up to date. No upgrades needed." ;;
        esac
        same "db sync" "$(manage db_sync | tail -1)" "Database is up to date. No migrations needed."
        manage db purge --age_in_days 0 --max_rows -1 >>"$log" 2>&1
        same "db purge" $? 0
        record images "$state/purged"
        alike "what the reference served before and after db purge" "$state/after" "$state/purged"
        ids_stay_used
        done_with "the reference was given its installation back"
        ;;
esac
