package dev.synth.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commands of synth in processes of their own: plain, on Spark here, and by {@code spark-submit}.
 */
final class Commands {
  static final Path SPARK = Path.of(System.getProperty("spark.dist")).normalize();
  private static final String MAIN = "dev.synth.internal.cli.Main";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final long LOOK_MILLIS = 20;

  private Commands() {}

  /** How a command ended. */
  record Ended(int code, String out, String err) {}

  /** Runs the local tool: of the distribution where it is built, else the same classes here. */
  static Ended plain(Path folder, String... arguments) {
    Path own = Path.of(System.getProperty("synth.dist")).normalize().resolve("lib");
    String classPath =
        Files.exists(own.resolve("synth.jar"))
            ? own + "/*"
            : SPARK + "/lib/*:" + SPARK + "/spark/*";
    return run(folder, Map.of(), line(List.of(), classPath, arguments));
  }

  /** Runs on Spark in one process, with its own Jackson and the options of the launcher. */
  static Ended spark(Path folder, Map<String, String> conf, String... arguments) {
    return run(folder, Map.of(), sparkLine(conf, arguments));
  }

  private static List<String> sparkLine(Map<String, String> conf, String... arguments) {
    List<String> options = new ArrayList<>();
    conf.forEach((key, value) -> options.add("-D" + key + "=" + value));
    for (String each :
        List.of(
            "lang", "lang.invoke", "lang.reflect", "io", "net", "nio", "util", "util.concurrent")) {
      options.add("--add-opens=java.base/java." + each + "=ALL-UNNAMED");
    }
    options.add("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    options.add("-Dlog4j2.configurationFile=classpath:dev/synth/spark/log4j2.properties");
    String tests = System.getProperty("test.classes"); // which have a file system
    return line(options, SPARK + "/lib/*:" + SPARK + "/spark/*:" + tests, arguments);
  }

  /** Starts a command on Spark in one process, and kills it as soon as something is there. */
  static void killWhen(
      BooleanSupplier isThere, Path folder, Map<String, String> conf, String... arguments)
      throws IOException {
    Process process =
        new ProcessBuilder(sparkLine(conf, arguments))
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("killed.err").toFile())
            .start();
    try {
      while (!isThere.getAsBoolean()) {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new AssertionError("it ended by itself: " + text(folder.resolve("killed.err")));
        }
      }
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Runs by a Spark distribution's own {@code spark-submit}. */
  static Ended submit(Path home, Path folder, List<String> options, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(home.resolve("bin/spark-submit").toString());
    line.addAll(options);
    line.addAll(List.of("--class", MAIN, "--jars", ordinaryJars()));
    line.add(SPARK.resolve("lib/synth-spark.jar").toString());
    line.addAll(List.of(arguments));
    return run(
        folder,
        Map.of("SPARK_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home")),
        line);
  }

  private static String ordinaryJars() {
    try (Stream<Path> jars = Files.list(SPARK.resolve("lib"))) {
      return jars.map(Path::toString)
          .filter(name -> name.endsWith(".jar") && !name.endsWith("synth-spark.jar"))
          .sorted()
          .collect(Collectors.joining(","));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> line(List<String> options, String classPath, String... arguments) {
    List<String> line = new ArrayList<>(List.of(JAVA, "-Xmx1g", "-XX:+UseSerialGC"));
    line.add("--enable-native-access=ALL-UNNAMED");
    line.addAll(options);
    line.addAll(List.of("-cp", classPath, MAIN));
    line.addAll(List.of(arguments));
    return line;
  }

  private static Ended run(Path folder, Map<String, String> environment, List<String> line) {
    try {
      Path out = Files.createTempFile(folder, ".out", null);
      Path err = Files.createTempFile(folder, ".err", null);
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().remove("SPARK_HOME");
      builder.environment().putAll(new HashMap<>(environment));
      int code = builder.start().waitFor();
      Ended ended = new Ended(code, text(out), text(err));
      Files.delete(out);
      Files.delete(err);
      return ended;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** Fits a model of the small table, which hands the hour on. */
  static void fitAModel(Path folder, String name) throws IOException {
    writeRows(folder);
    Files.writeString(
        folder.resolve("fit.yaml"),
        """
        data: {source: rows.csv, label: fraud, positive: 1, exclude: [hour]}
        generator: {kind: smote}
        augmentation: {ratio: 0.2}
        evaluation: {repeats: 1, classifiers: [{kind: xgboost, trees: 20}]}
        """);
    Ended ended = plain(folder, "fit", "-c", "fit.yaml", "--to", name, "--quiet");
    if (ended.code() != 0) {
      throw new AssertionError(ended.err());
    }
  }

  /** Writes a small table. */
  static void writeRows(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("amount,hour,channel,fraud\n");
    for (int row = 0; row < 900; row++) {
      boolean rare = row % 9 == 0;
      double amount = 20 + 7919 * row % 991 / 10.0 * (rare ? 4 : 1);
      rows.append(
          String.format(
              Locale.ROOT,
              "%.2f,%d,%s,%d%n",
              amount,
              (row * 31) % (rare ? 8 : 24),
              row % 7 < (rare ? 5 : 2) ? "web" : "shop",
              rare ? 1 : 0));
    }
    Files.writeString(folder.resolve("rows.csv"), rows);
  }

  /** Writes a small table and a config, and makes a run of them. */
  static void makeARun(Path folder, String name) throws IOException {
    writeRows(folder);
    Files.writeString(
        folder.resolve("run.yaml"),
        """
        data: {source: rows.csv, label: fraud, positive: 1}
        generator: {kind: vae, steps: 200, hidden: [16], latent_dimension: 3}
        validation: {preset: lenient}
        """);
    Ended ended =
        plain(folder, "generate", "-c", "run.yaml", "--run-name", name, "--force", "--quiet");
    if (ended.code() != 0 && ended.code() != 4) { // 4: a gate of these made-up rows
      throw new AssertionError(ended.err());
    }
  }
}
