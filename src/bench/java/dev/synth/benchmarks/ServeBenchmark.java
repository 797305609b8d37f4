package dev.synth.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.NumberText;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The time that a running {@code synth serve} takes to answer at a given rate of requests, each
 * with one row of a file, see {@link OpenLoad}. Every time is kept, so that the quantiles are
 * exact.
 *
 * <p>Arguments: {@code url=http://127.0.0.1:8080/invocations rows=FILE.csv rate=500 seconds=60
 * warmup=10}; {@code format=json} sends {@code dataframe_records} in place of text with commas;
 * {@code swap=true} has the model read again in the middle; {@code pid=N} prints the server's
 * resident memory at the 100,000th request and at the end, and its processor time for each request;
 * {@code requests=N} takes the place of {@code seconds}. Rows are sent in turn; of a file, {@code
 * most=10000} are taken behind the first {@code skip=0}, which matters where a row may come once,
 * as an event does. {@code table=FILE what=TEXT} puts a line behind a table in Markdown. {@code
 * paths=true} prints the class path and does nothing else, for a script that runs it again and
 * again.
 */
public final class ServeBenchmark {
  private static final double NANOS_A_MILLI = 1e6;
  private static final double MICROS_A_TICK = 1e4;
  private static final int MOST_ROWS = 10_000;
  private static final int EARLY = 100_000;

  /** A rate is sustained where all requests are answered, and 99 of 100 within so many ms. */
  private static final double SUSTAINED_MILLIS = 20;

  private final URI url;
  private final Map<String, String> options;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> notes = new ArrayList<>();

  private ServeBenchmark(Map<String, String> options) {
    this.options = options;
    this.url = URI.create(options.getOrDefault("url", "http://127.0.0.1:8080/invocations"));
  }

