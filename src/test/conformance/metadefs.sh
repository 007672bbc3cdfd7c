#!/usr/bin/env bash
# Every command that the glance client has for metadata definitions, in a service with the definitions that it brings.
# The openstack client has none up to 6.0. WORK names a directory for files. A type of resources stays, since nothing
# removes one, and so do an account and its project.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/clients.sh"
work=$(mktemp -d "${WORK:-/tmp}/metadefs-XXXXXX")
tag=run$$
name=$tag::Disk

# of FIELD: what the table on standard input has for it
of() {
    awk -F ' *[|] *' -v field="$1" '$2 == field {print $3}'
}

# first_column of the list on standard input, with commas between
first_column() {
    awk -F ' *[|] *' 'NR > 3 && NF > 2 {print $2}' | paste -s -d ,
}

# tags: those of the namespace in the order of the alphabet
tags() {
    glance md-tag-list "$name" | first_column | tr , '\n' | sort | paste -s -d ,
}

# What the service brings.
glance md-namespace-list --page-size 7 >"$work/pages"
glance md-namespace-list --page-size 1000 >"$work/page"
same "pages leave nothing out" "$(cat "$work/pages")" "$(cat "$work/page")"
same "what it brings" "$(grep -c ' OS::Compute::CPUMode ' "$work/page")" 1
same "for databases" "$(glance md-namespace-list --resource-types OS::Trove::Instance --visibility public \
    | first_column)" OS::Software::DBMS
same "types" "$(glance md-resource-type-list | grep -c ' OS::Glance::Image ')" 1
same "names on images" "$(glance md-namespace-show --resource-type OS::Glance::Image OS::Compute::CPUMode \
    | of properties)" '["hw_cpu_mode"]'
refused "is protected" glance md-namespace-delete OS::Compute::CPUMode

# A namespace.
glance md-namespace-create --display-name "Disks of $tag" --description "What disks are." "$name" >"$work/made"
same "made" "$(of namespace <"$work/made")" "$name"
same "private unless said" "$(of visibility <"$work/made")" private
same "not protected unless said" "$(of protected <"$work/made")" False
refused 409 glance md-namespace-create "$name"
refused 404 glance md-namespace-show "$tag::None"
glance md-namespace-update --description "What all disks are." "$name" >"$work/updated"
same "described" "$(of description <"$work/updated")" "What all disks are."
same "what was not said stays" "$(of display_name <"$work/updated")" "Disks of $tag"

# What it is for.
glance md-resource-type-associate --name "$tag::Shelf" --prefix disk_ --properties-target shelf "$name" >/dev/null
same "a new type" "$(glance md-resource-type-list | grep -c " $tag::Shelf ")" 1
same "associated" "$(glance md-namespace-resource-type-list "$name" | awk '$4 == "disk_" {print $2, $6}')" \
    "$tag::Shelf shelf"
refused 409 glance md-resource-type-associate --name "$tag::Shelf" "$name"

# Properties.
glance md-property-create --name size --title Size --schema '{"type": "integer", "minimum": 1, "default": 5}' "$name" \
    >"$work/size"
same "property made" "$(of type <"$work/size"),$(of minimum <"$work/size"),$(of default <"$work/size")" integer,1,5
refused 409 glance md-property-create --name size --title Size --schema '{"type": "string"}' "$name"
refused "is not one of" glance md-property-create --name colour --title Colour --schema '{"type": "colour"}' "$name"
refused 400 glance md-property-create --name sides --title Sides --schema '{"type": "array", "default": ["a"]}' "$name"
glance md-property-update --name bytes --title Bytes --schema '{"description": "How many fit."}' "$name" size >/dev/null
glance md-property-show "$name" bytes >"$work/bytes"
same "property updated" "$(of title <"$work/bytes"),$(of description <"$work/bytes"),$(of minimum <"$work/bytes")" \
    "Bytes,How many fit.,1"
refused 404 glance md-property-show "$name" size
glance md-property-create --name kind --title Kind --schema '{"type": "string", "enum": ["round", "flat"]}' "$name" \
    >/dev/null
same "properties" "$(glance md-property-list "$name" | first_column)" bytes,kind
glance md-property-delete "$name" kind
same "property deleted" "$(glance md-property-list "$name" | first_column)" bytes
refused 404 glance md-property-delete "$name" kind

# Objects.
glance md-object-create --name plate --schema '{"description": "It turns.", "required": ["speed"],
    "properties": {"speed": {"title": "Speed", "type": "integer"}}}' "$name" >"$work/plate"
same "object made" "$(of required <"$work/plate")$(of properties <"$work/plate")" '["speed"]["speed"]'
refused 409 glance md-object-create --name plate --schema '{}' "$name"
same "property of the object" "$(glance md-object-property-show "$name" plate speed | of type)" integer
refused "not found in object" glance md-object-property-show "$name" plate none
glance md-object-update --name spindle --schema '{"description": "It turns them."}' "$name" plate >/dev/null
glance md-object-show "$name" spindle >"$work/spindle"
same "object updated" "$(of description <"$work/spindle")$(of properties <"$work/spindle")" 'It turns them.["speed"]'
glance md-object-create --name arm --schema '{}' "$name" >/dev/null
same "objects" "$(glance md-object-list "$name" | first_column)" spindle,arm
glance md-object-delete "$name" arm
same "object deleted" "$(glance md-object-list "$name" | first_column)" spindle
same "names on shelves" "$(glance md-namespace-show --resource-type "$tag::Shelf" "$name" | of properties)" \
    '["disk_bytes"]'

