#!/usr/bin/env bash
# How long a page of 25 takes a member of a project that has 100,000 images with ten properties and three tags each: by
# default order, property, tag, name, part of a name and search, sorted by name, and at the end of a walk by markers.
# DATABASE is a connection to an empty PostgreSQL database as in the settings; without it the embedded database is
# measured (COUNT images, through the service, which takes a while; FILLED is a copy of a data directory that has them).
. "$(dirname "$0")/server.sh"
count=${COUNT:-100000}
asked=${ASKED:-200}

if [ -n "${DATABASE:-}" ]; then
    start_server "-Ddatabase.connection=$DATABASE"
else
    [ -z "${FILLED:-}" ] || cp -r "$FILLED" "$work/data"
    start_server
fi
# become_member: the token of somebody who is a plain member of the project that has the images
become_member() {
    local user role
    user=$(identity users '{"user":{"name":"bench","password":"'$password'"}}' | jq -r .user.id)
    role=$(curl -s -H "X-Auth-Token: $token" "$base/identity/v3/roles?name=member" | jq -r '.roles[0].id')
    curl -s -X PUT -H "X-Auth-Token: $token" "$base/identity/v3/projects/$project/users/$user/roles/$role"
    log_in bench
}

# identity COLLECTION BODY: makes something there
identity() {
    curl -s -X POST -H "X-Auth-Token: $token" -H 'Content-Type: application/json' -d "$2" "$base/identity/v3/$1"
}

project=$(curl -s -H "X-Auth-Token: $token" "$base/identity/v3/auth/projects" | jq -r '.projects[0].id')

if [ -n "${DATABASE:-}" ]; then
    psql -q -v ON_ERROR_STOP=1 "${DATABASE/+psycopg2/}" <<SQL
INSERT INTO images (id, name, status, created_at, updated_at, deleted, disk_format, container_format, owner, min_disk,
        min_ram, protected, visibility, os_hidden)
    SELECT gen_random_uuid(), 'image-' || n, 'queued', now() - n * interval '1 second', now(), false, 'qcow2', 'bare',
        '$project', 0, 0, false, 'private', false FROM generate_series(1, $count) n;
INSERT INTO image_properties (image_id, name, value, created_at, updated_at, deleted)
    SELECT id, 'p' || p, CASE p WHEN 1 THEN substr(name, 7) ELSE 'value' END, now(), now(), false
    FROM images, generate_series(1, 10) p;
INSERT INTO image_tags (image_id, value, created_at, updated_at, deleted)
    SELECT id, CASE t WHEN 1 THEN 'tag-' || (substr(name, 7)::int % 1000) ELSE 'common-' || t END, now(), now(), false
    FROM images, generate_series(1, 3) t;
ANALYZE;
SQL
elif [ -z "${FILLED:-}" ]; then
    wrk -t1 -c8 -d36000s -s "$(dirname "$0")/fill.lua" "$base/v2/images" -- "$token" "$count" >/dev/null || true
fi

# ask NAME QUERY: the median and the 99th percentile of so many pages, one after another
ask() {
    for _ in $(seq "$asked"); do
        curl -s -o "$work/page" -w '%{time_starttransfer} %{time_total}\n' -H "X-Auth-Token: $token" "$base/v2/images?limit=25$2"
    done | tail -n +21 | awk '{print $2 * 1000}' | sort -n >"$work/times"
    awk -v name="$1" -v found="$(jq '.images | length' "$work/page")" '{v[NR] = $1} END {
        printf "%-24s p50 %7.1f ms  p99 %7.1f ms  (%d images)\n", name, v[int(NR / 2) + 1], v[int(NR * 0.99)], found}' "$work/times"
}

ask "warm-up" "" >/dev/null
ask "administrator" ""
ask "administrator, by name" "&sort=name:asc"
become_member
ask "default order" ""
ask "by property" "&p1=4711"
ask "by common property" "&p2=value"
ask "by tag" "&tag=tag-711"
ask "by common tag" "&tag=common-2"
ask "by name" "&name=image-4711"
ask "by part of a name" "&name=contains:IMAGE-4711"
ask "by part of any name" "&name=contains:image"
ask "search" "&os_glance_search=image-4711"
ask "search for a tag" "&os_glance_search=tag-711"
ask "search for nothing" "&os_glance_search=nothing"
ask "sorted by name" "&sort=name:asc"
oldest=$(curl -s -H "X-Auth-Token: $token" "$base/v2/images?limit=30&sort=created_at:asc" | jq -r '.images[29].id')
ask "last page of a walk" "&marker=$oldest"
ask "default order again" ""
