#!/usr/bin/env bash
# Installs missing packages and runs all tests: unit, GUI in memory, QEMU and libvirt, GUI on a real X display, JDK 25.
# Tests that would be skipped because a program is missing fail instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source installer/packages.sh

need_to_build
need_to_launch
need_to_test
need_to_make_man_pages
install_missing

export LC_ALL=C.UTF-8

# with_display COMMAND…: runs a command on its own X display with a window manager.
with_display() {
  local number=91
  while [[ -e /tmp/.X11-unix/X$number || -e /tmp/.X$number-lock ]]; do number=$((number + 1)); done
  Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
  local server=$!
  until DISPLAY=":$number" xdpyinfo >/dev/null 2>&1; do
    kill -0 "$server" || { echo "test: Xvfb did not start." >&2; return 1; }
    sleep 0.1
  done
  DISPLAY=":$number" openbox >/dev/null 2>&1 &
  local manager=$!
  local status=0
  DISPLAY=":$number" SEVGUEST_DISPLAY_OF=tests "$@" || status=$?
  kill "$manager" "$server" 2>/dev/null || true
  wait "$manager" "$server" 2>/dev/null || true
  return "$status"
}

# newest_jdk: prints the home of a JDK 25 if one is installed.
newest_jdk() {
  local home
  for home in "${JDK25_HOME:-}" /usr/lib/jvm/*25*; do
    if [[ -n $home && -x $home/bin/javac ]]; then echo "$home"; return; fi
  done
}

if [[ $(jdk_number) -eq 17 ]]; then
  echo "== Unit tests, GUI in memory, QEMU and libvirt"
  mvn -B -Dskips=fail verify
  echo "== GUI on a real X display"
  with_display mvn -B -Dskips=fail -Dgui.display=real surefire:test@gui-test
else
  echo "== Unit tests, QEMU and libvirt, GUI on a real X display (GUI in memory requires JDK 17)"
  with_display mvn -B -Dskips=fail -Dgui.display=real verify
fi

jdk25=$(newest_jdk)
if [[ -n $jdk25 ]]; then
  echo "== JDK 25: build, unit tests, GUI on a real X display"
  copy=$(mktemp -d)
  trap 'rm -rf "$copy"' EXIT
  tar --exclude=./target --exclude=./.git -c . | tar -x -C "$copy"
  (cd "$copy" && SEVGUEST_SHARED=$(cd "$OLDPWD/.." && pwd)/shared JAVA_HOME=$jdk25 with_display mvn -B -Dskips=fail -Dgui.display=real test)
else
  echo "== JDK 25: skipped, because it was not found (set JDK25_HOME to its directory)"
fi
