package dev.synth.benchmarks.interval;

import dev.synth.benchmarks.Arguments;
import dev.synth.benchmarks.interval.UntilTrial.Contrast;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.RowSampling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Asks how often tests err that are looked at again as repeats are added, and what they find. The
 * table and its command are in {@code docs/adr/0062-repeats-until-decided.md}.
 */
public final class UntilBenchmark {
  private static final double ALPHA = 0.05;
  private static final double POWER = 0.8;
  private static final List<Integer> LOOKS = List.of(10, 20, 40, 80);

  /** The counts of a contrast under a rule. */
  private static final class Count {
    private int sets;
    private int above;
    private int below;
    private int oneSided;
  }

  /** The fate of a contrast under the product's rule. */
  private static final class Ends {
    private int sets;
    private int uplift;
    private int harm;
    private int equivalent;
    private int outOfReach;
    private long repeats;
  }

  private UntilBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args {@code key=value}: populations by name with commas between (populations), numbers
   *     of rare rows (rare), how many data sets a cell (to), the effect worth having (effect)
   */
  public static void main(String[] args) {
    Map<String, String> options = Arguments.of(args);
    double effect = Double.parseDouble(options.getOrDefault("effect", "0.03"));
    int sets = Integer.parseInt(options.getOrDefault("to", "300"));
    Map<Contrast, Map<UntilRule, Count>> counts = new EnumMap<>(Contrast.class);
    Map<Contrast, Ends> ends = new EnumMap<>(Contrast.class);
    for (String population : options.getOrDefault("populations", "NORMAL,MIXED").split(",", -1)) {
      for (String rare : options.getOrDefault("rare", "40,100").split(",", -1)) {
        UntilTrial trial =
            new UntilTrial(IntervalPopulation.valueOf(population), Integer.parseInt(rare), LOOKS);
        for (int number = 1; number <= sets; number++) {
          trial
              .run(number)
              .forEach(
                  (contrast, tests) -> {
                    count(
                        counts.computeIfAbsent(contrast, key -> new EnumMap<>(UntilRule.class)),
                        tests);
                    end(ends.computeIfAbsent(contrast, key -> new Ends()), tests, effect);
                  });
        }
      }
    }
    System.out.print(text(counts, ends));
  }

  private static void count(Map<UntilRule, Count> counts, List<RowSampling> tests) {
    List<Double> shares = UntilRule.shares(tests);
    for (UntilRule rule : UntilRule.values()) {
      Count count = counts.computeIfAbsent(rule, key -> new Count());
      List<Double> twoSided = rule.bounds(shares, ALPHA / 2);
      count.sets++;
      count.above += UntilRule.crossed(tests, twoSided, 0) >= 0 ? 1 : 0;
      count.below += UntilRule.crossedDown(tests, twoSided, 0) >= 0 ? 1 : 0;
      count.oneSided += UntilRule.crossed(tests, rule.bounds(shares, ALPHA), 0) >= 0 ? 1 : 0;
    }
  }

  /** Follows the product: looks until the contrast is decided, or repeats cannot help. */
  private static void end(Ends ends, List<RowSampling> tests, double effect) {
    List<Double> shares = UntilRule.shares(tests);
    List<Double> twoSided = UntilRule.LATE.bounds(shares, ALPHA / 2);
    List<Double> oneSided = UntilRule.LATE.bounds(shares, ALPHA);
    ends.sets++;
    for (int look = 0; look < tests.size(); look++) {
      List<RowSampling> seen = tests.subList(0, look + 1);
      boolean isAbove = UntilRule.crossed(seen, twoSided, 0) >= 0;
      boolean isBelow = UntilRule.crossedDown(seen, twoSided, 0) >= 0;
      boolean isSmall =
          UntilRule.crossed(seen, oneSided, -effect) >= 0
              && UntilRule.crossedDown(seen, oneSided, effect) >= 0;
      boolean isOut = limit(tests.get(look)) > effect;
      boolean isLast = look == tests.size() - 1;
      if (isAbove || isBelow || isSmall || isOut || isLast) {
        ends.uplift += isAbove ? 1 : 0;
        ends.harm += !isAbove && isBelow ? 1 : 0;
        boolean isDifferent = isAbove || isBelow;
        ends.equivalent += !isDifferent && isSmall ? 1 : 0;
        ends.outOfReach += !isDifferent && !isSmall && isOut ? 1 : 0;
        ends.repeats += tests.get(look).repeats();
        return;
      }
    }
  }

  /** The minimum detectable effect of endless repeats. */
  private static double limit(RowSampling test) {
    double endless = Double.POSITIVE_INFINITY;
    return (test.distributionOf(endless).quantile(1 - ALPHA / 2)
            + test.distributionOf(endless).quantile(POWER))
        * test.standardErrorOf(endless);
  }

  private static String text(
      Map<Contrast, Map<UntilRule, Count>> counts, Map<Contrast, Ends> ends) {
    List<String> lines = new ArrayList<>();
    lines.add("| contrast | rule | data sets | found above | found below | one-sided, of .05 |");
    lines.add("|---|---|---:|---:|---:|---:|");
    counts.forEach(
        (contrast, rules) ->
            rules.forEach(
                (rule, count) ->
                    lines.add(
                        PlainText.of(
                            "| %s | %s | %d | %s | %s | %s |",
                            contrast.title(),
                            rule.title(),
                            count.sets,
                            share(count.above, count.sets),
                            share(count.below, count.sets),
                            contrast.isEffect() ? "–" : share(count.oneSided, count.sets)))));
    lines.add("");
    lines.add("| contrast | uplift | harm | equivalent | out of reach | mean repeats |");
    lines.add("|---|---:|---:|---:|---:|---:|");
    ends.forEach(
        (contrast, end) ->
            lines.add(
                PlainText.of(
                    "| %s | %s | %s | %s | %s | %s |",
                    contrast.title(),
                    share(end.uplift, end.sets),
                    share(end.harm, end.sets),
                    share(end.equivalent, end.sets),
                    share(end.outOfReach, end.sets),
                    PlainText.of("%.1f", (double) end.repeats / end.sets))));
    return String.join("\n", lines) + "\n";
  }

  private static String share(int count, int of) {
    return PlainText.of("%.3f", (double) count / of);
  }
}
