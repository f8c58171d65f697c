#!/usr/bin/env bash
# Recompiles picocli for Java 17 and replaces the jar in FOLDER. The original classes are for Java 5, which an AOT cache
# cannot store, so that each command would have to load them. The sources are those published on Maven Central.
#   installer/picocli.sh FOLDER
set -euo pipefail
folder=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=$(sed -n 's|^    <picocli.version>\(.*\)</picocli.version>|\1|p' pom.xml)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B dependency:copy -Dartifact="info.picocli:picocli:$version:jar:sources" -DoutputDirectory="$work"
mkdir "$work/sources" "$work/classes"
(cd "$work/sources" && jar xf "$work/picocli-$version-sources.jar")
javac -nowarn --release 17 -proc:none -parameters -XDstringConcat=inline -d "$work/classes" "$work"/sources/picocli/*.java 2>"$work/messages" \
  || { cat "$work/messages" >&2; exit 1; }
(cd "$work/classes" && jar xf "$folder/picocli-$version.jar" META-INF/MANIFEST.MF)
sed -i '/^Multi-Release/d' "$work/classes/META-INF/MANIFEST.MF"
jar --create --no-compress --file "$folder/picocli-$version.jar" --manifest "$work/classes/META-INF/MANIFEST.MF" -C "$work/classes" picocli
