package dev.synth.internal.compare;

import dev.synth.compare.ArmSummary;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.PrecisionCurve;
import dev.synth.internal.evaluate.ReferenceLine;
import dev.synth.internal.evaluate.RepeatDiagnostics;
import dev.synth.internal.evaluate.TeacherRecord;
import dev.synth.internal.evaluate.Tuned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The diagnostics that stand beside a comparison and take no part in it: the content of {@code
 * description.json}.
 *
 * @param schemaVersion the version of this format
 * @param detectors detectors that learned without labels, over all repeats
 * @param curves the arms' precision-recall curves with the first-listed classifier, means over all
 *     repeats
 * @param importance what columns are worth to each classifier of {@code none} and of the
 *     generator's arm with the highest average precision on validation rows, means over the repeats
 *     that measured it
 * @param tuned how each repeat set the classifiers; empty where nothing is tuned
 * @param teachers what labelled each repeat's synthetic rows; empty where all labels are hard
 * @param differences the differences of every arm in every endpoint; null of runs before 0.2.0
 */
public record Diagnostics(
    int schemaVersion,
    List<Detector> detectors,
    List<ArmCurve> curves,
    List<ArmImportance> importance,
    List<Tuned> tuned,
    List<TeacherRecord> teachers,
    @Nullable ArmDifferences differences) {
  /** The version of the format of {@code description.json}. */
  public static final int SCHEMA_VERSION = 1;

  public Diagnostics {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          PlainText.of(
              "the description's format is version %d, and this program reads version %d",
              schemaVersion, SCHEMA_VERSION));
    }
    detectors = List.copyOf(detectors);
    curves = List.copyOf(curves);
    importance = List.copyOf(importance);
    tuned = List.copyOf(tuned);
    teachers = teachers == null ? List.of() : List.copyOf(teachers); // before 0.2.0 there were none
  }

  /** Diagnostics without the differences of arms. */
  public Diagnostics(
      int schemaVersion,
      List<Detector> detectors,
      List<ArmCurve> curves,
      List<ArmImportance> importance,
      List<Tuned> tuned,
      List<TeacherRecord> teachers) {
    this(schemaVersion, detectors, curves, importance, tuned, teachers, null);
  }

  /** Returns the same with the differences of arms. */
  public Diagnostics with(ArmDifferences others) {
    return new Diagnostics(schemaVersion, detectors, curves, importance, tuned, teachers, others);
  }

  /**
   * A detector over all repeats.
   *
   * @param name its name in configs
   * @param figures each of {@link ReferenceLine#MEASURES}: mean and spread
   * @param curve the mean curve
   */
  public record Detector(
      String name, Map<EvaluationMetric, ArmSummary.Spread> figures, PrecisionCurve curve) {
    public Detector {
      figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }

    /** Returns one figure's mean and spread. */
    public ArmSummary.Spread figure(EvaluationMetric measure) {
      ArmSummary.Spread spread = figures.get(measure);
      if (spread == null) {
        throw new IllegalStateException("no figure " + measure);
      }
      return spread;
    }

    static Detector of(String name, List<ReferenceLine> lines) {
      Map<EvaluationMetric, ArmSummary.Spread> figures = new EnumMap<>(EvaluationMetric.class);
      for (EvaluationMetric measure : ReferenceLine.MEASURES) {
        List<MetricValue> all = new ArrayList<>();
        for (ReferenceLine line : lines) {
          MetricValue figure = line.figures().get(measure);
          all.add(figure == null ? new MetricValue.Skipped(new Unmeasured.Unrecorded()) : figure);
        }
        figures.put(measure, ArmSummary.Spread.of(all));
      }
      return new Detector(
          name, figures, PrecisionCurve.mean(lines.stream().map(ReferenceLine::curve).toList()));
    }
  }

  /**
   * Sums up the repeats, in their order.
   *
   * @param top how many columns are kept, the most important ones
   */
  public static Diagnostics of(List<RepeatDiagnostics> repeats, int top) {
    Map<String, List<ReferenceLine>> lines = new LinkedHashMap<>();
    Map<ArmCurve.Key, List<PrecisionCurve>> curves = new LinkedHashMap<>();
    for (RepeatDiagnostics repeat : repeats) {
      for (ReferenceLine line : repeat.detectors()) {
        lines.computeIfAbsent(line.detector(), name -> new ArrayList<>()).add(line);
      }
      for (ArmCurve curve : repeat.curves()) {
        curves.computeIfAbsent(curve.key(), key -> new ArrayList<>()).add(curve.curve());
      }
    }
    List<Detector> detectors = new ArrayList<>();
    lines.forEach((name, all) -> detectors.add(Detector.of(name, all)));
    List<ArmCurve> means = new ArrayList<>();
    curves.forEach(
        (key, all) ->
            means.add(new ArmCurve(key.arm(), key.classifier(), PrecisionCurve.mean(all))));
    return new Diagnostics(
        SCHEMA_VERSION,
        detectors,
        means,
        ArmImportance.shown(repeats, top),
        repeats.stream().flatMap(repeat -> repeat.tuned().stream()).toList(),
        repeats.stream().flatMap(repeat -> repeat.teachers().stream()).toList());
  }
}
