package dev.synth.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.features.CalendarOptions;
import dev.synth.features.Window;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Streams of events with everything that can be odd, by the machine and by hand of decimals. */
class RecomputationTest {
  private static final long MINUTE = 60_000_000L;
  private static final long HOUR = 60 * MINUTE;

  private static Window window(String text) {
    return Window.parse(text).orElseThrow();
  }

  private static List<FeatureMeasure> measures(long delay) {
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(new FeatureMeasure.SinceLast(Window.EVER, "hours_since_last"));
    measures.add(new FeatureMeasure.SinceLast(window("2h"), "recency_2h"));
    measures.add(new FeatureMeasure.SinceFirst());
    measures.add(new FeatureMeasure.Lag("amount", 1));
    measures.add(new FeatureMeasure.Lag("amount", 3));
    for (String text : List.of("1h", "3h", "last 1", "last 4", "ever")) {
      Window over = window(text);
      measures.add(new FeatureMeasure.Count(over));
      measures.add(new FeatureMeasure.Sum("amount", over));
      measures.add(new FeatureMeasure.Mean("amount", over));
      measures.add(new FeatureMeasure.Mean("weight", over));
      measures.add(new FeatureMeasure.Deviation("amount", over));
      measures.add(new FeatureMeasure.Deviation("weight", over));
      measures.add(new FeatureMeasure.RatioToMean("amount", over));
      measures.add(new FeatureMeasure.Distinct("shop", over));
      measures.add(new FeatureMeasure.Risk(over, delay));
    }
    return measures;
  }

  private static FeaturePlan plan(long delay) {
    return new FeaturePlan(
        List.of(
            new FeaturePlan.Entity("card", measures(delay)),
            new FeaturePlan.Entity("shop", measures(delay))),
        List.of(CalendarOptions.Field.HOUR, CalendarOptions.Field.WEEKDAY),
        Set.of(),
        10 * MINUTE,
        8 * HOUR);
  }

  /** Amounts in cents, now and then a finer or a larger one; weights of any digits. */
  private static double amount(RandomStream random) {
    double cents = Math.rint(random.nextDouble() * 1e5) / 100;
    return switch ((int) (random.nextDouble() * 20)) {
      case 0 -> Double.NaN;
      case 1 -> -cents;
      case 2 -> cents * 1e7;
      case 3 -> Math.rint(cents) + 0.0625;
      case 4 -> 0;
      default -> cents;
    };
  }

  private static History stream(int events, boolean areLabelsLate, RandomStream random) {
    List<@Nullable Event> rows = new ArrayList<>();
    BitSet rare = new BitSet();
    long[] labels = new long[events];
    for (int i = 0; i < events; i++) {
      boolean isRetry = i > 0 && random.nextDouble() < 0.03;
      long time = MINUTE * (long) (random.nextDouble() * 1200); // many of one time
      long arrival = time + MINUTE * (long) (random.nextDouble() * 12); // some too late
      String card = random.nextDouble() < 0.05 ? null : "c" + (int) (random.nextDouble() * 4);
      String shop = random.nextDouble() < 0.05 ? null : "s" + (int) (random.nextDouble() * 6);
      double[] numbers = {amount(random), random.nextDouble()};
      Event earlier = rows.isEmpty() ? null : rows.get((int) (random.nextDouble() * i));
      String id =
          isRetry && earlier != null ? earlier.id() : "e" + (int) (random.nextDouble() * 1e6);
      List<@Nullable String> keys = new ArrayList<>();
      keys.add(card);
      keys.add(shop);
      List<@Nullable String> texts = new ArrayList<>();
      texts.add(shop);
      rows.add(
          random.nextDouble() < 0.01
              ? null
              : new Event(id, time, time, arrival, keys, numbers, texts, null));
      rare.set(i, random.nextDouble() < 0.2);
      labels[i] =
          random.nextDouble() < 0.1
              ? History.NEVER
              : time + MINUTE * (long) (random.nextDouble() * 300 - 20);
    }
    return new History(rows, rare, areLabelsLate ? labels : null);
  }

  @Test
  void theMachineIsEqualToTheLastBit() {
    for (int seed = 1; seed <= 4; seed++) {
      FeaturePlan plan = plan(seed % 2 == 0 ? 30 * MINUTE : 2 * HOUR);
      History history = stream(250, seed > 2, new Seeds(seed).stream("events"));

      FeatureColumns columns = Replay.of(history, plan);

      assertThat(columns.counts().late()).isPositive();
      assertThat(columns.counts().retries()).isPositive();
      assertThat(
              new Recomputation(history, plan)
                  .differences(columns.values(), IntStream.range(0, 250).toArray()))
          .as("seed %s", seed)
          .isEmpty();
    }
  }

  @Test
  void aDifferenceInTheLastBitIsFound() {
    FeaturePlan plan = plan(HOUR);
    History history = stream(100, false, new Seeds(7).stream("events"));
    FeatureColumns columns = Replay.of(history, plan);
    int sum = plan.names().indexOf("card_sum_amount_ever");
    int row =
        IntStream.range(0, 100)
            .filter(each -> columns.values()[sum][each] > 0)
            .findFirst()
            .orElseThrow();
    double right = columns.values()[sum][row];
    columns.values()[sum][row] = Math.nextUp(right);

    assertThat(new Recomputation(history, plan).differences(columns.values(), new int[] {row}))
        .containsExactly(
            new Recomputation.Difference(row, "card_sum_amount_ever", right, Math.nextUp(right)));
  }

  @Test
  void aPlanIsReadBackAsItWasWritten() {
    FeaturePlan plan = plan(HOUR);

    assertThat(FeaturePlan.fromJson(new dev.synth.internal.base.JsonFields(plan.toJson())))
        .isEqualTo(plan);
  }
}
