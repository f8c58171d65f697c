# shellcheck shell=bash
# Sourced by run.sh, test.sh and package.sh: installs missing packages, and asks first unless run as root.
# Uses apt-get on Debian and Ubuntu, and dnf on Fedora. The package names of Fedora are from its package lists, untested.

# need PROGRAM-OR-FILE DEBIAN-PACKAGE FEDORA-PACKAGE: records the package of a missing program or file.
# Of several packages separated by |, the first one that the distribution has is used.
missing=()
need() {
  if [[ $1 == /* ]]; then [[ -e $1 ]] && return; else command -v "$1" >/dev/null && return; fi
  if command -v apt-get >/dev/null; then missing+=("$2"); else missing+=("$3"); fi
}

# need_python MODULE DEBIAN-PACKAGE FEDORA-PACKAGE: the same for a module of the distribution's Python.
need_python() {
  if /usr/bin/python3 -c "import $1" 2>/dev/null; then return; fi
  need "the Python module $1" "$2" "$3"
}

# jdk_number: prints the version of the installed JDK, such as 17, or 0 without one. A JRE has java, but no javac.
jdk_number() {
  local javac number release
  javac=$(readlink -f "$(command -v javac)" || true)
  release=${javac%/bin/javac}/release
  # Reading the release file is fast; starting javac takes as long as starting the window.
  if [[ -n $javac && -e $release ]]; then
    number=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
  else
    number=$(javac -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  echo "${number:-0}"
}

# jdk_has_windows: succeeds if the installed JDK can open windows; a headless one lacks a library.
jdk_has_windows() {
  local javac
  javac=$(readlink -f "$(command -v javac)")
  [[ -e ${javac%/bin/javac}/lib/libawt_xawt.so ]]
}

# packaging_jdk: prints the home of the newest JDK with jpackage in JDK25_HOME, JAVA_HOME and /usr/lib/jvm.
packaging_jdk() {
  local home number best="" most=0
  for home in "${JDK25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [[ -n $home && -x $home/bin/jpackage && -e $home/release ]]; then
      number=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
      if [[ ${number:-0} -gt $most ]]; then best=$home most=$number; fi
    fi
  done
  echo "$best"
}

need_to_build() {
  if [[ $(jdk_number) -lt 17 ]] || ! jdk_has_windows; then
    need "a JDK" "openjdk-17-jdk|default-jdk" "java-17-openjdk-devel|java-latest-openjdk-devel"
  fi
  need mvn maven maven
}

need_to_launch() {
  need qemu-system-x86_64 qemu-system-x86 qemu-system-x86-core
  need qemu-img qemu-utils qemu-img
  if [[ ! -e /usr/share/OVMF/OVMF_CODE_4M.fd ]]; then need /usr/share/qemu/firmware ovmf edk2-ovmf; fi
}

need_to_make_man_pages() {
  need asciidoctor asciidoctor rubygem-asciidoctor
}

need_to_test() {
  need virsh libvirt-clients libvirt-client
  # The test driver of virsh is in libvirt's own library; the schemas are in the daemon's package.
  need /usr/share/libvirt/schemas/domain.rng libvirt0 libvirt-libs
  # libvirt's tool for checking launch measurements, with the modules that its package does not depend on.
  need /usr/bin/virt-qemu-sev-validate libvirt-clients-qemu libvirt-client-qemu
  need_python cryptography python3-cryptography python3-cryptography
  need_python lxml python3-lxml python3-lxml
  need openssl openssl openssl
  need /usr/bin/kill procps procps-ng
  need xmllint libxml2-utils libxml2
  need man man-db man-db
  need Xvfb xvfb xorg-x11-server-Xvfb
  need openbox openbox openbox
  need xdpyinfo x11-utils xdpyinfo
}

# first_of PACKAGE|PACKAGE…: prints the first one that the distribution has.
first_of() {
  local -a names
  local name
  IFS='|' read -ra names <<<"$1"
  for name in "${names[@]}"; do
    if command -v apt-cache >/dev/null; then
      if apt-cache show "$name" >/dev/null 2>&1; then echo "$name" && return; fi
    elif dnf -q info "$name" >/dev/null 2>&1; then
      echo "$name" && return
    fi
  done
  echo "${names[0]}"
}

install_missing() {
  if [[ ${#missing[@]} -eq 0 ]]; then return; fi
  if ! command -v apt-get >/dev/null && ! command -v dnf >/dev/null; then
    printf '%s\n' "Neither apt-get nor dnf is installed. Install these packages (Fedora names) and start again: ${missing[*]//|/ or }" >&2
    exit 3
  fi
  local as_root=() packages=() wanted
  if [[ $EUID -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
      echo "sudo is not installed. Install these packages as root and start again: ${missing[*]//|/ or }" >&2
      exit 3
    fi
    as_root=(sudo)
    printf 'These packages are missing: %s\nInstall them with sudo? [y/N] ' "${missing[*]//|/ or }"
    local answer=""
    read -r answer || true
    if [[ ! $answer =~ ^[yY] ]]; then
      echo "The packages were not installed. Install them yourself and start again." >&2
      exit 3
    fi
  fi
  if command -v apt-get >/dev/null; then
    "${as_root[@]}" apt-get update -q
    mapfile -t packages < <(for wanted in "${missing[@]}"; do first_of "$wanted"; done)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
  else
    mapfile -t packages < <(for wanted in "${missing[@]}"; do first_of "$wanted"; done)
    "${as_root[@]}" dnf install -y "${packages[@]}"
  fi
}
