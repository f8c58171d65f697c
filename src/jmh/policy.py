#!/usr/bin/env python3
"""How long one `sevguest policy 0x3` takes as a whole process, beside `virt-qemu-sev-validate --help`.

    src/jmh/policy.py [RUNS]        needs the packaged jar and libvirt's virt-qemu-sev-validate

Plain java -jar, and the command sevguest where the .deb is installed, run in turn with the peer.
"""
import sys

import measurement_verify

measurement_verify.OURS = {
    name: command[: command.index("measurement")] + ["policy", "0x3"] for name, command in measurement_verify.OURS.items()
}
measurement_verify.PEER += ["--help"]
measurement_verify.compare("policy 0x3", [], int(sys.argv[1]) if len(sys.argv) > 1 else 21)
