package dev.synth.benchmarks;

import dev.synth.internal.base.PlainText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a running {@code synth serve} takes to answer at a given rate of requests.
 *
 * <p>The load is open: requests are due at fixed times, whether earlier ones have been answered or
 * not, and a request's time runs from when it was due. Every time is kept, so that the quantiles
 * are exact. Arguments: {@code url=http://127.0.0.1:8080 rows=FILE.csv rate=500 seconds=60
 * warmup=10}; each request has one row of the file.
 */
public final class ServeBenchmark {
  private static final double NANOS = 1e9;
  private static final double NANOS_A_MILLI = 1e6;
  private static final int FAILED = -1;
  private static final int MOST_ROWS = 10_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newFixedThreadPool(1))
          .build();
  private final List<HttpRequest> requests;

  private ServeBenchmark(String url, Path rows) throws IOException {
    List<String> lines = Files.readAllLines(rows);
    requests = new ArrayList<>();
    for (String line : lines.subList(1, Math.min(lines.size(), 1 + MOST_ROWS))) {
      requests.add(
          HttpRequest.newBuilder(URI.create(url + "/invocations"))
              .timeout(Duration.ofSeconds(30))
              .header("Content-Type", "text/csv")
              .POST(HttpRequest.BodyPublishers.ofString(lines.getFirst() + "\n" + line))
              .build());
    }
  }

  /** Prints counts by status, and quantiles of the accepted requests' times. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = Arguments.of(args);
    ServeBenchmark benchmark =
        new ServeBenchmark(
            options.getOrDefault("url", "http://127.0.0.1:8080"),
            Path.of(options.getOrDefault("rows", "rows.csv")));
    double rate = Double.parseDouble(options.getOrDefault("rate", "500"));
    benchmark.load(rate, Double.parseDouble(options.getOrDefault("warmup", "10")), false);
    benchmark.load(rate, Double.parseDouble(options.getOrDefault("seconds", "60")), true);
    System.exit(0);
  }

  private void load(double rate, double seconds, boolean shown) throws InterruptedException {
    int count = (int) (rate * seconds);
    long[] nanos = new long[count];
    AtomicIntegerArray status = new AtomicIntegerArray(count);
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        long due = start + (long) (i / rate * NANOS);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        int number = i;
        senders.execute(
            () -> {
              status.set(number, send(requests.get(number % requests.size())));
              nanos[number] = System.nanoTime() - due;
            });
      }
    }
    if (shown) {
      print(rate, (System.nanoTime() - start) / NANOS, nanos, status);
    }
  }

  private int send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private static void print(double rate, double seconds, long[] nanos, AtomicIntegerArray status) {
    List<Long> accepted = new ArrayList<>();
    int refused = 0;
    int failed = 0;
    for (int i = 0; i < nanos.length; i++) {
      switch (status.get(i)) {
        case 200 -> accepted.add(nanos[i]);
        case 503 -> refused++;
        default -> failed++;
      }
    }
    System.out.println(
        PlainText.of(
            "%.0f requests a second for %.0f s: %d answered, %d refused (503), %d failed",
            rate, seconds, accepted.size(), refused, failed));
    long[] sorted = accepted.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    StringBuilder line = new StringBuilder("milliseconds:");
    for (double quantile : new double[] {0.5, 0.9, 0.99, 0.999, 1}) {
      int at = (int) Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1);
      line.append(
          PlainText.of(
              "  %s %.2f",
              quantile == 1 ? "max" : PlainText.of("p%s", trimmed(100 * quantile)),
              sorted.length == 0 ? Double.NaN : sorted[Math.max(0, at)] / NANOS_A_MILLI));
    }
    System.out.println(line);
  }

  private static String trimmed(double number) {
    return PlainText.of("%.1f", number).replaceFirst("\\.0$", "");
  }
}
