#!/usr/bin/env bash
# Writes down which classes commands load; of this list an installation makes the class archive that they start from.
#   installer/class-list.sh JAVA JAR LIST
# The window is not among them: with its classes too each command takes 10 ms longer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=$1 jar=$2 list=$3
guest=src/test/resources/golden/qemu/sev.xml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work XDG_STATE_HOME=$work XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8

# start NAME ARGUMENT…: one start, whose answer may be no.
start() {
  local name=$1 status=0
  shift
  "$java" -Xshare:off -XX:DumpLoadedClassList="$work/$name.classes" -jar "$jar" "$@" \
    >"$work/$name.out" 2>"$work/$name.err" || status=$?
  if [[ $status -gt 1 ]]; then
    echo "class-list: \"$name\" ended with status $status" >&2
    cat "$work/$name.err" >&2
    exit 1
  fi
}

start policy policy 0x0001
start inspect inspect "$guest"
start preview preview "$guest"
printf 0123456789abcdef >"$work/tik.bin"
launched=(--api-major 1 --api-minor 51 --build-id 3 --policy 1 --firmware "$guest" --tik "$work/tik.bin" --tek "$work/tik.bin")
start build measurement build "${launched[@]}"
start verify measurement verify "${launched[@]}" --measurement "$(<"$work/build.out")"
cat "$work"/*.classes | grep -v '^#' | sort -u >"$list"
