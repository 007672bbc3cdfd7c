#!/usr/bin/env bash
# Drives the built-in identity service with the stock command-line client (python3-openstackclient), step by step.
#
#   identity.sh [URL [ADMIN_PASSWORD]]     for example: identity.sh http://127.0.0.1:9292 secret
#
# URL is the address of the service without a path; OS_AUTH_URL and OS_PASSWORD are taken when arguments are missing.
# Starts nothing itself. Everything it makes carries a random name and is deleted at the end.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"

base=${1:-${OS_AUTH_URL:-http://127.0.0.1:9292}}
base=${base%/identity/v3*}
password=${2:-${OS_PASSWORD:?the password of the user admin is wanted}}
tag=c$$x$RANDOM
work=$(mktemp -d "${WORK:-/tmp}/identity-XXXXXX")
trap 'rm -rf "$work"' EXIT

for name in $(env | sed -n 's/^\(OS_[A-Z_]*\)=.*/\1/p'); do unset "$name"; done
export OS_AUTH_URL=$base/identity/v3 OS_IDENTITY_API_VERSION=3

# The client as the administrator, as a user in a project, and with an application credential.
admin() {
    openstack --os-username admin --os-password "$password" --os-project-name admin \
        --os-user-domain-id default --os-project-domain-id default "$@"
}
user() {
    local name=$1 secret=$2 project=$3
    shift 3
    openstack --os-username "$name" --os-password "$secret" --os-project-name "$project" \
        --os-user-domain-name Default --os-project-domain-name Default "$@"
}
credential() {
    local id=$1 secret=$2
    shift 2
    openstack --os-auth-type v3applicationcredential --os-application-credential-id "$id" \
        --os-application-credential-secret "$secret" "$@"
}

# step WHAT COMMAND…: the command succeeds; what it prints is kept in $work/out.
step() {
    local what=$1
    shift
    if ! "$@" >"$work/out" 2>"$work/err"; then
        echo "NOT SO: $what" >&2
        tail -5 "$work/err" >&2
        exit 1
    fi
    steps=$((steps + 1))
}
# shows WHAT PATTERN: what the last step printed has a line that matches.
shows() {
    same "$1" "$(grep -qE -- "$2" "$work/out" && echo shown || cat "$work/out")" shown
}
# answers WHAT STATUS CURL-ARGUMENTS…
answers() {
    local what=$1 wanted=$2
    shift 2
    same "$what" "$(curl -s -o /dev/null -w '%{http_code}' "$@")" "$wanted"
}

# --- discovery
answers "the list of versions" 300 "$base/identity"
answers "the version document" 200 "$base/identity/v3"
answers "nothing without a token" 401 "$base/identity/v3/projects"
step "versions show" admin versions show --service identity -f value
shows "the identity version is current" '3\.14 CURRENT'

# --- tokens and catalogue
step "token issue" admin token issue -f value -c id
token=$(cat "$work/out")
answers "the token is valid" 200 -H "X-Auth-Token: $token" -H "X-Subject-Token: $token" "$OS_AUTH_URL/auth/tokens"
step "catalog list" admin catalog list -f value
shows "the catalogue has the image service" 'glance image'
shows "the catalogue has the identity service" 'keystone identity'
step "catalog show image" admin catalog show image -f json
shows "the image endpoint is this service" "$base"
step "endpoint list" admin endpoint list --service image -f value
step "service list" admin service list -f value
step "region list" admin region list -f value
step "token issue, system scope" openstack --os-username admin --os-password "$password" \
    --os-user-domain-id default --os-system-scope all token issue -f value -c id
refused "HTTP 401" user admin "wrong-$tag" admin token issue

# --- projects, users, roles
step "project create" admin project create "$tag" --description "made by a test" -f value -c id
project=$(cat "$work/out")
step "project set" admin project set "$tag" --description changed --property cost=7
step "project show" admin project show "$tag" -f json
shows "the description is changed" '"description": "changed"'
shows "the property is kept" '"cost": "7"'
refused "HTTP 409" admin project create "$tag"
step "user create" admin user create "$tag" --password first --email "$tag@example.org" --project "$tag" -f value -c id
user=$(cat "$work/out")
step "user show by name" admin user show "$tag" -f json
shows "the address is kept" "$tag@example.org"
refused "HTTP 401" user "$tag" first "$tag" token issue
step "role list" admin role list -f value -c Name
for role in admin member reader service; do shows "there is the role $role" "^$role\$"; done
step "implied role list" admin implied role list -f value
step "role add" admin role add --project "$tag" --user "$tag" member
step "role assignment list" admin role assignment list --names --user "$tag" --project "$tag" -f value
shows "member is given" "^member $tag@Default"
step "role assignment list --effective" admin role assignment list --names --effective --user "$tag" -f value
shows "reader is implied" "^reader $tag@Default"
step "role create" admin role create "$tag" -f value -c id
refused "HTTP 403" admin role delete reader
step "role delete" admin role delete "$tag"

# --- as that user
step "token issue as user" user "$tag" first "$tag" token issue -f value -c id
own=$(cat "$work/out")
step "the user sees itself" user "$tag" first "$tag" user show "$user" -f value
step "the user sees the project" user "$tag" first "$tag" project show "$project" -f value
step "project list of the user" user "$tag" first "$tag" project list --my-projects -f value
shows "it is the one project" "$project"
refused "HTTP 403" user "$tag" first "$tag" user list
refused "HTTP 403" user "$tag" first "$tag" project create "x$tag"
answers "users do not look at others' tokens" 403 \
    -H "X-Auth-Token: $own" -H "X-Subject-Token: $token" "$OS_AUTH_URL/auth/tokens"
answers "administrators look at others' tokens" 200 \
    -H "X-Auth-Token: $token" -H "X-Subject-Token: $own" "$OS_AUTH_URL/auth/tokens"
step "image list with the user's token" user "$tag" first "$tag" image list -f value

# --- application credentials
step "application credential create" user "$tag" first "$tag" \
    application credential create "$tag" --role reader --expiration 2100-01-01T00:00:00 -f shell
id=$(sed -n 's/^id="\(.*\)"/\1/p' "$work/out")
secret=$(sed -n 's/^secret="\(.*\)"/\1/p' "$work/out")
step "application credential list" user "$tag" first "$tag" application credential list -f value
shows "it is listed" "$tag"
step "application credential show" user "$tag" first "$tag" application credential show "$tag" -f json
same "the secret is shown only once" "$(grep -c -- "$secret" "$work/out" || true)" 0
step "token issue with it" credential "$id" "$secret" token issue -f value -c id
delegated=$(cat "$work/out")
refused "HTTP 401" credential "$id" "x$secret" token issue
refused "HTTP 403" credential "$id" "$secret" \
    application credential create "more$tag"
step "image list with it" credential "$id" "$secret" image list -f value
step "application credential delete" user "$tag" first "$tag" application credential delete "$tag"
answers "its token is void" 401 -H "X-Auth-Token: $delegated" "$OS_AUTH_URL/auth/projects"

# --- revocation
step "token revoke" admin token revoke "$own"
answers "the revoked token is void" 401 -H "X-Auth-Token: $own" "$OS_AUTH_URL/auth/projects"
answers "also for the image service" 401 -H "X-Auth-Token: $own" "$base/v2/images"
step "token issue again" user "$tag" first "$tag" token issue -f value -c id
own=$(cat "$work/out")
step "user password set" user "$tag" first "$tag" user password set --original-password first --password second
answers "the token from before is void" 401 -H "X-Auth-Token: $own" "$OS_AUTH_URL/auth/projects"
refused "HTTP 401" user "$tag" first "$tag" token issue
step "the new password counts" user "$tag" second "$tag" token issue -f value -c id
own=$(cat "$work/out")
step "user set --disable" admin user set --disable "$tag"
answers "the token of a disabled user is void" 401 -H "X-Auth-Token: $own" "$OS_AUTH_URL/auth/projects"
refused "HTTP 401" user "$tag" second "$tag" token issue
step "user set --enable" admin user set --enable "$tag"
step "project set --disable" admin project set --disable "$tag"
refused "HTTP 401" user "$tag" second "$tag" token issue
step "role remove" admin role remove --project "$tag" --user "$tag" member

# --- limits
step "limit create" admin limit create --project "$project" --service glance --resource-limit 7 \
    --description "made by a test" image_count_total -f value -c id
limit=$(cat "$work/out")
step "limit list" admin limit list --service glance --resource-name image_count_total --project "$project" -f value
shows "it is listed" "$limit"
step "limit show" admin limit show "$limit" -f value -c resource_limit
same "it has its amount" "$(cat "$work/out")" 7
step "limit set" admin limit set "$limit" --resource-limit 8 -f value -c resource_limit
same "it has another amount" "$(cat "$work/out")" 8
refused "HTTP 409" admin limit create --project "$project" --service glance --resource-limit 7 image_count_total
step "registered limit create" admin registered limit create --service glance --region RegionOne \
    --default-limit 1000000 image_count_uploading -f value -c id
registered=$(cat "$work/out")
step "registered limit list" admin registered limit list --service glance -f value
shows "it is listed" "$registered"
step "registered limit set" admin registered limit set "$registered" --default-limit 2000000 -f value
step "registered limit show" admin registered limit show "$registered" -f value -c default_limit
same "it has another amount" "$(cat "$work/out")" 2000000
step "registered limit delete" admin registered limit delete "$registered"
step "limit delete" admin limit delete "$limit"
refused "HTTP 404" admin limit show "$limit"

# --- the end
step "user delete" admin user delete "$tag"
step "project delete" admin project delete "$tag"
refused "HTTP 401" user "$tag" second "$tag" token issue

done_with "$(openstack --version 2>&1) against $OS_AUTH_URL"
