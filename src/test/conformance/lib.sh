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

# done_with WHAT: the last line
done_with() {
    echo "$steps steps held: $1"
}
