#!/usr/bin/env bash
# How long from start to first paint, beside virt-manager: same display, alternating runs, medians.
#   src/jmh/first-paint.sh [RUNS]        needs the packaged jar, Xvfb, openbox, xprop, virt-manager, dbus-run-session
# Ours ends by itself once it has painted (--exit-after-first-paint), so its end counts, exit included; virt-manager
# counts as painted when the window manager lists its window, which is earlier than its first paint.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-7}
jar=target/sev-guest-configurator.jar
[[ -e $jar ]] || { echo "first-paint: $jar is missing: mvn package" >&2; exit 3; }
for tool in Xvfb openbox xprop virt-manager dbus-run-session; do
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

now() { date +%s%3N; }

ours() {
  local start
  start=$(now)
  java -jar "$jar" --exit-after-first-paint >/dev/null 2>&1
  echo $(($(now) - start))
}

theirs() {
  local start line spy
  exec 3< <(exec xprop -root -spy _NET_CLIENT_LIST 2>/dev/null)
  spy=$!
  read -r -t 5 line <&3 # what the list is before
  start=$(now)
  dbus-run-session -- virt-manager --connect test:///default --no-fork >/dev/null 2>&1 &
  local program=$!
  while read -r -t 60 line <&3; do
    [[ $line == *0x* ]] && break
  done
  echo $(($(now) - start))
  pkill -P "$program" 2>/dev/null || true
  kill "$program" "$spy" 2>/dev/null || true
  wait "$program" 2>/dev/null || true
  exec 3<&-
  until ! xprop -root _NET_CLIENT_LIST | grep -q 0x; do sleep 0.05; done
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

ours >/dev/null && theirs >/dev/null # warm the file cache
for ((run = 1; run <= runs; run++)); do
  ours >>"$home/ours"
  theirs >>"$home/theirs"
done
a=$(median <"$home/ours") b=$(median <"$home/theirs")
echo "first paint, median of $runs: sevguest $a ms ($(sort -n "$home/ours" | paste -sd' ')), virt-manager $b ms ($(sort -n "$home/theirs" | paste -sd' '))"
echo "ratio $(awk "BEGIN { printf \"%.2f\", $a / $b }") (at most 3.00)"
