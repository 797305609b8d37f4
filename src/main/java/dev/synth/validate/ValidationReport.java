package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.base.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings of validation: every metric beside its noise floor, and which gates held.
 *
 * @param preset the gates' preset, in lower case
 * @param passed false where a gate failed; else true where at least half of the gates were judged.
 *     Null where fewer were: too few to speak for the rest
 * @param rareTrainingRows rare real rows that were trained on
 * @param rareValidationRows rare real rows that were held out for validation; 0 where there are
 *     none
 * @param syntheticRows the rows that were judged
 * @param gatesUse which real rows decide the gates of fidelity and detection
 * @param columns the columns that were compared
 * @param notCompared columns that only one side has, or that differ in type
 * @param metrics one result a metric
 * @param failedGates the gates that failed, in the order of metrics
 * @param answers one answer a question, in their order
 * @param privacyLevers what would make the generator's rows lean less on single training rows, the
 *     likeliest first; none where the generator is not known
 * @param allRows how many rows there are, where they were too many to be held, so that the counts
 *     above are those of samples; else null
 */
@JsonIgnoreProperties("summary")
public record ValidationReport(
    String preset,
    @Nullable Boolean passed,
    int rareTrainingRows,
    int rareValidationRows,
    int syntheticRows,
    Reference gatesUse,
    List<String> columns,
    List<String> notCompared,
    List<MetricReport> metrics,
    List<GateResult> failedGates,
    List<Answer> answers,
    List<PrivacyLever> privacyLevers,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AllRows allRows) {
  public ValidationReport {
    columns = List.copyOf(columns);
    notCompared = List.copyOf(notCompared);
    metrics = List.copyOf(metrics);
    failedGates = List.copyOf(failedGates);
    answers = List.copyOf(answers);
    privacyLevers = privacyLevers == null ? List.of() : List.copyOf(privacyLevers); // as in 0.2.0
  }

  /** A report of rows whose generator is not known. */
  public ValidationReport(
      String preset,
      @Nullable Boolean passed,
      int rareTrainingRows,
      int rareValidationRows,
      int syntheticRows,
      Reference gatesUse,
      List<String> columns,
      List<String> notCompared,
      List<MetricReport> metrics,
      List<GateResult> failedGates,
      List<Answer> answers) {
    this(
        preset,
        passed,
        rareTrainingRows,
        rareValidationRows,
        syntheticRows,
        gatesUse,
        columns,
        notCompared,
        metrics,
        failedGates,
        answers,
        List.of(),
        null);
  }

  /** Returns the same of samples of more rows. */
  public ValidationReport ofMore(AllRows all) {
    return Records.with(this, "allRows", all);
  }

  /** Returns the same of rows whose generator has such levers. */
  public ValidationReport withPrivacyLevers(List<PrivacyLever> levers) {
    return Records.with(this, "privacyLevers", levers);
  }

  /** Returns whether real rows seldom have this value of a metric. */
  public boolean isSign(String metric, Reference reference) {
    return answers.stream()
        .flatMap(answer -> answer.signs().stream())
        .anyMatch(sign -> sign.metric().equals(metric) && sign.reference() == reference);
  }

  /** Returns the metrics that help to answer a question. */
  public List<MetricReport> metrics(Question question) {
    return metrics.stream().filter(metric -> metric.question() == question).toList();
  }

  /** Returns whether a gate failed. */
  public boolean anyFailed() {
    return !failedGates.isEmpty();
  }

  /**
   * Returns what gates say together. False where one failed; true where none did and at least half
   * of those that are set were judged; null where fewer were.
   */
  public static @Nullable Boolean passed(List<GateResult> gates) {
    long set = count(gates, GateStatus.OFF, false);
    if (count(gates, GateStatus.FAILED, true) > 0) {
      return false;
    }
    return 2 * count(gates, GateStatus.PASSED, true) >= set ? Boolean.TRUE : null;
  }

  private static long count(List<GateResult> gates, GateStatus status, boolean isEqual) {
    return gates.stream().filter(gate -> (gate.status() == status) == isEqual).count();
  }

  /** Real rows that synthetic ones are compared with. */
  public enum Reference {
    /** The rare rows that the generator learned from. */
    @JsonProperty("training")
    TRAINING,
    /** Rare rows that it never saw. */
    @JsonProperty("validation")
    VALIDATION
  }

  /**
   * One metric.
   *
   * @param metric its id; an old name, as in a run of 0.1.0, becomes today's
   * @param question the question that it helps to answer
   * @param title its name in plain words
   * @param goal which way is better
   * @param minimum the smallest value there can be
   * @param maximum the largest value there can be, or null where there is none
   * @param source where its definition comes from
   * @param readings its values, one a reference: training rows, then held-out rows if used
   * @param gate what its gate said
   */
  public record MetricReport(
      String metric,
      Question question,
      String title,
      Goal goal,
      double minimum,
      @Nullable Double maximum,
      String source,
      List<Reading> readings,
      GateResult gate) {
    public MetricReport {
      metric = MetricNames.current(metric);
      readings = List.copyOf(readings);
    }

    /** Returns whether the metric has a value beside some real rows. */
    @JsonIgnore
    public boolean isMeasured() {
      return readings.stream().anyMatch(reading -> reading.value() != null);
    }

    /** Returns whether it could have had a value, and rows were too few or too much alike. */
    @JsonIgnore
    public boolean isMissed() {
      return !isMeasured()
          && readings.stream()
              .map(Reading::skipReason)
              .anyMatch(reason -> reason != null && reason.isMissed());
    }
  }

  /**
   * The number of rows on each side, of which samples were held in memory.
   *
   * @param training rare rows that the generator learned from
   * @param validation rare rows that it never saw; 0 where there are none
   * @param synthetic the rows that were judged
   */
  public record AllRows(long training, long validation, long synthetic) {}

  /**
   * The rows that a metric's value is of, where not all rows were held in memory.
   *
   * @param real real rows
   * @param synthetic rows that were judged
   * @param sampled whether these are samples, and not all rows of both sides
   */
  public record RowsSeen(long real, long synthetic, boolean sampled) {}

  /**
   * A metric's value against one reference.
   *
   * @param reference the real rows
   * @param value the value, or null where there is none
   * @param whyNone why there is no value, in words, as a run of 0.1.0 has it; null where there is a
   *     value or {@code skipReason}
   * @param failed whether the metric broke, a bug of ours
   * @param atFloorSize the median value over draws of the floor's size, to be compared with the
   *     floor; equals {@code value} but for metrics computed on all rows
   * @param floor what real rows say against real rows, or null where there is no value
   * @param partCount how many columns or pairs the value is made of
   * @param parts those that exceed their floor most, the worst first
   * @param findings what the metric found beside its value
   * @param skipReason why the metric has no value for these rows, or null where it has one, and in
   *     runs of 0.1.0
   * @param rowsSeen the rows that the value is of, where samples were held in memory; else null
   */
  public record Reading(
      Reference reference,
      @Nullable Double value,
      @Nullable String whyNone,
      boolean failed,
      @Nullable Double atFloorSize,
      @Nullable Floor floor,
      int partCount,
      List<PartReading> parts,
      List<Finding> findings,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SkipReason skipReason,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RowsSeen rowsSeen) {
    public Reading {
      whyNone = skipReason == null ? whyNone : null; // a file has both, the words for people
      parts = List.copyOf(parts);
      findings = List.copyOf(findings);
    }

    /** A reading of a metric that was not skipped. */
    public Reading(
        Reference reference,
        @Nullable Double value,
        @Nullable String whyNone,
        boolean failed,
        @Nullable Double atFloorSize,
        @Nullable Floor floor,
        int partCount,
        List<PartReading> parts,
        List<Finding> findings) {
      this(
          reference,
          value,
          whyNone,
          failed,
          atFloorSize,
          floor,
          partCount,
          parts,
          findings,
          null,
          null);
    }

    /** Returns the same reading with findings. */
    public Reading with(List<Finding> found) {
      return Records.with(this, "findings", found);
    }

    /** Returns the same reading of some rows. */
    public Reading seeing(RowsSeen rows) {
      return Records.with(this, "rowsSeen", rows);
    }

    /** A reading without a value, for a reason. */
    public static Reading none(Reference reference, SkipReason why) {
      boolean failed = why instanceof SkipReason.Broken;
      return new Reading(
          reference, null, null, failed, null, null, 0, List.of(), List.of(), why, null);
    }
  }

  /**
   * The noise floor of a metric: its values for real rows against real rows.
   *
   * @param rowsPerSide rows on each side of a draw. Where both sides are large and the metric's
   *     distribution is known, they are all rows (their harmonic mean where the sides differ)
   * @param draws how many draws there were
   * @param analytic whether the floor follows from asymptotic null distributions, at the size of
   *     all rows
   * @param median the median draw
   * @param low the 2.5 % quantile
   * @param high the 97.5 % quantile
   * @param percentile where the synthetic rows' value lies in the floor, in [0, 1]
   */
  public record Floor(
      int rowsPerSide,
      int draws,
      boolean analytic,
      double median,
      double low,
      double high,
      double percentile) {}

  /**
   * A metric's value for one column or pair.
   *
   * @param name the column, or both with a slash between
   * @param value the median over draws
   * @param floorMedian the same of real rows against real rows
   * @param floorHigh its 97.5 % quantile
   */
  public record PartReading(String name, double value, double floorMedian, double floorHigh) {}

  /**
   * The result of a gate.
   *
   * @param metric the metric's id; an old name becomes today's
   * @param rule the rule as the config writes it, such as {@code at_most 0.9}
   * @param status the gate's outcome
   * @param reference the real rows that decided, or null where nothing did
   * @param value the value that was judged, or null
   * @param limit the limit that it was held to, or null
   * @param reason what the status alone does not say, or null
   * @param rowsNeeded about how many rare real rows could tell, or null where no number could
   * @param remedy what most likely helps where the gate failed, as an imperative; else null
   */
  @JsonIgnoreProperties("message")
  public record GateResult(
      String metric,
      String rule,
      GateStatus status,
      @Nullable Reference reference,
      @Nullable Double value,
      @Nullable Double limit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GateReason reason,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long rowsNeeded,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String remedy) {
    public GateResult {
      metric = MetricNames.current(metric);
    }

    /** A result whose status says all. */
    public GateResult(
        String metric,
        String rule,
        GateStatus status,
        @Nullable Reference reference,
        @Nullable Double value,
        @Nullable Double limit) {
      this(metric, rule, status, reference, value, limit, null, null, null);
    }
  }

  /** The reason of a gate's result, where its status alone does not say it. */
  public enum GateReason {
    /** Failed: the value lies below what real rows say of each other, as that of copies does. */
    @JsonProperty("copies")
    COPIES,
    /** Cannot tell: the value breaks its limit, and so could real rows of this number. */
    @JsonProperty("too_few_rows")
    TOO_FEW_ROWS,
    /** Cannot tell: with so few rows no value could break the limit. */
    @JsonProperty("anything_passes")
    ANYTHING_PASSES
  }

  /** The status of a gate. */
  public enum GateStatus {
    /** The value is good enough. */
    @JsonProperty("passed")
    PASSED,
    /** The value is not good enough. */
    @JsonProperty("failed")
    FAILED,
    /** The value breaks the rule, but real rows of this number do so among themselves. */
    @JsonProperty("cannot_tell")
    CANNOT_TELL,
    /** The metric has no value here. */
    @JsonProperty("not_computed")
    NOT_COMPUTED,
    /** No rule was set. */
    @JsonProperty("off")
    OFF
  }
}
