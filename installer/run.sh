#!/usr/bin/env bash
# Installs what is missing, builds, and starts SEV Guest Configurator.
#   installer/run.sh [ARGUMENT…]     the arguments of sevguest: a domain XML, or a command such as preview
# The build makes archives of the classes that a start loads, from which later starts take them; a newer jar gets new
# ones. Without an archive all is the same, but slower.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source installer/packages.sh

need_to_build
need_to_launch
install_missing

jar=target/sev-guest-configurator.jar
if [[ ! -e $jar || ! -d target/lib || -n $(find src/main icons pom.xml -newer "$jar" -print -quit) ]]; then
  mvn -q -B -Dmaven.test.skip=true package
  installer/picocli.sh target/lib || echo "run: picocli stays as it is; each start takes longer." >&2
  touch "$jar" # Maven leaves a jar alone that would come out the same.
fi
made=target/archives-are-made # whether or not all could be
if [[ ! $made -nt $jar ]]; then
  installer/archives.sh "$(command -v java)" "$jar" target || echo "run: not every archive of classes was made; a start takes longer." >&2
  touch "$made"
fi

compilers=-XX:TieredStopAtLevel=1
case "${1:-}" in
  policy) archive=numbers ;;
  measurement) archive=numbers compilers=-XX:TieredStopAtLevel=4 ;;
  launch | secret | session) archive=commands compilers=-XX:TieredStopAtLevel=4 ;;
  "" | *.* | */*) archive=window ;;
  *) archive=commands ;;
esac
top=$PWD
archive=$top/target/$archive
if [[ -e $archive.aot ]]; then archive=-XX:AOTCache=$archive.aot; else archive=-XX:SharedArchiveFile=$archive.jsa; fi
cd "$OLDPWD"
exec env LC_ALL=C.UTF-8 java "$archive" "$compilers" -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 \
  -jar "$top/$jar" "$@"
