"""Holds the time of two builds of synth against each other, in one run and in turn.

    python3 benchmarks/two_builds.py OLD NEW ROUNDS ARGUMENT...

OLD and NEW are launchers (a distribution's bin/synth, or ./synth of a source tree), ARGUMENT... what
both are called with. OUT among the arguments stands for a folder that is new for each call. Each
launcher runs once unmeasured, since a first call fills caches. Then the two run in turn.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time


def measured(launcher, arguments):
    """Returns wall-clock and processor seconds of a call; a failed gate is no failure."""
    folder = tempfile.mkdtemp()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    call = [launcher] + [folder if each == "OUT" else each for each in arguments]
    done = subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    shutil.rmtree(folder)
    if done.returncode not in (0, 4):
        sys.exit(f"{launcher} ended in {done.returncode}: {done.stderr.decode()}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    """Prints each round, then the means and their ratio."""
    old, new, rounds, arguments = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
    totals = [(old, [0.0, 0.0]), (new, [0.0, 0.0])]
    for launcher, _ in totals:
        measured(launcher, arguments)
    for _ in range(rounds):
        for launcher, total in totals:
            wall, processor = measured(launcher, arguments)
            print(f"{launcher}: {wall:.2f} s, {processor:.2f} s of processor time")
            total[0] += wall
            total[1] += processor
    for at, name in enumerate(("wall clock", "processor")):
        means = [total[at] / rounds for _, total in totals]
        print(f"{name}: {means[0]:.3f} s, {means[1]:.3f} s, ratio {means[1] / means[0]:.2f}")


if __name__ == "__main__":
    main()
