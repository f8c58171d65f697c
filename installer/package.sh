#!/usr/bin/env bash
# Builds the application image (target/image/sevguest, which includes a Java runtime) and, if dpkg-deb is installed, a
# .deb package of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source installer/packages.sh

need_to_build
if command -v dpkg-deb >/dev/null; then need_to_make_man_pages; fi
install_missing
jdk=$(packaging_jdk)
[[ -n $jdk ]] || { echo "jpackage is missing. It is part of the JDK." >&2; exit 3; }
echo "Using the Java runtime of $jdk"

mvn -q -B -Dmaven.test.skip=true package org.cyclonedx:cyclonedx-maven-plugin:makeBom
installer/picocli.sh target/lib
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
rm -rf target/app target/image target/deb
mkdir -p target/app
cp -r target/sev-guest-configurator.jar target/lib target/app/
"$jdk/bin/jpackage" @installer/jpackage.args --app-version "$version"
app=target/image/sevguest/lib/app
# Older runtimes accept an archive only in the place where it was created, so the package creates it when installed.
runtime=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' target/image/sevguest/lib/runtime/release)
if [[ $runtime -ge 25 ]]; then
  installer/archives.sh target/image/sevguest/lib/runtime/bin/java "$app/sev-guest-configurator.jar" "$app"
else
  install -m 755 installer/archives.sh "$app/"
fi
echo "target/image/sevguest"

command -v dpkg-deb >/dev/null || { echo "dpkg-deb is not installed, so no .deb package was built." >&2; exit 0; }
root=target/deb
share=$root/usr/share
install -d "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$share/applications" "$share/mime/packages" "$share/metainfo" \
  "$share/icons/hicolor/scalable/apps" "$share/doc/sev-guest-configurator" "$share/bash-completion/completions"
cp -a target/image/sevguest "$root/opt/sevguest"
if [[ $runtime -lt 25 ]]; then install -m 755 installer/linux/postinst installer/linux/prerm "$root/DEBIAN/"; fi
"$root/opt/sevguest/bin/sevguest" generate-completion >"$share/bash-completion/completions/sevguest"
picocli=$(sed -n 's|^    <picocli.version>\(.*\)</picocli.version>|\1|p' pom.xml)
mvn -q -B dependency:copy -Dartifact="info.picocli:picocli-codegen:$picocli" -DoutputDirectory=target/codegen
installer/man.sh "$jdk/bin/java" "target/sev-guest-configurator.jar:target/lib/*:target/codegen/*" "$share/man/man1"
install -m 755 installer/linux/sevguest "$root/usr/bin/"
install -m 644 installer/linux/io.sevguest.App.desktop "$share/applications/"
install -m 644 installer/linux/io.sevguest.App.mime.xml "$share/mime/packages/io.sevguest.App.xml"
install -m 644 installer/linux/io.sevguest.App.metainfo.xml "$share/metainfo/"
install -m 644 icons/sev-guest-configurator.svg "$share/icons/hicolor/scalable/apps/"
install -m 644 LICENSE "$share/doc/sev-guest-configurator/copyright"
install -m 644 THIRD-PARTY.md target/sev-guest-configurator.cdx.json "$share/doc/sev-guest-configurator/"
for size in 16 32 48 64 128 256 512; do
  install -D -m 644 "icons/sev-guest-configurator-$size.png" "$share/icons/hicolor/${size}x$size/apps/sev-guest-configurator.png"
done
cat > "$root/DEBIAN/control" <<CONTROL
Package: sev-guest-configurator
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: SEV Guest Configurator <founders@sevguest.invalid>
Section: admin
Priority: optional
Depends: libc6, libx11-6, libxext6, libxi6, libxrender1, libxtst6, libfreetype6
Recommends: qemu-system-x86, qemu-utils, ovmf
Suggests: virt-viewer | tigervnc-viewer
Installed-Size: $(du -sk "$root" | cut -f1)
Description: prepare, check and start AMD SEV guests
 A form-based editor for libvirt domain XML with AMD SEV launch security:
 imports certificates and session blobs, decodes policies, previews the XML
 and the QEMU command, and starts the guest on this machine.
CONTROL
if command -v desktop-file-validate >/dev/null; then desktop-file-validate "$share"/applications/*.desktop; fi
if command -v appstreamcli >/dev/null; then appstreamcli validate --no-net "$share"/metainfo/*.xml; fi
dpkg-deb --root-owner-group --build "$root" "target/sev-guest-configurator_${version}_$(dpkg --print-architecture).deb"
