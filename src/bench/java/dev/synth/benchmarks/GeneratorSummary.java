package dev.synth.benchmarks;

import dev.synth.augment.AugmentationPlan;
import dev.synth.benchmarks.BenchmarkSet.Half;
import dev.synth.benchmarks.Results.Point;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.Holm;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.internal.stats.WilcoxonSignedRank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The tables of a results file, in Markdown. */
final class GeneratorSummary {
  private static final String PRECISION = "average_precision";
  private static final Contrast OVER_NONE = new Contrast(PRECISION, "none");
  private static final List<String> SIZES = List.of("16", "64", "all");

  /** Test rows over training rows, of the benchmark's splits. */
  private static final double TEST_TO_TRAINING = 0.25 / 0.40;

  private final Results results;
  private final StringBuilder out = new StringBuilder();

  private GeneratorSummary(Results results) {
    this.results = results;
  }

  /** Prints the tables of a results file. */
  public static void main(String[] args) throws IOException {
    System.out.print(of(Path.of(args[0])));
  }

  static String of(Path file) throws IOException {
    GeneratorSummary summary = new GeneratorSummary(Results.read(file));
    List<BenchmarkSet> sets = BenchmarkSet.ofGenerators();
    for (BenchmarkSet.Half half : List.of(Half.DEVELOPMENT, Half.UNTOUCHED)) {
      List<BenchmarkSet> own = sets.stream().filter(set -> set.half() == half).toList();
      summary.differences(OVER_NONE, half.name().toLowerCase(Locale.ROOT) + " half", own);
    }
    summary.differences(OVER_NONE, "all sets", sets);
    summary.differences(new Contrast(PRECISION, "smote"), "all sets", sets);
    summary.differences(new Contrast("recall_at_1_percent", "none"), "all sets", sets);
    summary.significance(sets);
    GeneratorCell.LIKENESS.forEach(measure -> summary.fidelity(measure, sets));
    GeneratorCell.COPYING.forEach(measure -> summary.fidelity(measure, sets));
    summary.fidelity("fit_seconds", sets);
    summary.fidelity("sample_10000_seconds", sets);
    return summary.out.toString();
  }

  /**
   * The two arms of a comparison.
   *
   * @param measure the figure
   * @param reference the arm whose figure is taken off
   */
  private record Contrast(String measure, String reference) {
    String title() {
      return measure.replace('_', ' ') + " over " + reference;
    }
  }

