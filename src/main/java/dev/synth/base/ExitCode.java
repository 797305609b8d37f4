package dev.synth.base;

/** The process exit code of a command; the contract that pipelines rely on. */
public enum ExitCode {
  /** Everything that was asked for is done. */
  DONE(0),
  /** A bug of ours. */
  BUG(1),
  /** The command line or the config is wrong. */
  USAGE(2),
  /** The data is missing, malformed, or has too few rare rows. */
  DATA(3),
  /** A validation gate failed; the files are written. */
  GATE(4),
  /** A primary verdict is harm, and {@code --fail-on-harm} was given. */
  HARM(5),
  /** The machine: no suitable JDK, memory, disk, permission, or a lock that is held. */
  ENVIRONMENT(6),
  /** A monitored model raised an alarm, and {@code --fail-on-alarm} was given. */
  ALARM(7),
  /** A retraining kept the old model, and {@code --fail-unless-promoted} was given. */
  KEPT(8),
  /** Interrupted from the keyboard. */
  INTERRUPTED(130),
  /** Terminated by a signal. */
  TERMINATED(143);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** Returns the process exit code. */
  public int code() {
    return code;
  }
}
