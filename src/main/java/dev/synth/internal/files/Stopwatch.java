package dev.synth.internal.files;

/** Wall-clock time since its start; for provenance alone. */
public record Stopwatch(long startedNanos) {
  private static final double NANOS_PER_SECOND = 1e9;

  public static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  /** Returns the seconds since the start, to the millisecond. */
  public double seconds() {
    double spent = (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
    return Math.round(spent * 1000) / 1000.0;
  }
}