  /** A figure over a reference's, the mean over sets of the mean over splits. */
  private void differences(Contrast contrast, String title, List<BenchmarkSet> sets) {
    out.append(PlainText.of("\n### %s, mean of %s%n%n", contrast.title(), title));
    out.append("| arm | plan | " + String.join(" | ", columns()) + " |\n");
    out.append("|---|---|" + "---:|".repeat(columns().size()) + "\n");
    for (String arm : results.arms(PRECISION)) {
      for (String plan : plans(arm)) {
        List<String> cells = new ArrayList<>();
        for (String classifier : GeneratorCell.CLASSIFIERS) {
          for (String size : SIZES) {
            cells.add(difference(sets, size, new PlannedArm(arm, plan), classifier, contrast));
          }
        }
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          out.append(PlainText.of("| %s | %s | %s |%n", arm, plan, String.join(" | ", cells)));
        }
      }
    }
  }

  private record PlannedArm(String name, String plan) {}

  private static List<String> columns() {
    return GeneratorCell.CLASSIFIERS.stream()
        .flatMap(classifier -> SIZES.stream().map(size -> classifier + " " + size))
        .toList();
  }

  private static List<String> plans(String arm) {
    return arm.equals("class-weight")
        ? List.of("-")
        : GeneratorCell.PLANS.stream().map(AugmentationPlan::describe).toList();
  }

  /** The mean, how many sets it is over, and from five sets on Wilcoxon's p over them. */
  private String difference(
      List<BenchmarkSet> sets, String size, PlannedArm arm, String classifier, Contrast contrast) {
    List<Double> means = new ArrayList<>();
    for (BenchmarkSet set : sets) {
      differences(set, size, arm, classifier, contrast).stream()
          .mapToDouble(Double::doubleValue)
          .average()
          .ifPresent(means::add);
    }
    if (means.isEmpty()) {
      return "";
    }
    double mean = means.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    String p =
        means.size() < 5 ? "" : String.format(Locale.ROOT, ", p %.3f", WilcoxonSignedRank.p(means));
    return String.format(Locale.ROOT, "%+.3f (%d%s)", mean, means.size(), p);
  }

  /** On the same splits, and with the same plan where the reference has one. */
  private List<Double> differences(
      BenchmarkSet set, String size, PlannedArm arm, String classifier, Contrast contrast) {
    String plan = contrast.reference.equals("none") ? "-" : arm.plan;
    return results.differences(
        new Point(set.title(), size, arm.name, arm.plan, classifier, contrast.measure),
        new Point(set.title(), size, contrast.reference, plan, classifier, contrast.measure));
  }

  /**
   * The numbers of combinations of set, training size and classifier that are better and worse,
   * after Holm.
   */
  private void significance(List<BenchmarkSet> sets) {
    out.append("\n### Better and worse than none, of set × size × classifier\n\n");
    out.append("p by Nadeau and Bengio's test, corrected after Holm over an arm's combinations.\n");
    out.append(
        "\n| arm | plan | combinations | better | worse | worst |\n|---|---|---:|---:|---:|---|\n");
    for (String arm : results.arms(PRECISION)) {
      plans(arm).forEach(plan -> significance(sets, new PlannedArm(arm, plan)));
    }
  }

  private void significance(List<BenchmarkSet> sets, PlannedArm arm) {
    List<Double> means = new ArrayList<>();
    List<Double> pValues = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (BenchmarkSet set : sets) {
      for (String size : SIZES) {
        for (String classifier : GeneratorCell.CLASSIFIERS) {
          List<Double> differences = differences(set, size, arm, classifier, OVER_NONE);
          if (differences.size() >= 2) {
            NadeauBengio test = NadeauBengio.of(differences, TEST_TO_TRAINING);
            means.add(test.mean());
            pValues.add(test.p());
            names.add(PlainText.of("%s %s %s", set.title(), size, classifier));
          }
        }
      }
    }
    if (means.isEmpty() || arm.name.equals("none")) {
      return;
    }
    double[] corrected = Holm.correct(pValues);
    int better = 0;
    int worse = 0;
    int worst = 0;
    for (int i = 0; i < corrected.length; i++) {
      better += corrected[i] < 0.05 && means.get(i) > 0 ? 1 : 0;
      worse += corrected[i] < 0.05 && means.get(i) < 0 ? 1 : 0;
      worst = means.get(i) < means.get(worst) ? i : worst;
    }
    out.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %d | %d | %+.3f (%s) |%n",
            arm.name,
            arm.plan,
            corrected.length,
            better,
            worse,
            means.get(worst),
            names.get(worst)));
  }

  /** A figure of each arm and set, with all rare rows to learn from. */
  private void fidelity(String measure, List<BenchmarkSet> sets) {
    out.append(PlainText.of("\n### %s, all rare rows%n%n", measure.replace('_', ' ')));
    List<String> titles = sets.stream().map(BenchmarkSet::title).toList();
    out.append("| arm | " + String.join(" | ", titles) + " |\n");
    out.append("|---|" + "---:|".repeat(titles.size()) + "\n");
    for (String arm : results.arms(measure)) {
      Stream<String> cells =
          titles.stream()
              .map(set -> results.mean(new Point(set, "all", arm, "-", "-", measure)))
              .map(GeneratorSummary::number);
      out.append(PlainText.of("| %s | %s |%n", arm, String.join(" | ", cells.toList())));
    }
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
  }
}
