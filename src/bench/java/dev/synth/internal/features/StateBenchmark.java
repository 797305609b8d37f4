package dev.synth.internal.features;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.benchmarks.Arguments;
import dev.synth.features.Window;
import dev.synth.internal.base.PlainText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The heap that a server's features of the past take, and the time of a full collection.
 *
 * <p>Events of {@code cards=100000} cards come at {@code rate=45700} a day and are remembered for a
 * week, with 16 features such as {@code benchmarks/serve.sh} has. The first line is of a state that
 * has taken {@code events=700000}; the second of the same state, written and read back as by a
 * server that starts anew; the others are of {@code more=300000} further events each. Run it with
 * {@code SYNTH_JAVA_OPTS='-XX:+UseSerialGC -Xms768m -Xmx768m'}.
 */
public final class StateBenchmark {
  private static final long MICROS_A_DAY = 86_400_000_000L;
  private static final double BYTES_A_MB = 1 << 20;
  private static final double NANOS_A_MILLI = 1e6;
  private static final double NANOS_A_MICRO = 1e3;
  private static final int FURTHER = 3;

  private final RandomStream stream = new Seeds(5).stream("events");
  private final int cards;
  private final long pause;
  private long number;

  private StateBenchmark(int cards, int rate) {
    this.cards = cards;
    this.pause = MICROS_A_DAY / rate;
  }

  /** Prints a line for each state. */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = Arguments.of(args);
    int events = Integer.parseInt(options.getOrDefault("events", "700000"));
    int more = Integer.parseInt(options.getOrDefault("more", "300000"));
    new StateBenchmark(
            Integer.parseInt(options.getOrDefault("cards", "100000")),
            Integer.parseInt(options.getOrDefault("rate", "45700")))
        .run(events, more);
  }

  private void run(int events, int more) throws IOException {
    FeaturePlan plan = plan();
    FeatureMachine machine = new FeatureMachine(plan, Integer.MAX_VALUE);
    take(machine, events);
    print("after " + events + " events", machine);
    machine = readBack(plan, machine);
    print("read back", machine);
    for (int i = 0; i < FURTHER; i++) {
      long begun = System.nanoTime();
      take(machine, more);
      double micros = (System.nanoTime() - begun) / NANOS_A_MICRO / more;
      print(PlainText.of("%d events later (%.1f µs each)", (i + 1) * more, micros), machine);
    }
  }

  private static FeatureMachine readBack(FeaturePlan plan, FeatureMachine machine)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new StateCodec(plan).write(machine.image(), new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    return new FeatureMachine(plan, Integer.MAX_VALUE, new StateCodec(plan).image(in));
  }

  private static Window window(String text) {
    return Window.parse(text).orElseThrow();
  }

  private static FeaturePlan plan() {
    String amount = "amount";
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(new FeatureMeasure.SinceLast(Window.EVER, "hours_since_last"));
    for (String length : List.of("30m", "1h", "1d", "7d")) {
      measures.add(new FeatureMeasure.Count(window(length)));
    }
    for (String length : List.of("1h", "1d", "7d")) {
      measures.add(new FeatureMeasure.Sum(amount, window(length)));
    }
    measures.add(new FeatureMeasure.Mean(amount, window("7d")));
    measures.add(new FeatureMeasure.Mean(amount, window("last 5")));
    measures.add(new FeatureMeasure.Deviation(amount, window("7d")));
    measures.add(new FeatureMeasure.RatioToMean(amount, window("7d")));
    measures.add(new FeatureMeasure.Distinct("category", window("7d")));
    measures.add(new FeatureMeasure.Distinct("country", window("7d")));
    measures.add(new FeatureMeasure.Lag(amount, 1));
    FeaturePlan.Entity card = new FeaturePlan.Entity("card", measures);
    return new FeaturePlan(
        List.of(card), List.of(), Set.of(), MICROS_A_DAY / 144, 7 * MICROS_A_DAY);
  }

  private void take(FeatureMachine machine, int count) {
    for (int i = 0; i < count; i++) {
      machine.take(next());
    }
  }

  /** Some cards come far more often than others. */
  private Event next() {
    number++;
    long time = number * pause;
    double share = stream.nextDouble();
    return new Event(
        "T" + (1_000_000_000L + number),
        time,
        time,
        time,
        Arrays.asList("C" + (int) (cards * share * share)),
        new double[] {stream.nextInt(20_000) / 100.0},
        Arrays.asList("category " + stream.nextInt(8), "country " + stream.nextInt(5)),
        null);
  }

  private static void print(String what, FeatureMachine machine) {
    long begun = System.nanoTime();
    System.gc();
    double millis = (System.nanoTime() - begun) / NANOS_A_MILLI;
    Runtime runtime = Runtime.getRuntime();
    System.out.println(
        PlainText.of(
            "%s: %d events of %d cards remembered, %.0f MB of heap, a full collection takes %.0f"
                + " ms",
            what,
            machine.size(),
            machine.entityCount(),
            (runtime.totalMemory() - runtime.freeMemory()) / BYTES_A_MB,
            millis));
  }
}
