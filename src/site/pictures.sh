#!/usr/bin/env bash
# Renews the manual's pictures: takes them from the real window on an X display of its own. Look at them afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
number=91
while [[ -e /tmp/.X11-unix/X$number || -e /tmp/.X$number-lock ]]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait 2>/dev/null' EXIT
export DISPLAY=:$number
until xdpyinfo >/dev/null 2>&1; do
  kill -0 "$server" || { echo "Xvfb did not start" >&2; exit 3; }
  sleep 0.1
done
openbox >/dev/null 2>&1 &
mvn -B -q -Dgui.display=real -Dscreenshots=write -Dtest=ManualPicturesGuiTest -Dsurefire.failIfNoSpecifiedTests=false test
ls -l src/site/resources/images
