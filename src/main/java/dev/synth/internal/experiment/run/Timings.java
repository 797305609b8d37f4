package dev.synth.internal.experiment.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Wall-clock time by stage; goes into {@code provenance.json} and nowhere else. */
public final class Timings {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** Runs a stage and adds its time. */
  public <T> T measure(String stage, Supplier<T> work) {
    long started = System.nanoTime();
    try {
      return work.get();
    } finally {
      double spent = (System.nanoTime() - started) / NANOS_PER_SECOND;
      seconds.merge(stage, Math.round(spent * 1000) / 1000.0, Double::sum);
    }
  }

  /** Runs a stage that returns nothing, and adds its time. */
  public void measure(String stage, Runnable work) {
    measure(
        stage,
        () -> {
          work.run();
          return stage;
        });
  }

  /** Returns seconds by stage, in the order of the stages. */
  Map<String, Double> seconds() {
    return new LinkedHashMap<>(seconds);
  }
}
