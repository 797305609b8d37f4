package dev.synth.internal.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings on a machine: what it has of what synth needs.
 *
 * @param checks one of each topic, in their order
 */
public record Checkup(List<Check> checks) {
  /** The topic of a check. */
  public enum Topic {
    /** The version of synth. */
    VERSION,
    /** The Java virtual machine. */
    JDK,
    /** Operating system and processor. */
    SYSTEM,
    /** The number of fits that can run side by side. */
    PROCESSORS,
    /** The memory that the Java virtual machine may use. */
    MEMORY,
    /** The engine of networks, and its threads. */
    NETWORKS,
    /** The GPU that networks run on, if any. */
    GPU,
    /** The kernel of the BLAS library. */
    KERNEL,
    /** The library that reads and writes tables. */
    TABLES,
    /** The folder that runs go to. */
    FOLDER
  }

  /** The result of a check. */
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
   * @param status the outcome
   * @param found what is there; empty where it is missing
   * @param reason the machine's own message, or null
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