  /** Prints counts by status, and quantiles of the accepted and of the refused requests' times. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = Arguments.of(args);
    if (Boolean.parseBoolean(options.get("paths"))) {
      System.out.println(System.getProperty("java.class.path"));
    } else {
      new ServeBenchmark(options).run();
    }
    System.exit(0);
  }

  private void run() throws IOException, InterruptedException {
    double rate = number("rate", 500);
    int warmup = (int) (rate * number("warmup", 10));
    int count = (int) number("requests", rate * number("seconds", 60));
    boolean isJson = options.getOrDefault("format", "csv").equals("json");
    OpenLoad load = new OpenLoad(url, isJson ? "application/json" : "text/csv", bodies(isJson));
    load.run(rate, warmup, sent -> {});
    long before = ticks();
    OpenLoad.LoadResults results = load.run(rate, count, sent -> during(sent, count));
    System.out.println(
        PlainText.of(
            "%.0f requests a second for %.0f s: %d answered, %d refused (503), %d failed",
            rate,
            results.seconds(),
            results.count(200),
            results.count(503),
            count - results.count(200) - results.count(503)));
    long[] answered = results.sorted(200);
    System.out.println("answered, ms:" + quantiles(answered));
    if (results.count(503) > 0) {
      System.out.println("refused, ms: " + quantiles(results.sorted(503)));
    }
    boolean isSustained = answered.length == count && millis(answered, 0.99) <= SUSTAINED_MILLIS;
    System.out.println(
        PlainText.of(
            "sustained (all answered, p99 at most %.0f ms): %s",
            SUSTAINED_MILLIS, isSustained ? "yes" : "no"));
    if (load.again() > 0) {
      System.out.println(
          PlainText.of("sent again, since a kept connection had ended: %d", load.again()));
    }
    if (load.failure() != null) {
      System.out.println("the first failure: " + load.failure());
    }
    notes.forEach(System.out::println);
    double micros = (ticks() - before) * MICROS_A_TICK / count;
    if (options.containsKey("pid")) {
      System.out.println(
          PlainText.of(
              "server: %.0f MB resident at the end, %.0f µs of processor time a request",
              megabytes(), micros));
    }
    if (options.containsKey("table")) {
      addLine(results, answered, count, micros);
    }
  }

  /** One line of the table: what, rate, seconds, refused, failed, quantiles, memory, time. */
  private void addLine(OpenLoad.LoadResults results, long[] answered, int count, double micros)
      throws IOException {
    long refused = results.count(503);
    String line =
        PlainText.of(
            "| %s | %.0f | %.0f | %d of %d | %d | %.2f | %.2f | %.1f | %.1f | %.0f | %.0f |\n",
            options.getOrDefault("what", ""),
            number("rate", 500),
            results.seconds(),
            refused,
            count,
            count - answered.length - refused,
            millis(answered, 0.5),
            millis(answered, 0.99),
            millis(answered, 0.999),
            millis(answered, 1),
            options.containsKey("pid") ? megabytes() : Double.NaN,
            micros);
    Files.writeString(
        Path.of(options.getOrDefault("table", "")),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private double number(String name, double usual) {
    return options.containsKey(name) ? Double.parseDouble(options.get(name)) : usual;
  }

  private List<String> bodies(boolean isJson) throws IOException {
    Path file = Path.of(options.getOrDefault("rows", "rows.csv"));
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String header = Objects.requireNonNull(reader.readLine(), "the names of the columns");
      List<String> rows =
          reader
              .lines()
              .skip((long) number("skip", 0))
              .limit((long) number("most", MOST_ROWS))
              .toList();
      return isJson
          ? rows.stream().map(line -> record(header, line)).toList()
          : new AbstractList<>() {
            @Override
            public String get(int index) {
              return header + "\n" + rows.get(index);
            }

            @Override
            public int size() {
              return rows.size();
            }
          };
    }
  }

  private static String record(String header, String line) {
    String[] names = header.split(",", -1);
    String[] cells = line.split(",", -1);
    ObjectNode body = Json.mapper().createObjectNode();
    ArrayNode records = body.putArray("dataframe_records");
    ObjectNode record = records.addObject();
    for (int i = 0; i < names.length; i++) {
      OptionalDouble number = NumberText.parse(cells[i]);
      if (cells[i].isEmpty()) {
        record.putNull(names[i]);
      } else if (number.isPresent()) {
        record.put(names[i], number.getAsDouble());
      } else if (cells[i].equals("true") || cells[i].equals("false")) {
        record.put(names[i], cells[i].equals("true"));
      } else {
        record.put(names[i], cells[i]);
      }
    }
    return body.toString();
  }

  /** The disturbance beside the load, on a thread of its own. */
  private void during(int sent, int count) {
    if (sent == count / 2 && Boolean.parseBoolean(options.get("swap"))) {
      Thread.startVirtualThread(this::swap);
    }
    if (sent == EARLY && options.containsKey("pid")) {
      notes.add(PlainText.of("server: %.0f MB resident at request %d", megabytes(), EARLY));
    }
  }

  private void swap() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve("/admin/reload"))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      notes.add(PlainText.of("the model was read again in the middle (status %d)", status));
    } catch (IOException e) {
      notes.add("the model could not be read again: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The server's resident memory, as Linux tells it. */
  private double megabytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", options.get("pid"), "status"))) {
        if (line.startsWith("VmRSS:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
      return Double.NaN;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** The server's processor time in hundredths of a second; 0 where it is not asked for. */
  private long ticks() throws IOException {
    if (!options.containsKey("pid")) {
      return 0;
    }
    String stat = Files.readString(Path.of("/proc", options.get("pid"), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]); // utime and stime
  }

  private static String quantiles(long[] sorted) {
    StringBuilder line = new StringBuilder();
    for (double quantile : new double[] {0.5, 0.9, 0.99, 0.999, 1}) {
      line.append(
          PlainText.of(
              "  %s %.2f",
              quantile == 1 ? "max" : PlainText.of("p%s", trimmed(100 * quantile)),
              millis(sorted, quantile)));
    }
    return line.toString();
  }

  private static double millis(long[] sorted, double quantile) {
    int at = (int) Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1);
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, at)] / NANOS_A_MILLI;
  }

  private static String trimmed(double number) {
    return PlainText.of("%.1f", number).replaceFirst("\\.0$", "");
  }
}
