#!/usr/bin/env bash
# How long from start to first paint, beside virt-manager: same display, alternating runs, medians.
#   src/jmh/first-paint.sh [RUNS]        needs the packaged jar (the .deb is timed where it is installed), Xvfb, openbox, xprop, virt-manager, dbus-run-session, python3
# Both are timed to the same event by the same observer, first_paint.py: from the start of the process until the content
# of its window is seen on the display. The session bus is there before, as on a desktop.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-11}
jar=target/sev-guest-configurator.jar
[[ -e $jar ]] || { echo "first-paint: $jar is missing: mvn package" >&2; exit 3; }
for tool in Xvfb openbox xprop virt-manager dbus-run-session python3; do
  command -v "$tool" >/dev/null || { echo "first-paint: $tool is missing" >&2; exit 3; }
done

started=()
finish() { for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$home"; }
home=$(mktemp -d)
trap finish EXIT
number=80
while [[ -e /tmp/.X11-unix/X$number || -e /tmp/.X$number-lock ]]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 & started+=($!)
until [[ -e /tmp/.X11-unix/X$number ]]; do sleep 0.05; done
export DISPLAY=:$number XDG_CONFIG_HOME=$home/config XDG_STATE_HOME=$home/state XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
openbox >/dev/null 2>&1 & started+=($!)
until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; do sleep 0.05; done

programs=(java -jar "$jar" --)
if [[ -x /usr/bin/sevguest ]]; then programs=(/usr/bin/sevguest -- installer/run.sh -- "${programs[@]}"); fi
dbus-run-session -- python3 src/jmh/first_paint.py "$runs" \
  "${programs[@]}" virt-manager --connect test:///default --no-fork 2>"$home/messages" || { cat "$home/messages" >&2; exit 1; }
