package dev.synth.internal.experiment.pick;

import dev.synth.benchmarks.Arguments;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.arm.InnerFolds;
import dev.synth.internal.experiment.pick.AdmissionTrial.Line;
import dev.synth.internal.stats.NadeauBengio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The evidence in folds of the training rows that {@code auto} should ask for: candidates in folds
 * and on test rows of real sets, and what a rule would have picked for each number of standard
 * errors.
 *
 * <p>Resumable: each finished cell is a file in the output folder.
 */
public final class AdmissionBenchmark {
  private static final String NONE = "none";
  private static final String ALL = "all candidates";
  private static final List<Double> FACTORS = List.of(0.0, 0.25, 0.5, 1.0, 2.0);
  private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();
  private static final List<AdmissionSet> SETS =
      List.of(
          new AdmissionSet("mammography", "mammography.csv", "class", "1", "[]"),
          new AdmissionSet("bank", "bank_marketing.csv", "y", "yes", "[duration]"),
          new AdmissionSet("islr", "islr_default.csv", "default", "Yes", "[]"),
          new AdmissionSet("page-blocks", "page_blocks0.csv", "Class", "positive", "[]"),
          new AdmissionSet("sick", "sick.csv", "Class", "sick", "[TBG]"),
          new AdmissionSet("give", "give_me_some_credit.csv.gz", "SeriousDlqin2yrs", "1", "[Id]"),
          new AdmissionSet(
              "fdh",
              "fdh_window_2018-07-25_08-14.csv.gz",
              "TX_FRAUD",
              "1",
              "[TRANSACTION_ID, CUSTOMER_ID, TERMINAL_ID, TX_DATETIME, TX_TIME_SECONDS,"
                  + " TX_TIME_DAYS, TX_FRAUD_SCENARIO]"),
          new AdmissionSet("ulb", "creditcard_ulb_sample.csv.gz", "Class", "1", "[]"),
          new AdmissionSet("nsl", "nslkdd20_r2l_u2r.csv", "is_r2l_or_u2r", "1", "[]"),
          new AdmissionSet("polish", "polish_bankruptcy_5year.csv", "class", "1", "[]"));

  static {
    List<String> all =
        AutoCandidates.all().stream()
            .flatMap(source -> source.arms().stream())
            .map(arm -> arm.arm().label())
            .toList();
    FIELDS.put("the first alone", all.subList(0, 1));
    FIELDS.put("those with soft labels", all.stream().filter(AdmissionBenchmark::isSoft).toList());
    FIELDS.put(ALL, all);
  }

