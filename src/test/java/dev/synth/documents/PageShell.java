package dev.synth.documents;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A shell in a folder of its own, in which {@code synth} and {@code ./synth} are the classes that
 * this test runs with, and {@code configs} is there.
 */
final class PageShell {
  private static final int PATIENCE_MINUTES = 5;
  private static final String ADDED = "SYNTH_ADDED";

  private final Path folder;

  /**
   * Prepares the folder.
   *
   * @param folder empty
   */
  PageShell(Path folder) throws IOException {
    this.folder = folder;
    Path script = folder.resolve("synth");
    Files.writeString(script, script());
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
    Path configs = Files.createDirectory(folder.resolve("configs"));
    try (Stream<Path> files = Files.list(Path.of("configs"))) {
      for (Path file : files.toList()) {
        Files.copy(file, configs.resolve(file.getFileName().toString()));
      }
    }
  }

  /** Runs the tool; what is to be added goes to commands that take settings alone. */
  private static String script() {
    String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    String classes =
        Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .reduce((before, after) -> before + File.pathSeparator + after)
            .orElseThrow();
    return """
    #!/bin/sh
    case "$1 $* " in
      generate*" --config "* | evaluate* | compare* | augment* | fit*)
        eval "set -- \\"\\$@\\" $SYNTH_ADDED" ;;
    esac
    exec '%s' --enable-native-access=ALL-UNNAMED -Xmx700m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
      -Xshare:auto ${SYNTH_JAVA_OPTS:-} -cp '%s' dev.synth.internal.cli.Main "$@"
    """
        .formatted(java, classes);
  }

  /**
   * The end of a command.
   *
   * @param code its exit code
   * @param out what it printed
   * @param err what it told
   */
  record Ended(int code, String out, String err) {}

  /**
   * Runs a line as {@code sh} reads it.
   *
   * @param added arguments for commands of synth that read a config
   */
  Ended run(String line, String added) throws IOException, InterruptedException {
    Path out = Files.createTempFile("page", ".out");
    Path err = Files.createTempFile("page", ".err");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    Map<String, String> environment = builder.environment();
    environment.put("PATH", folder + File.pathSeparator + environment.get("PATH"));
    environment.put(ADDED, added);
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.remove("SYNTH_JAVA_OPTS");
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException(
          "runs for more than " + PATIENCE_MINUTES + " minutes: " + line);
    }
    Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  void write(String file, List<String> lines) throws IOException {
    Path to = folder.resolve(file);
    Path parent = to.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(to, lines, StandardCharsets.UTF_8);
  }

  /**
   * Returns the shown lines that are not there, in order, each after the one before. Within a line
   * {@code …} stands for any text.
   */
  static List<String> missing(List<String> shown, String printed) {
    List<String> lines = printed.lines().map(String::stripTrailing).toList();
    List<String> missing = new ArrayList<>();
    int at = 0;
    for (String line : shown) {
      if (line.equals("…") || line.isBlank()) {
        continue;
      }
      int found = at;
      while (found < lines.size() && !isShownBy(line.stripTrailing(), lines.get(found))) {
        found++;
      }
      if (found == lines.size()) {
        missing.add(line);
      } else {
        at = found + 1;
      }
    }
    return missing;
  }

  private static boolean isShownBy(String shown, String line) {
    String anyText = "\\Q" + shown.replace("…", "\\E.*\\Q") + "\\E";
    return shown.contains("…") ? Pattern.matches(anyText, line) : shown.equals(line);
  }
}
