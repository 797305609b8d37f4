package dev.synth.base;

import java.util.List;
import java.util.Locale;

/**
 * Something that the user can put right, with the exit code that it ends in.
 *
 * <p>Its message is written for the user: what is wrong, where, and what would be right. It is
 * printed without a stack trace; a bug is any other exception.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  private Problem(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  private Problem(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A mistake on the command line or in the config. */
  public static Problem usage(String format, Object... arguments) {
    return new Problem(ExitCode.USAGE, format(format, arguments));
  }

  /** Data that is missing, malformed, or too little. */
  public static Problem data(String format, Object... arguments) {
    return new Problem(ExitCode.DATA, format(format, arguments));
  }

  /** A machine that lacks what the work needs: a folder, disk, memory, a permission, a lock. */
  public static Problem environment(String format, Object... arguments) {
    return new Problem(ExitCode.ENVIRONMENT, format(format, arguments));
  }

  /** Several problems of one kind, all told at once, under one heading. */
  public static Problem several(ExitCode exitCode, String heading, List<String> problems) {
    return new Problem(exitCode, heading + "\n  " + String.join("\n  ", problems));
  }

  /** Returns the same problem, with the exception that led to it. */
  public Problem causedBy(Throwable cause) {
    return new Problem(exitCode, messageOf(this), cause);
  }

  /** Returns the same problem, told with where it came up. */
  public Problem in(String where) {
    return new Problem(exitCode, where + ": " + messageOf(this), this);
  }

  /** Returns how the command ends. */
  public ExitCode exitCode() {
    return exitCode;
  }

  private static String format(String format, Object... arguments) {
    return arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
  }

  private static String messageOf(Problem problem) {
    String message = problem.getMessage();
    return message == null ? problem.exitCode.name() : message;
  }
}
