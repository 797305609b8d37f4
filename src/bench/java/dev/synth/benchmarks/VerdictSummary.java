package dev.synth.benchmarks;

import dev.synth.compare.Detectable;
import dev.synth.compare.Protocol;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.StudentT;
import java.util.List;
import java.util.Locale;

/** The tables of the verdict benchmark, in Markdown. */
final class VerdictSummary {
  private static final String NOTHING =
      """

      ### Nothing to find

      | trial | experiments | uplift | harm | wrong | at most | naive t test wrong |
      |---|---:|---:|---:|---:|---:|---:|
      """;
  private static final String PLANTED =
      """

      ### Something to find

      | planted | true effect | mean found | its deviation | stated error | stated minimum | stated power | uplift found | harm |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|
      """;

  private VerdictSummary() {}

  static String of(List<VerdictLine> lines) {
    StringBuilder text = new StringBuilder(NOTHING);
    for (VerdictTrial trial : List.of(VerdictTrial.NOTHING, VerdictTrial.NOTHING_BY_TIME)) {
      List<VerdictLine> own = of(lines, trial.title());
      if (!own.isEmpty()) {
        text.append(nothing(trial.title(), own));
      }
    }
    text.append(PLANTED);
    for (int dose = 0; dose < VerdictTrial.PLANTED_ROWS.size(); dose++) {
      List<VerdictLine> own = of(lines, VerdictTrial.planted(dose));
      List<VerdictLine> effects = of(lines, VerdictTrial.effect(dose));
      if (!own.isEmpty() && !effects.isEmpty()) {
        text.append(planted(VerdictTrial.PLANTED_ROWS.get(dose), own, mean(effects)));
      }
    }
    return text.toString();
  }

  static List<VerdictLine> of(List<VerdictLine> lines, String trial) {
    return lines.stream().filter(line -> line.trial().equals(trial)).toList();
  }

  private static String nothing(String title, List<VerdictLine> own) {
    return PlainText.of(
        "| %s | %d | %d | %d | %d | %d | %d |%n",
        title,
        own.size(),
        count(own, "uplift"),
        count(own, "harm"),
        wrong(own),
        mostWrong(own.size()),
        naivelyWrong(own));
  }

  private static String planted(int rows, List<VerdictLine> own, double effect) {
    double error =
        Math.sqrt(
            own.stream()
                .mapToDouble(line -> line.standardError() * line.standardError())
                .average()
                .orElseThrow());
    double minimum = own.stream().mapToDouble(VerdictLine::minimum).average().orElseThrow();
    return String.format(
        Locale.ROOT,
        "| %d | %+.4f | %+.4f | %.4f | %.4f | %.4f | %.3f | %.3f | %d |%n",
        rows,
        effect,
        mean(own),
        deviation(own),
        error,
        minimum,
        statedPower(own, effect),
        (double) count(own, "uplift") / own.size(),
        count(own, "harm"));
  }

  /**
   * The power that the verdicts state at an effect, on average: the minimum detectable effect (t(1
   * − α/2) + t(p))·SE, solved for p.
   */
  static double statedPower(List<VerdictLine> own, double effect) {
    StudentT t = new StudentT(VerdictTrial.REPEATS - 1);
    double needed = t.quantile(Detectable.POWER);
    return own.stream()
        .mapToDouble(
            line -> t.cumulative((effect - line.minimum()) / line.standardError() + needed))
        .average()
        .orElseThrow();
  }

  /**
   * The most wrong verdicts of so many experiments that a level of .05 gives with a probability of
   * at least .97: 28 of 400.
   */
  static int mostWrong(int experiments) {
    double probability = StrictMath.pow(1 - Protocol.ALPHA, experiments);
    double sum = probability;
    int most = 0;
    while (sum < 0.969) {
      most++;
      probability *= (experiments - most + 1) * Protocol.ALPHA / (most * (1 - Protocol.ALPHA));
      sum += probability;
    }
    return most;
  }

  static long wrong(List<VerdictLine> own) {
    return own.stream().filter(VerdictLine::isWrongOfNothing).count();
  }

  static long naivelyWrong(List<VerdictLine> own) {
    return own.stream().filter(VerdictLine::isNaivelyWrong).count();
  }

  static double mean(List<VerdictLine> own) {
    return own.stream().mapToDouble(VerdictLine::mean).average().orElseThrow();
  }

  private static double deviation(List<VerdictLine> own) {
    double mean = mean(own);
    double squares =
        own.stream().mapToDouble(line -> (line.mean() - mean) * (line.mean() - mean)).sum();
    return Math.sqrt(squares / (own.size() - 1));
  }

  private static long count(List<VerdictLine> own, String word) {
    return own.stream().filter(line -> line.verdict().equals(word)).count();
  }
}