  private AdmissionBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args {@code key=value}: the folder of the sets (data), that of the results (out), the
   *     number of splits, and, to narrow it down, sets, separated by semicolons, and numbers of
   *     rare rows (rare), separated by commas
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = Arguments.of(args);
    Path data = Path.of(options.getOrDefault("data", "../shared/data"));
    if (!Files.isDirectory(data)) {
      System.out.println("skipped: there is no folder " + data);
      return;
    }
    Path out =
        Files.createDirectories(Path.of(options.getOrDefault("out", "evaluation/admission")));
    int splits = Integer.parseInt(options.getOrDefault("splits", "1"));
    String sets = options.get("sets");
    for (String rare : options.getOrDefault("rare", "16,64").split(",", -1)) {
      Map<String, List<List<Line>>> cells = new LinkedHashMap<>();
      for (AdmissionSet set : SETS) {
        for (int split = 1; split <= splits; split++) {
          if (sets == null || List.of(sets.split(";", -1)).contains(set.title())) {
            AdmissionTrial trial = new AdmissionTrial(set, Integer.parseInt(rare), split);
            List<Line> lines = cell(trial, data, out);
            if (!lines.isEmpty()) {
              cells.computeIfAbsent(set.title(), title -> new ArrayList<>()).add(lines);
            }
          }
        }
      }
      print(rare, cells);
    }
  }

  private static List<Line> cell(AdmissionTrial trial, Path data, Path out) throws IOException {
    Path file =
        out.resolve(PlainText.of("%s-%d-%d.tsv", trial.set().title(), trial.rare(), trial.split()));
    if (!Files.exists(file)) {
      List<String> text =
          trial.measure(data).stream()
              .map(line -> line.part() + "\t" + line.arm() + "\t" + line.averagePrecision())
              .toList();
      Files.write(file, text);
    }
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t", -1))
        .map(cells -> new Line(cells[0], cells[1], Double.parseDouble(cells[2])))
        .toList();
  }

  private static void print(String rare, Map<String, List<List<Line>>> cells) {
    System.out.printf(Locale.ROOT, "%n%s rare rows, %d sets%n%n", rare, cells.size());
    System.out.println("| what is added | mean | se | ahead | behind | worst | none picked |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    for (String arm : arms()) {
      row("always " + arm, cells, lines -> arm);
    }
    FIELDS.forEach(
        (title, field) ->
            FACTORS.forEach(
                factor ->
                    row(
                        PlainText.of("the largest gain of %s, above %s se", title, factor),
                        cells,
                        lines -> pick(lines, field, factor))));
    AutoChoice.Limits limits = AutoChoice.Limits.of("xgboost", Integer.parseInt(rare));
    row("what auto picks", cells, lines -> auto(lines, limits));
    System.out.println("\n| set | none | " + String.join(" | ", arms()) + " |");
    System.out.println("|---|---:" + "|---:".repeat(arms().size()) + "|");
    cells.forEach(
        (set, own) -> {
          StringBuilder line = new StringBuilder("| " + set);
          line.append(
              String.format(
                  Locale.ROOT,
                  " | %.3f",
                  own.stream().mapToDouble(lines -> test(lines, NONE)).average().orElseThrow()));
          for (String arm : arms()) {
            line.append(String.format(Locale.ROOT, " | %+.3f", mean(own, lines -> arm)));
          }
          System.out.println(line + " |");
        });
  }

  private static List<String> arms() {
    return Objects.requireNonNull(FIELDS.get(ALL));
  }

  private static boolean isSoft(String arm) {
    return arm.endsWith("soft labels");
  }

  private static String auto(List<Line> lines, AutoChoice.Limits limits) {
    List<Double> none = inFolds(lines, NONE);
    Map<String, List<Double>> tried = new LinkedHashMap<>();
    for (String arm : arms()) {
      List<Double> own = inFolds(lines, arm);
      if (own.size() == none.size()) {
        tried.put(arm, own);
      }
    }
    String first = arms().getFirst();
    return AutoChoice.best(
            none, tried, arm -> limits.overNone(isSoft(arm), arm.equals(first)), limits.again())
        .orElse(NONE);
  }

  /** A way to choose an arm by what a cell's folds say. */
  @FunctionalInterface
  private interface AdmissionRule {
    String pick(List<Line> lines);
  }

  private static void row(String title, Map<String, List<List<Line>>> cells, AdmissionRule rule) {
    double[] gains = cells.values().stream().mapToDouble(own -> mean(own, rule)).toArray();
    double mean = Arrays.stream(gains).average().orElse(Double.NaN);
    double squares = Arrays.stream(gains).map(gain -> (gain - mean) * (gain - mean)).sum();
    double error = Math.sqrt(squares / (gains.length - 1) / gains.length);
    long none =
        cells.values().stream()
            .flatMap(List::stream)
            .filter(lines -> rule.pick(lines).equals(NONE))
            .count();
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %+.4f | %.4f | %d | %d | %+.3f | %d |",
            title,
            mean,
            error,
            Arrays.stream(gains).filter(gain -> gain > 0).count(),
            Arrays.stream(gains).filter(gain -> gain < 0).count(),
            Arrays.stream(gains).min().orElse(Double.NaN),
            none));
  }

  private static double mean(List<List<Line>> splits, AdmissionRule rule) {
    return splits.stream()
        .mapToDouble(lines -> test(lines, rule.pick(lines)) - test(lines, NONE))
        .average()
        .orElseThrow();
  }

  private static double test(List<Line> lines, String arm) {
    return lines.stream()
        .filter(line -> line.part().equals("test") && line.arm().equals(arm))
        .mapToDouble(Line::averagePrecision)
        .findFirst()
        .orElseGet(() -> test(lines, NONE)); // what could not be made adds nothing
  }

  private static String pick(List<Line> lines, List<String> field, double factor) {
    List<Double> none = inFolds(lines, NONE);
    String best = NONE;
    NadeauBengio largest = null;
    for (String arm : field) {
      List<Double> own = inFolds(lines, arm);
      if (own.size() == none.size()) {
        NadeauBengio gain = InnerFolds.gain(none, own);
        if (largest == null || gain.mean() > largest.mean()) {
          largest = gain;
          best = arm;
        }
      }
    }
    boolean admitted =
        largest != null
            && largest.variance() > 0
            && largest.mean() > factor * largest.standardError();
    return admitted ? best : NONE;
  }

  private static List<Double> inFolds(List<Line> lines, String arm) {
    Map<String, Double> byFold = new TreeMap<>();
    lines.stream()
        .filter(line -> !line.part().equals("test") && line.arm().equals(arm))
        .forEach(line -> byFold.put(line.part(), line.averagePrecision()));
    return List.copyOf(byFold.values());
  }
}
