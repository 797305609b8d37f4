package dev.synth.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine has of what synth needs.
 *
 * @param checks one of each topic, in their order
 */
public record Checkup(List<Check> checks) {
  /** What is looked at. */
  public enum Topic {
    /** The version of synth. */
    VERSION,
    /** The Java virtual machine. */
    JDK,
    /** Operating system and processor. */
    SYSTEM,
    /** How many fits can run side by side. */
    PROCESSORS,
    /** What the Java virtual machine may use. */
    MEMORY,
    /** Where networks run, and with how many threads. */
    NETWORKS,
    /** The kernel of the BLAS library. */
    KERNEL,
    /** What reads and writes tables. */
    TABLES,
    /** The folder that runs go to. */
    FOLDER
  }

  /** What came of a look. */
  public enum Status {
    /** It is there. */
    OK,
    /** It is there, and worth a word. */
    NOTE,
    /** It is needed, and missing. */
    MISSING
  }

  /**
   * One look.
   *
   * @param topic what was looked at
   * @param status what came of it
   * @param found what is there; empty where it is missing
   * @param reason what the machine said of it, or null
   */
  public record Check(Topic topic, Status status, String found, @Nullable String reason) {}

  public Checkup {
    checks = List.copyOf(checks);
  }

  /** Returns whether something that is needed is missing. */
  public boolean isAnythingMissing() {
    return checks.stream().anyMatch(check -> check.status() == Status.MISSING);
  }
}
