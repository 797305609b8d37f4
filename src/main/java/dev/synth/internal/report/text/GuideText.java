package dev.synth.internal.report.text;

import dev.synth.base.Kinds;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import dev.synth.split.SplitOptions;
import dev.synth.table.DataOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The words for somebody at a terminal, beside those of a run: its course, and its page. */
public final class GuideText {
  private GuideText() {}

  /**
   * Returns what {@code synth generate} does by a config, in lines.
   *
   * @param fits how often everything is fitted and measured; without meaning where nothing is
   */
  public static String before(ExperimentConfig config, int fits) {
    EvaluationOptions evaluation = config.evaluation();
    String learns =
        PlainText.of(
            "This run learns %s by %s, draws rare rows and judges them",
            data(config.data()), Kinds.nameOf(config.generator().getClass()));
    String measures =
        evaluation == null
            ? "."
            : PlainText.of(
                "; if they pass, it measures, %s.",
                measures("they", config.split(), evaluation, fits));
    return lines(learns + measures);
  }

  /**
   * Returns what {@code synth evaluate} and {@code synth compare} do by a config, in lines.
   *
   * @param fits how often everything is fitted and measured
   * @param generators those whose rows are measured
   */
  public static String beforeMeasuring(
      ExperimentConfig config,
      EvaluationOptions evaluation,
      int fits,
      List<GeneratorOptions> generators) {
    String kinds =
        generators.stream()
            .map(GeneratorOptions::kind)
            .distinct()
            .collect(Collectors.joining(", "));
    return lines(
        PlainText.of(
            "This run measures on %s, %s.%s",
            data(config.data()),
            measures("synthetic rows by " + kinds, config.split(), evaluation, fits),
            List.of(Baseline.NONE).equals(evaluation.baselines())
                ? ""
                : " Beside them stands what is free."));
  }

  /** Such as: 5 times, whether they help xgboost on real rows that no model has seen. */
  private static String measures(
      String which, SplitOptions split, EvaluationOptions evaluation, int fits) {
    return PlainText.of(
        "%s, whether %s help %s on real rows that no model has seen",
        split.method().isFixed() ? onSameRows(split.origins(), fits) : often(evaluation, fits),
        which,
        Kinds.nameOf(evaluation.classifiers().getFirst().getClass()));
  }

  private static String often(EvaluationOptions evaluation, int fits) {
    boolean mayGoOn = evaluation.until() == EvaluationOptions.Until.DECIDED;
    return PlainText.of("%s%s", mayGoOn ? "at least " : "", times(fits));
  }

  private static String onSameRows(int windows, int fits) {
    return windows == 1
        ? times(fits) + " on the same test rows"
        : PlainText.of("%s in each of %d windows", times(fits / windows), windows);
  }

  private static String times(int number) {
    return number == 1 ? "once" : number + " times";
  }

  private static String data(DataOptions data) {
    if (!data.isDemo()) {
      return data.database() == null ? data.source() : "a database's table";
    }
    Integer rows = data.demoRows();
    String what = "simulated card transactions";
    return rows == null ? what : ReportNumbers.count(rows) + " " + what;
  }

  /** Returns what to open after a run, in lines; nothing where there is no page. */
  public static String after(RunFolders folders) {
    Path evaluation = RunFile.PAGE.in(folders.evaluation());
    Path synthesis = RunFile.PAGE.in(folders.synthesis());
    if (RunFile.PAGE.isIn(folders.evaluation())) {
      return lines(
          PlainText.of(
              "Open %s in a browser: the verdict with its charts (docs/report.md reads it with"
                  + " you).",
              evaluation));
    }
    return RunFile.PAGE.isIn(folders.synthesis())
        ? lines(
            PlainText.of("Open %s in a browser: the synthetic rows beside real ones.", synthesis))
        : "";
  }

  private static String lines(String sentence) {
    return String.join("\n", LineBreaks.wrapped(sentence, TextGrid.WIDTH)) + "\n";
  }
}
