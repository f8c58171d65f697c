#!/usr/bin/env bash
# Creates the archives of loaded classes with which sevguest starts faster.
#   installer/archives.sh JAVA JAR FOLDER
# With JDK 25 or later they are AOT caches (.aot), otherwise class archives (.jsa): numbers.* for the commands policy and
# measurement, commands.* for the other commands, and window.* for the window. In a single archive, the classes of each
# would slow down the others. The archive of the window is created on Xvfb, or else on the display; without either it is
# omitted. Java accepts an archive only for the same runtime and for jars with the same dates.
set -euo pipefail
java=$1 jar=$2 folder=$3
work=$(mktemp -d)
server=""
finish() {
  if [[ -n $server ]]; then kill "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT
export XDG_CONFIG_HOME=$work XDG_STATE_HOME=$work XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8

version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')/release")
if [[ $version -ge 25 ]]; then
  option=-XX:AOTCacheOutput end=aot
else
  option=-XX:ArchiveClassesAtExit end=jsa
fi

# archive NAME JAVA-ARGUMENT…: creates the archive of the classes that one run loads, with the garbage
# collector of later starts.
archive() {
  local file=$folder/$1.$end
  shift
  rm -f "$folder/${file##*/}" "${file%.*}".aot "${file%.*}".jsa
  if ! "$java" "$option=$file" -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 "$@" \
    >"$work/out" 2>"$work/err" || [[ ! -s $file ]]; then
    cat "$work/out" "$work/err" >&2
    echo "archives: $file could not be created." >&2
    exit 1
  fi
  chmod 644 "$file"
}

# The guest of the training runs, as libvirt writes it.
cat >"$work/guest.xml" <<'GUEST'
<domain type='kvm'>
  <name>training</name>
  <uuid>8f0a53c6-2f0d-4a44-9c3f-8b1f0d9fd8a1</uuid>
  <memory unit='MiB'>2048</memory>
  <vcpu>2</vcpu>
  <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
  <cpu mode='host-passthrough'/>
  <devices>
    <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/a.qcow2'/><target dev='vda' bus='virtio'/></disk>
    <interface type='user'><model type='virtio'/></interface>
    <serial type='pty'/>
  </devices>
  <launchSecurity type='sev'><cbitpos>47</cbitpos><reducedPhysBits>1</reducedPhysBits><policy>0x0003</policy></launchSecurity>
</domain>
GUEST
printf 0123456789abcdef >"$work/tik.bin"
head -c 4194304 /dev/zero >"$work/firmware.fd"
launched=(--api-major 1 --api-minor 51 --build-id 3 --policy 1 --firmware "$work/firmware.fd" --tik "$work/tik.bin" --tek "$work/tik.bin")
measurement=$("$java" -jar "$jar" measurement build "${launched[@]}" 2>"$work/err")
archive commands -cp "$jar" io.sevguest.TrainingRun inspect "$work/guest.xml" --next preview "$work/guest.xml"
archive numbers -cp "$jar" io.sevguest.TrainingRun policy 0x0003 \
  --next measurement build "${launched[@]}" --next measurement verify "${launched[@]}" --measurement "$measurement"

if [[ -n ${DISPLAY:-} ]] && ! command -v Xvfb >/dev/null; then
  echo "archives: A window opens and closes by itself." >&2
else
  if ! command -v Xvfb >/dev/null; then
    echo "archives: There is neither a display nor Xvfb, so the window gets no archive and starts more slowly." >&2
    exit 0
  fi
  Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null 3>"$work/display" &
  server=$!
  until [[ -s $work/display ]]; do
    kill -0 "$server" || { echo "archives: Xvfb did not start." >&2; exit 1; }
    sleep 0.1
  done
  DISPLAY=:$(<"$work/display")
  export DISPLAY
fi
archive window -jar "$jar" --exit-after-first-paint
