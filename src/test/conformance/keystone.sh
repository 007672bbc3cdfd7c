#!/usr/bin/env bash
# Drives the service through a Keystone with the stock command-line clients (python3-openstackclient,
# python3-glanceclient).
#
#   keystone.sh KEYSTONE SERVICE     the addresses, without versions
#
# Wants a Keystone as `keystone-manage bootstrap` leaves it, with the administrator's password in OS_PASSWORD, and a
# service whose user in Keystone is "glance" with the password "service-password". Leaves users and projects behind for
# whoever goes on: rita is a member of red; bob is a member of blue and a reader of red; all have the password "secret".
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"

keystone=${1:?the address of Keystone is wanted}
service=${2:?the address of the service is wanted}
password=${OS_PASSWORD:?the password of the user admin is wanted}
work=$(mktemp -d "${WORK:-/tmp}/keystone-XXXXXX")
trap 'rm -rf "$work"' EXIT

for name in $(env | sed -n 's/^\(OS_[A-Z_]*\)=.*/\1/p'); do unset "$name"; done
export OS_AUTH_URL=$keystone/v3 OS_IDENTITY_API_VERSION=3 OS_USER_DOMAIN_ID=default OS_PROJECT_DOMAIN_ID=default

# as USER PROJECT COMMAND…: the command on behalf of somebody
as() {
    local user=$1 project=$2 secret=secret
    shift 2
    [ "$user" = admin ] && secret=$password
    OS_USERNAME=$user OS_PASSWORD=$secret OS_PROJECT_NAME=$project "$@"
}
admin() {
    as admin admin openstack "$@"
}
# soon COMMAND…: the command must succeed before long, since limits are believed for a few seconds
soon() {
    for _ in $(seq 10); do
        if output=$("$@" 2>&1); then
            steps=$((steps + 1))
            return
        fi
        sleep 1
    done
    echo "NOT IN TIME: $*" >&2
    echo "$output" >&2
    exit 1
}
# answers WHAT STATUS CURL-ARGUMENTS…
answers() {
    local what=$1 wanted=$2
    shift 2
    same "$what" "$(curl -s -o "$work/answer" -w '%{http_code}' "$@")" "$wanted"
}

# --- who there is
admin project create service >/dev/null
admin user create glance --password service-password >/dev/null
admin role list -f value -c Name | grep -qx service || admin role create service >/dev/null
admin role add --project service --user glance service
admin role add --system all --user glance reader
admin service create --name glance image >/dev/null
admin endpoint create --region RegionOne image public "$service" >/dev/null
for project in red blue; do admin project create "$project" >/dev/null; done
for user in rita bob; do admin user create "$user" --password secret >/dev/null; done
admin role add --project red --user rita member
admin role add --project blue --user bob member
admin role add --project red --user bob reader
for limit in image_size_total:1000 image_stage_total:1000 image_count_total:2; do
    admin registered limit create --service glance --region RegionOne --default-limit "${limit#*:}" "${limit%:*}" \
        >/dev/null
done

# --- nothing of the built-in identity is left
answers "the built-in identity is not there" 404 "$service/identity/v3"
answers "nor its tokens" 404 -X POST -H 'Content-Type: application/json' -d '{}' "$service/identity/v3/auth/tokens"
answers "a stranger is refused" 401 -D "$work/head" -H 'X-Auth-Token: nonsense' "$service/v2/images"
same "and told where tokens are" "$(tr -d '\r' <"$work/head" | sed -n 's/^[Ww][Ww][Ww]-[Aa]uthenticate: //p')" \
    "Keystone uri=\"$keystone\""

# --- limits: one is not registered yet, which makes it 0
head -c 100000 /dev/urandom >"$work/data"
as rita red glance image-create --name first --disk-format raw --container-format bare >"$work/out" <&-
image=$(id_in "$work/out")
refused 413 as rita red glance image-upload --file "$work/data" "$image"
admin registered limit create --service glance --region RegionOne --default-limit 3 image_count_uploading >/dev/null

# --- upload, download
soon as rita red glance image-upload --file "$work/data" "$image"
as rita red glance image-download --file "$work/back" "$image"
same "the data is the same" "$(sha256sum <"$work/back")" "$(sha256sum <"$work/data")"
same "the owner is the project" "$(as rita red openstack image show -f value -c owner "$image")" \
    "$(admin project show -f value -c id red)"

# --- roles
same "a reader sees it" "$(as bob red openstack image list -f value -c ID)" "$image"
refused 403 as bob red glance image-create --disk-format raw --container-format bare --name readers </dev/null
same "who is elsewhere does not" "$(as bob blue openstack image list -f value -c ID)" ""
refused 404 as bob blue glance image-show "$image"
same "an administrator does" "$(admin image show -f value -c name "$image")" first

# --- sharing between projects
blue=$(admin project show -f value -c id blue)
as rita red openstack image add project "$image" "$blue" >/dev/null
as bob blue openstack image set --accept "$image"
same "a member sees it" "$(as bob blue openstack image list --shared -f value -c ID)" "$image"
refused 403 as bob blue glance image-update --name stolen "$image"

# --- application credentials
as rita red openstack application credential create free -f json >"$work/free"
as rita red openstack application credential create bound -f json \
    --access-rules '[{"service":"image","method":"GET","path":"/v2/images/{id}/file"}]' >"$work/bound"
token_by() {
    openstack --os-auth-type v3applicationcredential --os-auth-url "$OS_AUTH_URL" \
        --os-application-credential-id "$(jq -r .id "$1")" \
        --os-application-credential-secret "$(jq -r .secret "$1")" token issue -f value -c id
}
unset OS_USER_DOMAIN_ID OS_PROJECT_DOMAIN_ID
free=$(token_by "$work/free")
bound=$(token_by "$work/bound")
export OS_USER_DOMAIN_ID=default OS_PROJECT_DOMAIN_ID=default
answers "one without rules is good for anything" 200 -H "X-Auth-Token: $free" "$service/v2/images"
answers "one with a rule is good for what it says" 200 -H "X-Auth-Token: $bound" "$service/v2/images/$image/file"
answers "not for another address" 401 -H "X-Auth-Token: $bound" "$service/v2/images/$image"
answers "not for another method" 401 -X DELETE -H "X-Auth-Token: $bound" "$service/v2/images/$image/file"

# --- the limits of Keystone
as rita red glance image-create --disk-format raw --container-format bare --name second >/dev/null <&-
refused 413 as rita red glance image-create --disk-format raw --container-format bare --name third </dev/null
admin limit create --project red --service glance --region RegionOne --resource-limit 3 image_count_total >/dev/null
soon as rita red glance image-create --disk-format raw --container-format bare --name third </dev/null
refused 413 as rita red glance image-create --disk-format raw --container-format bare --name fourth </dev/null
usage=$(as rita red openstack token issue -f value -c id)
answers "the usage is told" 200 -H "X-Auth-Token: $usage" "$service/v2/info/usage"
same "with the project's own limit" "$(jq -c .usage.image_count_total "$work/answer")" '{"usage":3,"limit":3}'
same "and the registered ones" "$(jq -c .usage.image_size_total.limit "$work/answer")" 1000

# --- a revoked token
as rita red openstack token revoke "$usage"
other=$(as rita red openstack token issue -f value -c id)
as rita red openstack token revoke "$other"
answers "a token that was never seen and is void" 401 -H "X-Auth-Token: $other" "$service/v2/images"

done_with "$(openstack --version 2>&1) through $keystone"
