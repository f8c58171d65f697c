#!/usr/bin/env python3
"""How long one check of a launch measurement takes as a whole process, beside virt-qemu-sev-validate.

    src/jmh/measurement_verify.py [RUNS]        needs the packaged jar and libvirt's virt-qemu-sev-validate

All programs get the same files and options, run in turn, have to accept, and are timed from start to end: the peer, plain
java -jar, and the command sevguest where the .deb is installed.
"""
import hashlib
import hmac
import base64
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

JAR = pathlib.Path(__file__).parents[2] / "target" / "sev-guest-configurator.jar"
PEER = ["/usr/bin/python3", "/usr/bin/virt-qemu-sev-validate"]
INSTALLED = "/usr/bin/sevguest"
OURS = {"java -jar": ["java", "-jar", str(JAR), "measurement", "verify"]}
if os.path.exists(INSTALLED):
    OURS["sevguest"] = [INSTALLED, "measurement", "verify"]
MIB = 1 << 20
POLICY = 1
API = (1, 51, 3)


def guid(text):
    return uuid.UUID(text).bytes_le


def kernel_table(kernel, initrd, cmdline):
    """The table of kernel hashes that QEMU adds to the measured memory."""
    entries = b"".join(
        guid(name) + (50).to_bytes(2, "little") + hashlib.sha256(content).digest()
        for name, content in (
            ("97d02dd8-bd20-4c94-aa78-e7714d36ab2a", cmdline + b"\0"),
            ("44baf731-3a2f-4bd7-9af1-41e29169781d", initrd),
            ("4de79437-abd2-427f-b835-d5b172d2045b", kernel),
        )
    )
    return guid("9438d606-4f22-4cc9-b479-a793d411fd21") + (168).to_bytes(2, "little") + entries + bytes(8)


def measurement(tik, measured, nonce):
    digest = hashlib.sha256(measured).digest()
    message = bytes([4, *API]) + POLICY.to_bytes(4, "little") + digest + nonce
    return base64.b64encode(hmac.digest(tik, message, "sha256") + nonce).decode()


def options(folder, kernel_mib, initrd_mib):
    """The options of both programs for a guest, whose files are written."""
    source = random.Random(1)
    tik, tek, nonce, firmware = (source.randbytes(size) for size in (16, 16, 16, 4 * MIB))
    files = {"firmware": firmware, "tik": tik, "tek": tek}
    measured, more = firmware, []
    if kernel_mib:
        files |= {"kernel": source.randbytes(kernel_mib * MIB), "initrd": source.randbytes(initrd_mib * MIB)}
        measured += kernel_table(files["kernel"], files["initrd"], b"quiet")
        more = ["--cmdline", "quiet"]
    for name, content in files.items():
        (folder / name).write_bytes(content)
        more += ["--" + name, str(folder / name)]
    numbers = zip(("--api-major", "--api-minor", "--build-id", "--policy"), (*API, POLICY))
    return ["--measurement", measurement(tik, measured, nonce), *more, *(str(word) for pair in numbers for word in pair)]


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start)


def compare(name, words, runs):
    programs = {"virt-qemu-sev-validate": PEER, **OURS}
    times = {program: [] for program in programs}
    for run in range(runs + 1):
        for program, command in programs.items():
            taken = timed(command + words)
            if run > 0:  # the first fills the file cache
                times[program].append(taken)
    medians = {program: statistics.median(taken) for program, taken in times.items()}
    print(f"{name}:")
    for program, median in medians.items():
        print(f"  {program:22} {median:4.0f} ms  {median / medians['virt-qemu-sev-validate']:.2f} times")


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    for needed in (str(JAR), PEER[1]):
        if not os.path.exists(needed):
            sys.exit(f"measurement_verify: {needed} is missing")
    with tempfile.TemporaryDirectory() as folder:
        compare("firmware of 4 MiB", options(pathlib.Path(folder), 0, 0), runs)
        compare("with kernel of 12 and initrd of 64 MiB", options(pathlib.Path(folder), 12, 64), runs)


if __name__ == "__main__":
    main()
