package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.internal.validate.plot.BrokenChart;
import dev.synth.internal.validate.plot.PlotRecorder;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.rule.RelationOptions;
import dev.synth.split.HeldOut;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.validate.Answer;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges synthetic rows by every metric, beside the noise floors of real rows, and holds them to
 * the gates.
 *
 * <p>Metrics of fidelity and detection are read against the rare training rows and, where at least
 * {@value #LEAST_HELD_OUT} rare rows were held out for validation, against those too. Then these
 * decide, since likeness to the training rows alone rewards copying them. Metrics of privacy ask
 * about the training rows, always. The same input and seeds give the same report.
 */
public final class Validator {
  /** With fewer rare held-out rows, their own noise would decide the gates. */
  public static final int LEAST_HELD_OUT = 50;

  /**
   * The number of fits of the generator under {@code privacy: full}, each to half of the training
   * rows.
   */
  public static final int SHADOW_FITS = Shadows.FITS;

  private final @Nullable ShadowFit shadowFit;
  private final RelationOptions relations;
  private final Labeller labeller;

  /**
   * The judgement of some rows, and the data that charts of it are drawn from.
   *
   * @param report the judgement
   * @param plots what charts are drawn from
   * @param brokenCharts the charts that are left out, being broken
   */
  public record JudgedRows(ValidationReport report, Plots plots, List<BrokenChart> brokenCharts) {
    public JudgedRows {
      brokenCharts = List.copyOf(brokenCharts);
    }

    /** Returns the same charts with another judgement. */
    public JudgedRows withReport(ValidationReport other) {
      return new JudgedRows(other, plots, brokenCharts);
    }
  }

  /** A validator of rows whose generator is not at hand. */
  public Validator() {
    this(null, RelationOptions.defaults());
  }

  /**
   * A validator that can fit the generator again, for {@code privacy: full}.
   *
   * @param shadowFit fits the generator to other training rows, or null where there is none
   * @param relations which relations of the training rows synthetic rows should keep
   */
  public Validator(@Nullable ShadowFit shadowFit, RelationOptions relations) {
    this(shadowFit, relations, Labeller.NONE);
  }

  private Validator(@Nullable ShadowFit shadowFit, RelationOptions relations, Labeller labeller) {
    this.shadowFit = shadowFit;
    this.relations = relations;
    this.labeller = labeller;
  }

  /** Returns the same that asks a teacher for labels, for {@code privacy: full}. */
  public Validator labelledBy(Labeller teacher) {
    return new Validator(shadowFit, relations, teacher);
  }

  /**
   * Judges synthetic rows.
   *
   * @param training the rows that the generator learned from
   * @param validation rows that it never saw
   * @param synthetic the rows to judge; none at all is an answer too
   * @param options the gates
   * @param context seeds, progress (one unit a metric), cancellation
   * @throws Problem if a gate names no metric, or no column is on both sides
   */
  public ValidationReport validate(
      Training training,
      HeldOut<HeldOut.Validation> validation,
      Synthetic synthetic,
      ValidationOptions options,
      Context context) {
    LabelledTable heldOut = HeldOut.validationRows(validation);
    SampleMaker.Made compared = samples(training, heldOut, synthetic, options, context);
    return report(compared, options, context);
  }

  /**
   * Judges synthetic rows, and records what charts of them are drawn from.
   *
   * @param validation rows that no generator saw, or null where nothing was held out
   * @param showRows whether the user asked to be shown real rows
   */
  public JudgedRows judge(
      Training training,
      @Nullable HeldOut<HeldOut.Validation> validation,
      Synthetic synthetic,
      ValidationOptions options,
      boolean showRows,
      Context context) {
    return judge(training, validation, synthetic, options, showRows, null, context);
  }

  /**
   * Judges samples of rows that are too many to be held.
   *
   * @param whole sums over all rows, for metrics that are sums; null where the samples are all
   */
  public JudgedRows judge(
      Training training,
      @Nullable HeldOut<HeldOut.Validation> validation,
      Synthetic synthetic,
      ValidationOptions options,
      boolean showRows,
      @Nullable WholeSums whole,
      Context context) {
    LabelledTable heldOut = validation == null ? null : HeldOut.validationRows(validation);
    SampleMaker.Made compared =
        samples(training, heldOut, synthetic, options, context).beside(whole);
    ValidationReport report = report(compared, options, context);
    PlotRecorder.Input input =
        new PlotRecorder.Input(
            compared.samples().training(),
            compared.samples().synthetic(),
            training.rowCount(),
            report,
            showRows);
    PlotRecorder.Recorded recorded = PlotRecorder.record(input, context);
    return new JudgedRows(report, recorded.plots(), recorded.broken());
  }

  /** Judges synthetic rows by training rows alone, where nothing was held out. */
  public ValidationReport validate(
      Training training, Synthetic synthetic, ValidationOptions options, Context context) {
    return report(samples(training, null, synthetic, options, context), options, context);
  }

  private SampleMaker.Made samples(
      Training training,
      @Nullable LabelledTable heldOut,
      Synthetic synthetic,
      ValidationOptions options,
      Context context) {
    MetricCatalogue.checkGateNames(options);
    return new SampleMaker(shadowFit, relations, labeller, options.privacy())
        .make(training, heldOut, synthetic, context);
  }

  private static ValidationReport report(
      SampleMaker.Made compared, ValidationOptions options, Context context) {
    SampleSpace space = compared.space();
    ComparedSamples samples = compared.samples();
    List<GatedMetric> measured = measureAll(samples, GateRules.of(options), context);
    double sharedTail = GatedMetric.sharedTail(measured);
    List<MetricReport> metrics = measured.stream().map(each -> each.report(sharedTail)).toList();
    List<GateResult> gates = metrics.stream().map(MetricReport::gate).toList();
    List<GateResult> failed =
        gates.stream().filter(gate -> gate.status() == GateStatus.FAILED).toList();
    String preset = options.preset().name().toLowerCase(Locale.ROOT);
    Reference gatesUse = samples.heldOut() != null ? Reference.VALIDATION : Reference.TRAINING;
    WholeSums whole = samples.whole();
    ValidationReport report =
        new ValidationReport(
            preset,
            ValidationReport.passed(gates),
            samples.training().rowCount(),
            compared.heldOutRows(),
            samples.synthetic().rowCount(),
            gatesUse,
            space.columns().stream().map(SampleColumn::name).toList(),
            space.notCompared(),
            metrics,
            failed,
            Answer.of(metrics, SignFinder.of(measured)));
    return whole == null ? report : report.ofMore(allRows(whole));
  }

  private static ValidationReport.AllRows allRows(WholeSums whole) {
    RowSums heldOut = whole.heldOut();
    return new ValidationReport.AllRows(
        whole.training().rows(), heldOut == null ? 0 : heldOut.rows(), whole.synthetic().rows());
  }

  /** Returns whether a metric has anything to say here, or the user has set a gate of it. */
  private static boolean isWanted(Metric metric, ComparedSamples samples, Map<String, Gate> gates) {
    Gate gate = gates.getOrDefault(metric.description().id(), Gate.OFF);
    return metric.applies(samples.real(Reference.TRAINING), samples.synthetic())
        || !gate.ofPreset();
  }

  private static List<GatedMetric> measureAll(
      ComparedSamples samples, Map<String, Gate> gates, Context context) {
    List<GatedMetric> all = new ArrayList<>();
    List<Metric> metrics =
        MetricCatalogue.metrics().stream()
            .filter(metric -> isWanted(metric, samples, gates))
            .toList();
    int count = metrics.size();
    try (Progress.Stage stage = context.progress().stage("validating", count, "metrics")) {
      MetricRunner measuring = new MetricRunner(samples, context, stage);
      for (Question question : Question.values()) {
        for (Metric metric : MetricCatalogue.metrics(question)) {
          if (!metrics.contains(metric)) {
            continue;
          }
          Gate gate = gates.getOrDefault(metric.description().id(), Gate.OFF);
          all.add(GatedMetric.of(question, metric, gate, measuring));
          stage.advance(1);
        }
      }
    }
    return List.copyOf(all);
  }
}
