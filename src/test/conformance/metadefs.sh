#!/usr/bin/env bash
# Drives the catalogue of metadata definitions with every md- command of the stock client (python3-glanceclient), as the
# administrator whom the OS_* variables name. WORK names a directory for files. The openstack command has no commands
# for the catalogue before its version 6.1.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d "${WORK:-/tmp}/metadefs-XXXXXX")
ns=run::$$

# row FIELD COMMAND…: the value that the printed table has for a field
row() {
    field=$1
    shift
    "$@" | awk -F'|' -v field="$field" '{gsub(/^ +| +$/, "", $2); gsub(/^ +| +$/, "", $3)} $2 == field {print $3}'
}

# first COMMAND…: the first column of the printed table, without its head, sorted
first() {
    "$@" | awk -F'|' 'NF > 2 {gsub(/^ +| +$/, "", $2); print $2}' | tail -n +2 | sort | xargs
}

# Namespaces.
same "made namespace" "$(row visibility glance md-namespace-create "$ns" --visibility public --display-name Run \
    --description 'made by a test' --protected False)" public
same "shown namespace" "$(row display_name glance md-namespace-show "$ns")" Run
refused "409" glance md-namespace-create "$ns"
glance md-namespace-update "$ns" --description changed --protected True >/dev/null
same "changed description" "$(row description glance md-namespace-show "$ns")" changed
same "kept name" "$(row display_name glance md-namespace-show "$ns")" Run
refused "403" glance md-namespace-delete "$ns"
glance md-namespace-update "$ns" --protected False >/dev/null
same "listed" "$(glance md-namespace-list --visibility public | grep -c " $ns ")" 1
same "pages of two show all" "$(first glance md-namespace-list --page-size 2)" "$(first glance md-namespace-list)"
refused "404" glance md-namespace-show "none::$$"

# Types of resources.
glance md-resource-type-associate "$ns" --name "OS::Run$$" --prefix run_ --properties-target image >/dev/null
same "association" "$(glance md-namespace-resource-type-list "$ns" | grep -c "OS::Run$$ *| run_ *| image")" 1
same "type" "$(glance md-resource-type-list | grep -c "OS::Run$$ ")" 1
same "found by type" "$(first glance md-namespace-list --resource-types "OS::Run$$")" "$ns"
refused "409" glance md-resource-type-associate "$ns" --name "OS::Run$$"

# Properties.
same "made property" "$(row default glance md-property-create "$ns" --name size --title Size \
    --schema '{"type": "integer", "minimum": 0, "default": 5}')" 5
same "listed property" "$(glance md-property-list "$ns" | grep -c 'size *| Size *| integer')" 1
glance md-property-update "$ns" size --name length --title Length >/dev/null
same "renamed property" "$(row title glance md-property-show "$ns" length)" Length
same "kept bound" "$(row minimum glance md-property-show "$ns" length)" 0
same "name on resources" "$(row properties glance md-namespace-show "$ns" --resource-type "OS::Run$$")" '["run_length"]'
refused "404" glance md-property-show "$ns" size

# Objects.
schema='{"description": "d", "required": ["a"], "properties": {"a": {"title": "A", "type": "string"}}}'
same "made object" "$(row name glance md-object-create "$ns" --name thing --schema "$schema")" thing
same "listed object" "$(glance md-object-list "$ns" | grep -c 'thing *| d ')" 1
same "property of the object" "$(row title glance md-object-property-show "$ns" thing a)" A
glance md-object-update "$ns" thing --name gadget >/dev/null
same "renamed object" "$(row properties glance md-object-show "$ns" gadget)" '["a"]'
refused "404" glance md-object-show "$ns" thing

# Tags.
same "made tag" "$(row name glance md-tag-create "$ns" --name one)" one
glance md-tag-create-multiple "$ns" --names two,three --append >/dev/null
same "appended tags" "$(first glance md-tag-list "$ns")" "one three two"
glance md-tag-create-multiple "$ns" --names four,five >/dev/null
same "replaced tags" "$(first glance md-tag-list "$ns")" "five four"
glance md-tag-update "$ns" four --name six >/dev/null
same "renamed tag" "$(row name glance md-tag-show "$ns" six)" six
glance md-tag-delete "$ns" six
same "deleted tag" "$(first glance md-tag-list "$ns")" five

# A whole namespace from a file.
cat >"$work/whole.json" <<JSON
{"namespace": "$ns::whole", "visibility": "private", "tags": [{"name": "t"}],
 "resource_type_associations": [{"name": "OS::Run$$"}],
 "objects": [{"name": "o", "properties": {"x": {"title": "X", "type": "boolean"}}}],
 "properties": {"p": {"title": "P", "type": "array", "items": {"type": "string", "enum": ["a", "b"]}}}}
JSON
same "imported namespace" "$(row tags glance md-namespace-import --file "$work/whole.json")" '["t"]'
same "imported property" "$(row type glance md-property-show "$ns::whole" p)" array
glance md-namespace-delete "$ns::whole"

# The end.
glance md-object-delete "$ns" gadget
glance md-property-delete "$ns" length
glance md-resource-type-deassociate "$ns" "OS::Run$$"
glance md-namespace-objects-delete "$ns"
glance md-namespace-properties-delete "$ns"
glance md-namespace-tags-delete "$ns"
same "empty namespace" "$(first glance md-tag-list "$ns")" ""
glance md-namespace-delete "$ns"
refused "404" glance md-namespace-show "$ns"

# What comes with the service.
same "shipped property" "$(row type glance md-property-show OS::Compute::VirtCPUTopology cpu_sockets)" integer
same "its name on images" "$(glance md-namespace-show OS::Compute::Watchdog --resource-type OS::Glance::Image |
    grep -c hw_watchdog_action)" 1

done_with "$(glance --version 2>&1), metadata definitions"
