"""How long programs take from their start until their window shows something, on one display.

    first_paint.py RUNS PROGRAM... -- PROGRAM...[ -- PEER...]      the last is the one to compare with; needs DISPLAY, a window manager, nothing else on it

The programs run in turn and are ended as soon as they have painted. A window counts as painted when it is listed by
the window manager (_NET_CLIENT_LIST) and the words of its menu bar can be seen: the first 32 rows below the title bar
have at least eight colors, while an area filled with its background has one. Both programs put a whole window on the
display at once, so that the rest of it is there too. The rows are looked at every four milliseconds, by X11 itself (the
protocol's GetImage): the same observer times both programs to the same event.
"""
import contextlib
import os
import signal
import socket
import statistics
import struct
import subprocess
import sys
import time

COLOURS = 8
MENU_BAR_ROWS = 32
EVERY_ROW = 4
LOOK_EVERY_S = 0.004
PATIENCE_S = 60


class Display:
    """As much of X11 as it takes to list the windows and to look at one."""

    GET_GEOMETRY, INTERN_ATOM, GET_PROPERTY, GET_IMAGE = 14, 16, 20, 73
    Z_PIXMAP = 2
    WINDOW = 33

    def __init__(self, number):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(f"/tmp/.X11-unix/X{number}")
        self.socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        welcome, words = struct.unpack("<BxxxxxH", self._read(8))
        setup = self._read(4 * words)
        if welcome != 1:
            sys.exit(f"first-paint: display :{number} refuses")
        vendor = (struct.unpack_from("<H", setup, 16)[0] + 3) // 4 * 4
        self.root = struct.unpack_from("<I", setup, 32 + vendor + 8 * setup[21])[0]
        name = b"_NET_CLIENT_LIST"
        request = struct.pack("<BxHHxx", self.INTERN_ATOM, 2 + len(name) // 4, len(name)) + name
        self.client_list = struct.unpack_from("<I", self._ask(request), 8)[0]

    def windows(self):
        """The windows that the window manager lists."""
        reply = self._ask(struct.pack("<BxHIIIII", self.GET_PROPERTY, 6, self.root, self.client_list, self.WINDOW, 0, 64))
        count = struct.unpack_from("<I", reply, 16)[0]
        return struct.unpack_from(f"<{count}I", reply, 32)

    def colors(self, window):
        """How many colors the menu bar of a window has; 0 while it cannot be seen."""
        geometry = self._ask(struct.pack("<BxHI", self.GET_GEOMETRY, 2, window))
        if geometry is None:
            return 0
        width = struct.unpack_from("<H", geometry, 16)[0]
        colors = set()
        for y in range(EVERY_ROW // 2, MENU_BAR_ROWS, EVERY_ROW):
            row = self._ask(struct.pack("<BBHIhhHHI", self.GET_IMAGE, self.Z_PIXMAP, 5, window, 0, y, width, 1, 0xFFFFFF))
            if row is None:
                return 0
            colors.update(struct.unpack_from(f"<{width}I", row, 32))
        return len(colors)

    def _ask(self, request):
        """The reply; None where the display answers with an error (the window is gone, or not visible)."""
        self.socket.sendall(request)
        head = self._read(32)
        return None if head[0] == 0 else head + self._read(4 * struct.unpack_from("<I", head, 4)[0])

    def _read(self, size):
        data = b""
        while len(data) < size:
            data += self.socket.recv(size - len(data))
        return data


def until(condition, what):
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"first-paint: waited {PATIENCE_S} s for {what}")
        time.sleep(LOOK_EVERY_S)


def first_paint(display, program):
    """Milliseconds from the start of a program to its first paint; the program is ended then."""
    start = time.monotonic()
    process = subprocess.Popen(
        program, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    until(lambda: any(display.colors(window) >= COLOURS for window in display.windows()), program[0])
    milliseconds = 1000 * (time.monotonic() - start)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    until(lambda: not display.windows(), f"the end of {program[0]}")
    return milliseconds


def main(runs, *words):
    programs = [[]]
    for word in words:
        if word == "--":
            programs.append([])
        else:
            programs[-1].append(word)
    display = Display(os.environ["DISPLAY"].lstrip(":"))
    for program in programs:
        first_paint(display, program)  # fills the file cache
    times = [[] for _ in programs]
    for _ in range(int(runs)):
        for program, taken in zip(programs, times):
            taken.append(first_paint(display, program))
    peer = statistics.median(times[-1])
    for program, taken in zip(programs, times):
        median = statistics.median(taken)
        spread = " ".join(f"{ms:.0f}" for ms in sorted(taken))
        print(f"{median:6.0f} ms  {median / peer:5.2f} times  {' '.join(program)}  ({spread})")


main(*sys.argv[1:])
