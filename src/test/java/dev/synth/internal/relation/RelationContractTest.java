package dev.synth.internal.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorContractTest;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.rule.Rule;
import dev.synth.internal.validate.Validator;
import dev.synth.rule.ColumnCondition;
import dev.synth.rule.Conditions;
import dev.synth.rule.RelationOptions;
import dev.synth.split.BrokenRule;
import dev.synth.split.RowRules;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The relations of training rows that every kind of generator keeps. */
class RelationContractTest {
  private static final Training PLANTED = RelatedTables.planted();
  private static final Relations RELATIONS = Relations.learn(PLANTED, RelationOptions.defaults());
  private static final int DRAWN = 200;

  /** The generator of each kind from seed 1: a fit is the longest part of a test. */
  private static final Map<GeneratorOptions, Generator> FITTED = new HashMap<>();

  @TempDir private Path folder;

  private static Generator fitted(GeneratorOptions kind) {
    return FITTED.computeIfAbsent(
        kind, missing -> Generators.trainer(missing, RELATIONS).fit(PLANTED, Context.quiet(1)));
  }

  @ParameterizedTest
  @MethodSource("dev.synth.generate.GeneratorContractTest#kinds")
  void drawnRowsKeepEveryRelation(GeneratorOptions kind) throws IOException {
    Generator generator = fitted(kind);
    Table drawn = generator.sample(DRAWN, Context.quiet(2));
    assertThat(drawn.schema()).isEqualTo(PLANTED.rows().features().schema());
    for (String rule : RelatedTables.PLANTED) {
      assertThat(Rule.learn(rule, PLANTED.rows().features()).broken(drawn).cardinality())
          .as(rule)
          .isZero();
    }
    Path saved = Files.createDirectory(folder.resolve("saved"));
    generator.save(saved);
    assertThat(GeneratorContractTest.text(Generators.load(saved).sample(DRAWN, Context.quiet(2))))
        .isEqualTo(GeneratorContractTest.text(drawn));
  }

  @ParameterizedTest
  @MethodSource("dev.synth.generate.GeneratorContractTest#kinds")
  void nothingIsRejectedForARelation(GeneratorOptions kind) {
    RowRules rules = RowRules.fit(PLANTED, List.of(), RELATIONS.rules());
    assertThat(rules.review(fitted(kind).sample(DRAWN, Context.quiet(3))).rejections())
        .extracting(RowRules.Rejection::broken)
        .noneMatch(BrokenRule.OfRelation.class::isInstance);
  }

  /** Shuffled fees break one relation of the planted ones in nearly every row. */
  @Test
  @Tag("slow")
  void rowsThatBreakARelationFailTheGate() {
    Table rare = PLANTED.rare();
    int[] turned = new int[rare.rowCount()];
    for (int row = 0; row < turned.length; row++) {
      turned[row] = (row + 1) % turned.length;
    }
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < rare.schema().columns().size(); column++) {
      boolean isFee = rare.schema().columns().get(column).name().equals("fee");
      cells.add(isFee ? rare.cells(column).rows(turned) : rare.cells(column));
    }
    ValidationReport report =
        new Validator()
            .validate(
                PLANTED,
                Synthetic.external(new Table(rare.schema(), cells)),
                ValidationOptions.defaults(),
                Context.quiet(1));
    assertThat(report.failedGates())
        .extracting(ValidationReport.GateResult::metric)
        .contains("relations_kept");
    ValidationReport.Reading reading =
        report.metrics().stream()
            .filter(metric -> metric.metric().equals("relations_kept"))
            .findFirst()
            .orElseThrow()
            .readings()
            .getFirst();
    assertThat(reading.value()).isLessThan(0.1);
    assertThat(reading.parts())
        .filteredOn(part -> part.value() < 1)
        .extracting(ValidationReport.PartReading::name)
        .containsExactly("net + fee == amount");
  }

  @Test
  void withoutRelationsAModelIsAsItWas() throws IOException {
    GeneratorOptions kind = GeneratorContractTest.kinds().findFirst().orElseThrow();
    Generator plain = Generators.trainer(kind).fit(PLANTED, Context.quiet(1));
    Generator same = Generators.trainer(kind, Relations.NONE).fit(PLANTED, Context.quiet(1));
    assertThat(GeneratorContractTest.text(same.sample(50, Context.quiet(2))))
        .isEqualTo(GeneratorContractTest.text(plain.sample(50, Context.quiet(2))));
    same.save(folder);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("model.json", "tensors.bin");
    }
  }

  /** A condition on a computed column is asked of the column that it follows from. */
  @Test
  void conditionsOnComputedColumnsReachTheColumnsTheyFollowFrom() {
    Conditions asked =
        new Conditions(
            List.of(
                new ColumnCondition.Among("state", false, Set.of("s2")),
                new ColumnCondition.Interval("funded", false, 100, 200)));
    assertThat(RELATIONS.ofDrawn(asked).all())
        .containsExactly(new ColumnCondition.Among("city", true, Set.of("c6", "c7")));
  }
}
