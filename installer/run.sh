#!/usr/bin/env bash
# Installs what is missing, builds, and starts SEV Guest Configurator.
#   installer/run.sh [ARGUMENT…]     the arguments of sevguest: a domain XML, or a command such as preview
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source installer/packages.sh

need_to_build
need_to_launch
install_missing

jar=target/sev-guest-configurator.jar
if [[ ! -e $jar || ! -d target/lib || -n $(find src/main icons pom.xml -newer "$jar" -print -quit) ]]; then
  mvn -q -B -DskipTests package
  touch "$jar" # Maven leaves a jar alone that would come out the same.
fi
top=$PWD
cd "$OLDPWD"
exec env LC_ALL=C.UTF-8 java -jar "$top/$jar" "$@"
