#!/usr/bin/env bash
# Creates the man pages of sevguest and its commands from the output of --help.
#   installer/man.sh JAVA CLASSPATH FOLDER
# CLASSPATH contains the program, its libraries and picocli-codegen, which writes AsciiDoc; asciidoctor converts this to
# man pages.
set -euo pipefail
java=$1 classpath=$2 folder=$3
here=$(dirname "${BASH_SOURCE[0]}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$java" -cp "$classpath" "$here/ManPages.java" "$work"
mkdir -p "$folder"
# The pages have the date of the release, so that builds are reproducible.
SOURCE_DATE_EPOCH=$(date -d "$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' "$here/../pom.xml")" +%s)
export SOURCE_DATE_EPOCH
asciidoctor --backend manpage --failure-level WARN --destination-dir "$folder" "$work"/*.adoc
gzip -9nf "$folder"/sevguest*.1
