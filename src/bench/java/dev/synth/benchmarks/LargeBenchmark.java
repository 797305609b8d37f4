package dev.synth.benchmarks;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures what commands cost on tables that fit no memory: seconds, processor seconds and peak
 * memory, each in a process of its own by {@code ./synth}.
 *
 * <p>Arguments: {@code rows=5000000 majority=200000 heap=1g jobs=2 engine=local
 * what=select,features,validate,generate folder=large}. Demo rows are made as Parquet files of a
 * million each in the folder, and kept: one million is simulated, the others are the same with
 * later times and other transactions and cards. {@code features} selects with windows of a card and
 * of a category, which is a hot key; {@code generate} draws as many rows from a small SMOTE run
 * into a folder, and {@code validate} judges as many beside the frauds of all files. Linux alone,
 * whose {@code /proc} is read.
 */
public final class LargeBenchmark {
  private static final int ROWS_A_FILE = 1_000_000;
  private static final long LOOK_MILLIS = 50;

  /** The kernel's unit of processor time, which is 1/100 s on all that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private static final String DATA =
      "data: {source: '%s/day-*.parquet', label: fraud, positive: 1, time: timestamp, exclude:"
          + " [transaction_id, card_id]}\nsplit: {method: time, validation: 0.1, test: 0.1}\n"
          + "generator: {kind: mgs}\n";

  private static final String FEATURES =
      """
      features:
        event_id: transaction_id
        forget: 30d
        entities:
          card_id:
            - time-since-last
            - {count: [1h, 1d, 7d]}
            - {mean: {of: amount, over: [7d, last 5]}}
            - {distinct: {of: merchant_category, over: 7d}}
          merchant_category:
            - {count: [1h]}
            - {ratio_to_mean: {of: amount, over: 1d}}
      """;

  /** The exit code of {@code validate} when rows fail a gate, which they may here. */
  private static final int FAILED_GATE = 4;

  private final Map<String, String> arguments;
  private final Path folder;
  private final int rows;

  private LargeBenchmark(Map<String, String> arguments) {
    this.arguments = arguments;
    this.folder = Path.of(arguments.getOrDefault("folder", "large")).toAbsolutePath();
    this.rows = Integer.parseInt(arguments.getOrDefault("rows", "5000000"));
  }

  /**
   * Measures.
   *
   * @throws IOException if files can't be written, or a command fails
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    new LargeBenchmark(Arguments.of(args)).run();
  }

  private void run() throws IOException, InterruptedException, SQLException {
    Files.createDirectories(folder);
    makeRows();
    System.out.println("what, rows, engine, seconds, processor seconds, peak memory");
    for (String what :
        arguments.getOrDefault("what", "select,features,validate,generate").split(",", -1)) {
      measure(what);
    }
  }

  private void makeRows() throws IOException, InterruptedException, SQLException {
    Path first = day(0);
    if (!Files.exists(first)) {
      synth(List.of("demo", "--rows", ROWS_A_FILE, "--quiet", first));
    }
    try (Duck duck = Duck.open(false)) {
      for (int file = 0; file * (long) ROWS_A_FILE < rows; file++) {
        Path to = day(file);
        if (!Files.exists(to)) {
          duck.execute(
              PlainText.of(
                  "COPY (SELECT * REPLACE (transaction_id || '-%d' AS transaction_id,"
                      + " card_id || '-%d' AS card_id, timestamp + INTERVAL %d DAY AS timestamp)"
                      + " FROM read_parquet('%s')) TO '%s' (FORMAT parquet)",
                  file, file % 5, 30 * file, first, to));
        }
      }
    }
  }

  private void measure(String what) throws IOException, InterruptedException {
    Path config = folder.resolve(what + ".yaml");
    String data = PlainText.of(DATA, folder);
    switch (what) {
      case "select" -> {
        Files.writeString(config, data);
        tell(what, synth(select(config, what)));
      }
      case "features" -> {
        Files.writeString(config, data + FEATURES);
        tell(what, synth(select(config, what)));
      }
      case "generate" -> tell(what, synth(generate(engine(), folder.resolve("rows.parquet"))));
      case "validate" -> {
        Path drawn = folder.resolve("drawn.parquet");
        if (!Files.exists(drawn)) {
          synth(generate("", drawn));
        }
        List<Object> line = new ArrayList<>(List.of("validate", "--engine", engine()));
        line.addAll(List.of("--real", folder.resolve("day-*.parquet")));
        line.addAll(List.of("--out", folder.resolve("judged"), "--overwrite"));
        line.addAll(List.of("--label", "fraud", "--positive", "1", "--synthetic", drawn));
        tell(what, synth(line));
      }
      default -> throw new IllegalArgumentException("what=" + what);
    }
  }

  private List<Object> generate(String engine, Path to) throws IOException, InterruptedException {
    Path run = folder.resolve("synthetic-out/small");
    if (!Files.exists(run)) {
      Path config = folder.resolve("small.yaml");
      Files.writeString(config, "data: {source: demo}\ngenerator: {kind: smote}\n");
      synth(
          List.of(
              "generate", "--config", config, "--out", folder, "--run-name", "small", "--force"));
    }
    List<Object> line = new ArrayList<>(List.of("generate", "--from", run));
    line.addAll(List.of("--rows", rows, "--to", to, "--overwrite"));
    if (!engine.isEmpty()) {
      line.addAll(List.of("--engine", engine, "--jobs", jobs()));
    }
    return line;
  }

  private Path day(int file) {
    return folder.resolve(PlainText.of("day-%03d.parquet", file));
  }

  private String jobs() {
    return arguments.getOrDefault("jobs", "2");
  }

  private List<Object> select(Path config, String what) {
    String majority = arguments.getOrDefault("majority", "200000");
    List<Object> line = new ArrayList<>(List.of("select", "--config", config, "--overwrite"));
    line.addAll(List.of("--majority", majority, "--to", folder.resolve("selected-" + what)));
    line.addAll(List.of("--engine", engine(), "--jobs", jobs()));
    return line;
  }

  private String engine() {
    return arguments.getOrDefault("engine", "local");
  }

  private record Cost(double seconds, double processor, double megabytes) {}

  private void tell(String what, Cost cost) {
    System.out.println(
        PlainText.of(
            "%s, %,d, %s, %.0f, %.0f, %.0f MB",
            what, rows, engine(), cost.seconds, cost.processor, cost.megabytes));
  }

  private Cost synth(List<Object> words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("./synth"));
    words.forEach(word -> line.add(String.valueOf(word)));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("err.txt").toFile());
    builder.environment().put("SYNTH_JAVA_OPTS", "-Xmx" + arguments.getOrDefault("heap", "1g"));
    Instant begun = Instant.now();
    Process process = builder.start();
    double processor = 0;
    double peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      processor = Math.max(processor, processor(process.pid()));
      peak = Math.max(peak, peak(process.pid()));
    }
    if (process.exitValue() != 0 && process.exitValue() != FAILED_GATE) {
      throw new IOException(Files.readString(folder.resolve("err.txt")));
    }
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    return new Cost(seconds, processor, peak / 1024);
  }

  /** Returns the processor seconds so far, of user and system. */
  private static double processor(long process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    } catch (IOException e) {
      return 0; // it has ended
    }
  }

  /** Returns the largest resident memory so far, in kB. */
  private static double peak(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // it has ended
    }
  }
}
