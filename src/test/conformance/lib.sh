# Sourced by the scripts beside it. Every step is counted; the first one that does not hold ends the script.
set -eu
export LC_ALL=C
steps=0

# same WHAT ACTUAL EXPECTED
same() {
    if [ "$2" != "$3" ]; then
        echo "NOT SO: $1" >&2
        echo "  expected: $3" >&2
        echo "  actual:   $2" >&2
        exit 1
    fi
    steps=$((steps + 1))
}

# refused WHAT COMMAND…: the command must fail and say the word
refused() {
    word=$1
    shift
    if output=$("$@" 2>&1); then
        echo "NOT REFUSED: $*" >&2
        exit 1
    fi
    case "$output" in
        *"$word"*) steps=$((steps + 1)) ;;
        *)
            echo "REFUSED WITHOUT SAYING $word: $*" >&2
            echo "$output" >&2
            exit 1
            ;;
    esac
}

# ended IMAGE: waits until no task has the image, and says its status
ended() {
    for _ in $(seq 60); do
        shown=$(openstack image show -f json "$1")
        if [ "$(echo "$shown" | jq '.properties | has("os_glance_import_task")')" = false ]; then
            echo "$shown" | jq -r .status
            return
        fi
        sleep 0.5
    done
    echo "never"
}

# id_in FILE: the id that the glance command has printed
id_in() {
    awk '$2 == "id" {print $4}' "$1"
}

# holds WHAT IMAGE FILE: the image must have exactly these bytes; uses the file $work/back
holds() {
    rm -f "$work/back"
    glance image-download --file "$work/back" "$2"
    same "$1" "$(sha512sum <"$work/back")" "$(sha512sum <"$3")"
}

# done_with WHAT: the last line
done_with() {
    echo "$steps steps held: $1"
}