# Tags.
glance md-tag-create --name old "$name" >/dev/null
refused 409 glance md-tag-create --name old "$name"
glance md-tag-create-multiple --names 'fast;large' --delim ';' "$name" >/dev/null
same "many tags replace the others" "$(tags)" fast,large
refused 409 glance md-tag-create-multiple --names 'small,small' "$name"
# Some clients send the wish to append as a truth value, which is no text for a header, and fail before they ask anybody.
if ! glance md-tag-create-multiple --names small --append "$name" >"$work/append" 2>&1; then
    same "the client fails by itself" "$(cat "$work/append")" "quote_from_bytes() expected bytes"
    same "and asks nobody" "$(tags)" fast,large
    curl -s -f -o /dev/null -H "X-Auth-Token: $(openstack token issue -f value -c id)" -H 'X-Openstack-Append: True' \
        -H 'Content-Type: application/json' -d '{"tags": [{"name": "small"}]}' \
        "$(openstack endpoint list --service image --interface public -f value -c URL)/v2/metadefs/namespaces/$name/tags"
fi
same "one more tag" "$(tags)" fast,large,small
glance md-tag-update --name slow "$name" fast >/dev/null
same "tag renamed" "$(glance md-tag-show "$name" slow | of name)" slow
refused 404 glance md-tag-show "$name" fast
glance md-tag-delete "$name" slow
same "tag deleted" "$(tags)" large,small

# Who sees it, and who may write.
openstack project create "readers-$tag" >/dev/null
openstack user create --password reader-password "reader-$tag" >/dev/null
openstack role add --user "reader-$tag" --project "readers-$tag" member
as_reader() {
    OS_USERNAME="reader-$tag" OS_PASSWORD=reader-password OS_PROJECT_NAME="readers-$tag" "$@"
}
refused 404 as_reader glance md-namespace-show "$name"
glance md-namespace-update --visibility public --protected True "$name" >/dev/null
same "public" "$(as_reader glance md-namespace-show "$name" | of objects)" '["spindle"]'
refused 403 as_reader glance md-namespace-update --description mine "$name"
refused 403 as_reader glance md-tag-create --name mine "$name"

# What is protected keeps all it has.
refused 403 glance md-namespace-tags-delete "$name"
refused 403 glance md-resource-type-deassociate "$name" "$tag::Shelf"
refused 403 glance md-namespace-delete "$name"
glance md-namespace-update --namespace "$tag::Drive" --protected False "$name" >/dev/null
refused 404 glance md-namespace-show "$name"
name=$tag::Drive
same "all went with its name" "$(glance md-namespace-show "$name" | of tags | grep -c large)" 1
glance md-namespace-tags-delete "$name"
glance md-namespace-objects-delete "$name"
glance md-namespace-properties-delete "$name"
glance md-resource-type-deassociate "$name" "$tag::Shelf"
glance md-namespace-show "$name" >"$work/empty"
same "nothing is in it" "$(of tags <"$work/empty")$(of objects <"$work/empty")$(of properties <"$work/empty")$(
    of resource_type_associations <"$work/empty")" ""
glance md-namespace-delete "$name"
refused 404 glance md-namespace-show "$name"

# A namespace with all that is in it, from a file and from the standard input.
cat >"$work/file.json" <<FILE
{"namespace": "$name", "visibility": "public", "resource_type_associations": [{"name": "OS::Glance::Image"}],
 "properties": {"bytes": {"title": "Bytes", "type": "integer"}},
 "objects": [{"name": "spindle", "properties": {"speed": {"title": "Speed", "type": "integer"}}}],
 "tags": [{"name": "large"}]}
FILE
glance md-namespace-import --file "$work/file.json" >"$work/imported"
same "imported" "$(of properties <"$work/imported")$(of objects <"$work/imported")$(of tags <"$work/imported")$(
    of resource_type_associations <"$work/imported")" '["bytes"]["spindle"]["large"]["OS::Glance::Image"]'
refused 409 glance md-namespace-import --file "$work/file.json"
glance md-namespace-delete "$name"
same "imported again" "$(glance md-namespace-import <"$work/file.json" | of tags)" '["large"]'
glance md-namespace-delete "$name"
same "as before" "$(glance md-namespace-list --page-size 1000)" "$(cat "$work/page")"

# None of the client's commands is missing here.
for command in $(glance help | grep -o -E '^ +md-[a-z-]+'); do
    same "$command is tried" "$(grep -q "glance $command " "$0" && echo tried)" tried
done

done_with "namespaces, resource types, properties, objects and tags with every command of glance"
