#!/usr/bin/env bash
# Installs missing packages, builds SEV Guest Configurator, and starts it.
#   installer/run.sh [ARGUMENT…]     the arguments of sevguest: a domain XML, or a command such as preview
# The build creates archives of loaded classes, which make later starts faster, and creates them again for a newer jar.
# Without an archive, the program only starts more slowly.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source installer/packages.sh

need_to_build
need_to_launch
install_missing

jar=target/sev-guest-configurator.jar
if [[ ! -e $jar || ! -d target/lib || -n $(find src/main icons pom.xml -newer "$jar" -print -quit) ]]; then
  mvn -q -B -Dmaven.test.skip=true package
  installer/picocli.sh target/lib || echo "run: picocli could not be recompiled. Each start takes longer." >&2
  touch "$jar" # Maven does not touch an unchanged jar.
fi
made=target/archives-are-made # also if some archives failed
if [[ ! $made -nt $jar ]]; then
  installer/archives.sh "$(command -v java)" "$jar" target || echo "run: Not all class archives could be created. The program starts more slowly." >&2
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
