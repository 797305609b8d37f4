package dev.synth.benchmarks.uplift;

import dev.synth.benchmarks.uplift.UpliftFigures.Mean;
import dev.synth.benchmarks.uplift.UpliftFigures.Point;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of the results, in Markdown. */
final class UpliftSummary {
  static final String NONE = "none";
  static final List<String> SIZES = List.of("16", "32", "64", "all");

  private static final EvaluationMetric PRECISION = EvaluationMetric.AVERAGE_PRECISION;
  private static final String BEST_FREE = "best-free";

  private final UpliftFigures figures;
  private final List<UpliftSet> sets;
  private final StringBuilder out = new StringBuilder();

  private UpliftSummary(UpliftFigures figures, List<UpliftSet> sets) {
    this.figures = figures;
    this.sets = sets;
  }

  /** Returns the tables: goals, arms, and sets one by one. */
  static String of(List<UpliftLine> lines, List<UpliftSet> sets) {
    UpliftFigures figures = new UpliftFigures(lines);
    List<UpliftSet> measured =
        sets.stream()
            .filter(set -> lines.stream().anyMatch(line -> line.key().set().equals(set.title())))
            .toList();
    UpliftSummary summary = new UpliftSummary(figures, measured);
    summary.coverage();
    summary.out.append(UpliftGoals.of(figures, measured));
    for (Student student : Student.values()) {
      SIZES.forEach(size -> summary.arms(student, size));
    }
    for (Student student : Student.values()) {
      SIZES.forEach(size -> summary.bySet(student, size));
    }
    return summary.out.toString();
  }

  private List<String> titles() {
    return sets.stream().map(UpliftSet::title).toList();
  }

  /** The number of splits of each set, or the reason that there are none. */
  private void coverage() {
    out.append("\n### Sets and splits\n\n");
    row(Stream.concat(Stream.of("set", "half"), SIZES.stream()).toList());
    rule(2, SIZES.size());
    for (UpliftSet set : sets) {
      List<String> cells = new ArrayList<>(List.of(set.title(), half(set)));
      for (String size : SIZES) {
        int most = 0;
        for (Student student : Student.values()) {
          Point none = new Point(size, student.title(), NONE);
          most = Math.max(most, figures.splits(set.title(), none, PRECISION).size());
        }
        boolean small = figures.leftOut(set.title(), UpliftBenchmark.TOO_FEW).contains(size);
        cells.add(small ? "too small" : most == 0 ? "" : String.valueOf(most));
      }
      row(cells);
    }
  }

  private static String half(UpliftSet set) {
    return switch (set.half()) {
      case SETTINGS -> "settings";
      case GOALS -> "goals";
      case SIMULATED -> "simulated";
    };
  }

  /** All arms of a classifier and size, over all sets. */
  private void arms(Student student, String size) {
    List<List<String>> rows = new ArrayList<>();
    for (String arm : figures.arms(student.title())) {
      Point point = new Point(size, student.title(), arm);
      figures
          .mean(titles(), point, PRECISION)
          .ifPresent(mean -> rows.add(arm(student, point, mean)));
    }
    if (rows.isEmpty()) {
      return;
    }
    out.append(PlainText.of("%n### %s, %s rare rows%n%n", student.title(), size));
    row(
        List.of(
            "arm",
            "sets",
            "average precision",
            "over none [95 %]",
            "ahead",
            "over stock",
            "over best-free",
            "recall over none",
            "F1 over none",
            "recall at 1 % false positives over none"));
    rule(1, 9);
    rows.forEach(this::row);
  }

  private List<String> arm(Student student, Point point, Mean mean) {
    Point none = point.with(student.title(), NONE);
    Point stock = point.with(Student.XGBOOST_STOCK.title(), NONE);
    Point free = point.with(student.title(), BEST_FREE);
    Optional<Mean> over = figures.difference(titles(), point, none, PRECISION);
    return List.of(
        point.arm(),
        String.valueOf(mean.values().size()),
        PlainText.of("%.3f", mean.mean()),
        point.equals(none) ? "" : withInterval(over),
        point.equals(none) ? "" : ahead(over),
        point.equals(stock) ? "" : withInterval(difference(point, stock)),
        point.equals(free) ? "" : withInterval(difference(point, free)),
        point.equals(none) ? "" : withInterval(difference(point, none, EvaluationMetric.RECALL)),
        point.equals(none) ? "" : withInterval(difference(point, none, EvaluationMetric.F1)),
        point.equals(none)
            ? ""
            : withInterval(difference(point, none, EvaluationMetric.RECALL_AT_FPR_1_PERCENT)));
  }

  private Optional<Mean> difference(Point point, Point reference) {
    return difference(point, reference, PRECISION);
  }

  private Optional<Mean> difference(Point point, Point reference, EvaluationMetric figure) {
    return figures.difference(titles(), point, reference, figure);
  }

  /** The figures of each arm on each set. */
  private void bySet(Student student, String size) {
    Point none = new Point(size, student.title(), NONE);
    List<String> arms =
        figures.arms(student.title()).stream().filter(arm -> !arm.equals(NONE)).toList();
    List<List<String>> rows = new ArrayList<>();
    for (String set : titles()) {
      figures
          .mean(List.of(set), none, PRECISION)
          .ifPresent(
              mean -> {
                List<String> cells =
                    new ArrayList<>(List.of(set, PlainText.of("%.3f", mean.mean())));
                for (String arm : arms) {
                  Point point = none.with(student.title(), arm);
                  cells.add(
                      figures
                          .difference(List.of(set), point, none, PRECISION)
                          .map(over -> signed(over.mean()))
                          .orElse(""));
                }
                rows.add(cells);
              });
    }
    if (rows.isEmpty() || arms.isEmpty()) {
      return;
    }
    out.append(PlainText.of("%n### Set by set: %s, %s rare rows%n%n", student.title(), size));
    row(Stream.concat(Stream.of("set", NONE), arms.stream()).toList());
    rule(1, 1 + arms.size());
    rows.forEach(this::row);
  }

  private void row(List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void rule(int texts, int numbers) {
    String[] rules = new String[texts + numbers];
    Arrays.fill(rules, 0, texts, "---");
    Arrays.fill(rules, texts, rules.length, "---:");
    out.append("|").append(String.join("|", rules)).append("|\n");
  }

  static String ahead(Optional<Mean> mean) {
    return mean.map(each -> PlainText.of("%d of %d", each.ahead(), each.values().size()))
        .orElse("");
  }

  static String withInterval(Optional<Mean> mean) {
    return mean.map(
            each -> {
              double half = each.halfWidth();
              String interval =
                  Double.isNaN(half)
                      ? ""
                      : PlainText.of(
                          " [%s, %s]", signed(each.mean() - half), signed(each.mean() + half));
              return signed(each.mean()) + interval;
            })
        .orElse("");
  }

  /** Returns a difference with its sign and without a zero before the point. */
  static String signed(double value) {
    return PlainText.of("%+.3f", value + 0.0).replace("0.", ".").replace('-', '−');
  }
}
