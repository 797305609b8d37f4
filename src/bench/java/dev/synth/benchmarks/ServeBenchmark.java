package dev.synth.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.NumberText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * as an event does.
 */
public final class ServeBenchmark {
  private static final double NANOS_A_MILLI = 1e6;
  private static final double MICROS_A_TICK = 1e4;
  private static final int MOST_ROWS = 10_000;
  private static final int EARLY = 100_000;

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
    new ServeBenchmark(Arguments.of(args)).run();
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
    System.out.println("answered, ms:" + quantiles(results.sorted(200)));
    if (results.count(503) > 0) {
      System.out.println("refused, ms: " + quantiles(results.sorted(503)));
    }
    if (load.again() > 0) {
      System.out.println(
          PlainText.of("sent again, since a kept connection had ended: %d", load.again()));
    }
    if (load.failure() != null) {
      System.out.println("the first failure: " + load.failure());
    }
    notes.forEach(System.out::println);
    if (options.containsKey("pid")) {
      System.out.println(
          PlainText.of(
              "server: %.0f MB resident at the end, %.0f µs of processor time a request",
              megabytes(), (ticks() - before) * MICROS_A_TICK / count));
    }
  }

  private double number(String name, double usual) {
    return options.containsKey(name) ? Double.parseDouble(options.get(name)) : usual;
  }

  private List<String> bodies(boolean isJson) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(options.getOrDefault("rows", "rows.csv")));
    String header = lines.getFirst();
    return lines.subList(1, lines.size()).stream()
        .skip((long) number("skip", 0))
        .limit((long) number("most", MOST_ROWS))
        .map(line -> isJson ? record(header, line) : header + "\n" + line)
        .toList();
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
      int at = (int) Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1);
      line.append(
          PlainText.of(
              "  %s %.2f",
              quantile == 1 ? "max" : PlainText.of("p%s", trimmed(100 * quantile)),
              sorted.length == 0 ? Double.NaN : sorted[Math.max(0, at)] / NANOS_A_MILLI));
    }
    return line.toString();
  }

  private static String trimmed(double number) {
    return PlainText.of("%.1f", number).replaceFirst("\\.0$", "");
  }
}
