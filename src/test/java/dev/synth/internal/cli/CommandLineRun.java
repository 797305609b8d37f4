package dev.synth.internal.cli;

import dev.synth.base.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A command run inside the test's JVM, and what it printed.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int code, String out, String err) {
  /** Runs a command; numbers and paths are given as they are. */
  static CommandLineRun of(Object... args) {
    return under(new Cancellation(), args);
  }

  /** Runs a command that is there in words. */
  static CommandLineRun of(String[] words) {
    return of((Object[]) words);
  }

  /** Runs a command of a config that writes below a folder. */
  static CommandLineRun withConfig(String command, Path config, Path out, String... options) {
    return of(
        Stream.concat(Stream.of(command, "--config", config, "--out", out), Stream.of(options))
            .toArray());
  }

  /** Runs a command that can be told to stop. */
  static CommandLineRun under(Cancellation cancellation, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            cancellation,
            Stream.of(args).map(String::valueOf).toArray(String[]::new));
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
