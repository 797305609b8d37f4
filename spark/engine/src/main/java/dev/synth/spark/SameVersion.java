package dev.synth.spark;

import dev.synth.base.Problem;
import dev.synth.internal.base.Version;
import java.io.Serializable;

/** The driver's version of synth, on its way to executors. */
final class SameVersion implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String driver = Version.ofBuild();

  /** Refuses an executor with another version, whose figures might be others. */
  void require() {
    String own = Version.ofBuild();
    if (!own.equals(driver)) {
      throw Problem.environment(
          "an executor has synth %s and the driver has synth %s; give both the same jar",
          own, driver);
    }
  }
}
