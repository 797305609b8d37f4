package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import dev.synth.internal.report.wording.ValidationSummary;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Splitter;
import dev.synth.split.Synthetic;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.validate.GateRule;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationOptions.Preset;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ValidatorTest {
  private static final Table REAL = RareTables.draw(60, 1);

  /** The report on fresh rows of the same distribution. */
  private static final ValidationReport FRESH_ROWS = validate(REAL, RareTables.draw(500, 2));

  /** Left out where the training rows have no relation, no codes, and no generator is at hand. */
  private static final Set<String> ABOUT_NOTHING =
      Set.of(
          "relations_kept",
          "invented_codes",
          "majority_membership_inference",
          "soft_label_inference",
          "majority_soft_label_inference");

  @Test
  void reportsEveryMetricBesideItsFloor() {
    ValidationReport report = FRESH_ROWS;
    assertThat(report.metrics())
        .extracting(MetricReport::metric)
        .containsExactlyElementsOf(
            MetricCatalogue.metricIds().stream()
                .filter(id -> !ABOUT_NOTHING.contains(id))
                .toList());
    assertThat(report.metrics())
        .filteredOn(metric -> !metric.metric().equals("class_fidelity")) // asks for both classes
        .allSatisfy(
            metric ->
                assertThat(metric.readings())
                    .singleElement()
                    .satisfies(
                        reading ->
                            assertThat(reading.floor() == null)
                                .isEqualTo(reading.skipReason() != null)));
    assertThat(report.passed()).isTrue();
    assertThat(ValidationSummary.of(report))
        .first()
        .isEqualTo(
            "11 of 13 gates passed (preset standard, against rare training rows), 0 failed.");
    assertThat(report.metrics())
        .extracting(MetricReport::gate)
        .filteredOn(gate -> gate.status() != GateStatus.PASSED && gate.status() != GateStatus.OFF)
        .extracting(GateResult::metric, GateResult::status)
        .containsExactly(
            tuple("cluster_coverage", GateStatus.CANNOT_TELL), // too few rows a cluster
            tuple("class_fidelity", GateStatus.NOT_COMPUTED)); // all rows are rare
  }

  @Test
  void givesTheSameBytesTwice() {
    Table real = RareTables.draw(20, 1); // the fewer, the sooner they are judged
    assertThat(Json.write(validate(real, RareTables.draw(60, 2))))
        .isEqualTo(Json.write(validate(real, RareTables.draw(60, 2))));
  }

  @Test
  void namesCopies() {
    ValidationReport report = validate(REAL, RareTables.copies(REAL, 200, 1));
    assertThat(report.passed()).isFalse();
    assertThat(report.failedGates())
        .extracting(GateResult::metric)
        .contains("identical_match_share", "dcr");
    assertThat(ValidationSummary.of(report))
        .anyMatch(line -> line.startsWith("Failed: identical_match_share is 1.000"));
  }

  @Test
  void skipsWhatEightRowsCannotSay() {
    ValidationReport report = validate(RareTables.draw(8, 1), RareTables.draw(100, 2));
    assertThat(report.passed()).isTrue();
    assertThat(gate(report, "c2st_forest").status()).isEqualTo(GateStatus.NOT_COMPUTED);
    assertThat(ValidationSummary.of(report))
        .contains(
            "Not judged: c2st_forest was not computed: needs at least 20 rare training rows; there"
                + " are 8.");
    assertThat(gate(report, "mean_ks").value()).isNotNull();
  }

  @Test
  void answersForNoSyntheticRowsAndForThreeRealOnes() {
    for (ValidationReport report :
        List.of(
            validate(REAL, RareTables.draw(0, 2)),
            validate(RareTables.draw(3, 1), RareTables.draw(100, 2)))) {
      assertThat(report.passed()).isNull();
      assertThat(report.metrics())
          .allSatisfy(
              metric ->
                  assertThat(metric.readings())
                      .allSatisfy(reading -> assertThat(reading.failed()).isFalse()));
      assertThat(ValidationSummary.of(report)).anyMatch(line -> line.startsWith("Not judged: "));
    }
  }

  @Test
  void comparesTheColumnsThatBothSidesHave() {
    Table real = RareTables.draw(30, 1);
    List<Column> columns = new ArrayList<>(real.schema().columns().reversed());
    columns.removeIf(column -> column.name().equals("amount"));
    Table turned = RareTables.draw(30, 2).select(new Schema(columns));
    ValidationReport report = validate(real, turned);
    assertThat(report.notCompared()).containsExactly("amount");
    assertThat(report.columns()).hasSize(9).doesNotContain("amount");
    assertThat(ValidationSummary.of(report))
        .last()
        .isEqualTo("Not compared, since they differ in type or stand on one side only: amount.");
    assertThatThrownBy(() -> validate(REAL, TestSamples.rows().numbers("other", 1, 2).table()))
        .isInstanceOf(Problem.class)
        .hasMessage("The real and the synthetic rows have no column in common.");
  }

  @Test
  void acceptsLevelsThatNoTrainingRowHas() {
    List<Cells> cells = new ArrayList<>();
    Table real = RareTables.draw(20, 1);
    for (int i = 0; i < 10; i++) {
      cells.add(i == 8 ? Cells.Levels.of(Collections.nCopies(20, "new")) : real.cells(i));
    }
    ValidationReport report = validate(real, new Table(real.schema(), cells));
    assertThat(
            reading(report, "mean_tvd").parts().stream()
                .filter(part -> part.name().equals("merchant")))
        .singleElement()
        .satisfies(part -> assertThat(part.value()).isEqualTo(1));
  }

  @Test
  void heldOutRowsDecideWhereThereAreEnough() {
    Split split = split(110, 0.5, 0.1);
    assertThat(split.validation().rareCount()).isGreaterThanOrEqualTo(Validator.LEAST_HELD_OUT);
    ValidationReport report = validate(split, RareTables.copies(split.training().rare(), 60, 1));
    assertThat(report.gatesUse()).isEqualTo(Reference.VALIDATION);
    assertThat(gate(report, "mean_ks").reference()).isEqualTo(Reference.VALIDATION);
    assertThat(gate(report, "identical_match_share").reference()).isEqualTo(Reference.TRAINING);
    assertThat(gate(report, "identical_match_share").status()).isEqualTo(GateStatus.FAILED);

    Split small = split(25, 0.2, 0.2);
    ValidationReport without = validate(small, fewColumns(RareTables.draw(50, 3)));
    assertThat(without.gatesUse()).isEqualTo(Reference.TRAINING);
    assertThat(without.rareValidationRows()).isEqualTo(small.validation().rareCount());
  }

  @Test
  void refusesGatesThatNameNoMetric() {
    ValidationOptions options =
        new ValidationOptions(Preset.STANDARD, Map.of("tree_acu", new GateRule.AtMost(0.8)));
    assertThatThrownBy(() -> MetricCatalogue.checkGateNames(options))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("validation.gates.tree_acu: unknown metric; did you mean 'c2st_forest'?");
  }

  @Test
  void presetsNameMetricsOnly() {
    for (Preset preset : Preset.values()) {
      assertThat(MetricCatalogue.metricIds())
          .containsAll(GateRules.of(new ValidationOptions(preset, Map.of())).keySet());
    }
  }

  /** Two numbers and a category: the fewer, the sooner they are judged. */
  private static Table fewColumns(Table rows) {
    List<Column> columns = rows.schema().columns();
    return rows.select(new Schema(List.of(columns.get(0), columns.get(2), columns.get(8))));
  }

  private static Split split(int rareRows, double validation, double test) {
    BitSet rare = new BitSet();
    rare.set(0, rareRows);
    LabelledTable rows =
        new LabelledTable(
            fewColumns(RareTables.draw(rareRows + 100, 1)), rare, new Label("fraud", "1", "0", 0));
    SplitOptions options =
        new SplitOptions(SplitOptions.Method.RANDOM, validation, test, Duration.ZERO, 1);
    return Splitter.split(rows, options, null, null, new Seeds(1));
  }

  private static ValidationReport validate(Split split, Table synthetic) {
    return new Validator()
        .validate(
            split.training(),
            split.validation(),
            Synthetic.external(synthetic),
            new ValidationOptions(Preset.STANDARD, Map.of()),
            Context.quiet(1));
  }

  private static ValidationReport validate(Table real, Table synthetic) {
    return new Validator()
        .validate(
            RareTables.training(real),
            Synthetic.external(synthetic),
            new ValidationOptions(Preset.STANDARD, Map.of()),
            Context.quiet(1));
  }

  private static GateResult gate(ValidationReport report, String metric) {
    return report(report, metric).gate();
  }

  private static Reading reading(ValidationReport report, String metric) {
    return report(report, metric).readings().getFirst();
  }

  private static MetricReport report(ValidationReport report, String metric) {
    return report.metrics().stream()
        .filter(candidate -> candidate.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
