package dev.synth.benchmarks;

import dev.synth.compare.Comparison;
import dev.synth.compare.Detectable;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.stats.StudentT;
import dev.synth.split.SplitOptions;
import java.util.List;
import java.util.Objects;

/**
 * The result of one experiment with one arm: a line of the verdict benchmark's results.
 *
 * @param trial which trial
 * @param number which of its experiments, from 1
 * @param verdict the product's word; {@code -} where a true effect was measured instead
 * @param mean the mean difference in average precision, or the true effect
 * @param standardError the product's; NaN beside a true effect
 * @param minimum the minimum detectable effect that the product states; NaN beside a true effect
 * @param naiveP the p-value of the paired t test that takes repeats for independent; NaN likewise
 */
record VerdictLine(
    String trial,
    int number,
    String verdict,
    double mean,
    double standardError,
    double minimum,
    double naiveP) {
  static final String HEADER = "trial,number,verdict,mean,standard_error,minimum,naive_p";

  /** The verdict of {@link Comparison} on its one primary contrast. */
  static VerdictLine judged(
      String trial, int number, SplitOptions.Method split, List<RepeatResult> repeats) {
    Protocol protocol = new Protocol("linear", split, "fixed 0.5", 0.01);
    PrimaryContrast contrast = Comparer.compare(protocol, repeats).primary().getFirst();
    PairedDifference estimate = contrast.estimate();
    Detectable detectable = Objects.requireNonNull(contrast.detectable());
    return new VerdictLine(
        trial,
        number,
        contrast.word(),
        Objects.requireNonNull(estimate.mean()),
        Objects.requireNonNull(estimate.standardError()),
        detectable.minimum(),
        naiveP(estimate.differences()));
  }

  static VerdictLine effect(String trial, int number, double effect) {
    return new VerdictLine(trial, number, "-", effect, Double.NaN, Double.NaN, Double.NaN);
  }

  private static double naiveP(List<Double> differences) {
    int count = differences.size();
    double mean = differences.stream().mapToDouble(d -> d).average().orElseThrow();
    double squares = differences.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
    double standardError = Math.sqrt(squares / (count - 1) / count);
    return new StudentT(count - 1).twoSidedTail(mean / standardError);
  }

  boolean isWrongOfNothing() {
    return verdict.equals("uplift") || verdict.equals("harm");
  }

  boolean isNaivelyWrong() {
    return naiveP < Protocol.ALPHA;
  }

  String text() {
    return PlainText.of(
        "%s,%d,%s,%s,%s,%s,%s", trial, number, verdict, mean, standardError, minimum, naiveP);
  }

  static VerdictLine of(String text) {
    String[] fields = text.split(",", -1);
    return new VerdictLine(
        fields[0],
        Integer.parseInt(fields[1]),
        fields[2],
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]),
        Double.parseDouble(fields[5]),
        Double.parseDouble(fields[6]));
  }
}
