package dev.synth.spark;

import dev.synth.base.Problem;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaSparkContext;

/** The failures of Spark as problems that people can put right. */
final class Failures {
  private static final String TOO_OLD = "UnsupportedClassVersionError";

  private Failures() {}

  /**
   * Returns the problem behind a failure: the one that an executor met where there is one, else one
   * that begins with what was tried.
   */
  static Problem problem(String tried, Throwable failure) {
    Throwable deepest = failure;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof Problem problem) {
        return problem;
      }
      if (each instanceof VirtualMachineError error && !(each instanceof OutOfMemoryError)) {
        throw error;
      }
      deepest = each;
    }
    String reason = firstLine(failure);
    if (all(failure).contains(TOO_OLD)) {
      return Problem.environment(
              "an executor of Spark runs on a Java older than 21; install JDK 21 or newer there,"
                  + " and name it: --conf spark.executorEnv.JAVA_HOME=FOLDER")
          .causedBy(failure);
    }
    String own = firstLine(deepest);
    return Problem.environment("%s: %s", tried, own.isEmpty() ? reason : own).causedBy(failure);
  }

  /** Returns the problem of a job that was given up. */
  static Problem gaveUp(ExecutionException failure) {
    Throwable cause = failure.getCause();
    return problem("Spark gave up", cause == null ? failure : cause);
  }

  /**
   * Returns a failure of a job, or the problem that Spark has ended this application, as it does
   * where no master answers.
   */
  static RuntimeException told(JavaSparkContext spark, Exception failure) {
    return told(spark.sc().isStopped(), spark.master(), failure);
  }

  /** The same, given whether the application has ended. */
  static RuntimeException told(boolean hasEnded, String master, Exception failure) {
    if (hasEnded) {
      return Problem.environment(
              "Spark at %s has ended this application, or no master answers there; look at its"
                  + " page or log, or name another with --master",
              master)
          .causedBy(failure);
    }
    // Spark's own are checked ones that no signature names
    return failure instanceof RuntimeException own ? own : problem("Spark gave up", failure);
  }

  private static String all(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append(each).append('\n');
    }
    return text.toString();
  }

  private static String firstLine(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName())
        .lines()
        .findFirst()
        .orElse("");
  }
}
