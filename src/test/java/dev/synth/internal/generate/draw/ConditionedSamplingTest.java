package dev.synth.internal.generate.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.ForestOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.MgsOptions;
import dev.synth.generate.ToyOptions;
import dev.synth.generate.ToyTables;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.generate.oversample.Oversample;
import dev.synth.internal.generate.vae.VaeTrainer;
import dev.synth.rule.ColumnCondition.Interval;
import dev.synth.rule.Conditions;
import dev.synth.split.RowRules;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConditionedSamplingTest {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column("x", ColumnType.Numeric.UNBOUNDED),
              new Column("base", ColumnType.Numeric.UNBOUNDED)));

  /** Around base 0, x is one of 0 … 9; around base 1, of 0 … 99; around base 2, of 50 … 59. */
  private static final AroundBases BASES =
      new AroundBases() {
        @Override
        public int bases() {
          return 3;
        }

        @Override
        public Table around(int[] bases, Context context) {
          RandomStream stream = context.seeds().stream("x");
          double[] x = new double[bases.length];
          for (int row = 0; row < x.length; row++) {
            x[row] = bases[row] == 2 ? 50 : 0;
            x[row] += stream.nextInt(bases[row] == 1 ? 100 : 10);
          }
          double[] base = IntStream.of(bases).asDoubleStream().toArray();
          return new Table(SCHEMA, List.of(new Cells.Numbers(x), new Cells.Numbers(base)));
        }
      };

  private static final Generator NONE = new Oversample(BASES.around(new int[1], Context.quiet(0)));

  private static Conditions below(double bound) {
    return new Conditions(List.of(new Interval("x", false, 0, bound)));
  }

  /**
   * Rejection would keep all draws around base 0, a tenth of those around base 1 and none around
   * base 2: 10/11 of the rows are of base 0.
   */
  @Test
  void drawsWhatRejectionWouldLeave() {
    double share = 0;
    int trials = 50; // the chances are estimated by 32 draws a base, so they vary
    for (int seed = 0; seed < trials; seed++) {
      Table drawn =
          ConditionedSampling.of(NONE, BASES, below(9), Context.quiet(seed))
              .orElseThrow()
              .sample(500, Context.quiet(seed));
      assertThat(below(9).rows(drawn)).hasSize(500);
      Cells.Numbers base = (Cells.Numbers) drawn.cells("base");
      share += IntStream.range(0, 500).filter(row -> base.value(row) == 0).count() / 500.0;
    }
    // The estimated chance of base 1 has the deviation sqrt(.1 · .9 / 32) = .053, so the share has
    // about .053/1.1² = .044, and its mean .006; three of these, and the ratio's small bias.
    assertThat(share / trials).isCloseTo(10 / 11.0, within(.02));
  }

  @Test
  void hasNothingToDrawFromWhereNoTrialSatisfies() {
    assertThat(ConditionedSampling.of(NONE, BASES, below(-1), Context.quiet(1))).isEmpty();
  }

  @Test
  void leavesARowThatKeepsFailingToTheRules() {
    // x is 99 in 1 of 100 draws around base 1: a trial in 3 × 32 may find it, 100 rounds don't
    // always
    Conditions rare = new Conditions(List.of(new Interval("x", false, 99, 99)));
    for (int seed = 0; seed < 50; seed++) {
      Context context = Context.quiet(seed);
      ConditionedSampling.of(NONE, BASES, rare, context)
          .ifPresent(draws -> assertThat(draws.sample(20, context).rowCount()).isEqualTo(20));
    }
  }

  /** Rows through the app have a score that is higher by 2 (see {@link ToyTables}). */
  @Test
  void theVaeDrawsAroundCodesThatGiveSuchRows() {
    Training training = ToyTables.training(300, 300, 1);
    Generator vae = new VaeTrainer(ToyOptions.vae(400)).fit(training, Context.quiet(1));
    RowRules rules = RowRules.fit(training, List.of("score > 2.5", "amount < 60"));
    RowRules app = rules.where(Map.of("channel", "app"), training.rows().label());

    AcceptedRows given = AcceptedRows.draw(vae, app, 2000, Context.quiet(1));
    AcceptedRows rejected = AcceptedRows.draw(unaware(vae), app, 2000, Context.quiet(2));

    assertThat(rejected.log().acceptance()).isLessThan(.35); // 30 % are through the app
    assertThat(given.log().acceptance()).isGreaterThan(.95);
    for (String column : List.of("score", "amount")) {
      // 2,000 draws around 300 codes, whose chances are estimated: a tenth of a deviation
      double deviation = column.equals("score") ? 1 : 15;
      assertThat(mean(given.accepted().rows(), column))
          .isCloseTo(mean(rejected.accepted().rows(), column), within(.15 * deviation));
    }
  }

  /** Two of the other kinds draw around rows, or their leaves. */
  static Stream<GeneratorOptions> kindsAroundRows() {
    return Stream.of(new MgsOptions(null, 1.0), new ForestOptions(10, 5, 5, 0));
  }

  @ParameterizedTest
  @MethodSource("kindsAroundRows")
  void otherKindsDrawAroundRowsThatGiveSuchRows(GeneratorOptions kind) {
    Training training = ToyTables.training(300, 300, 1);
    Generator generator = Generators.trainer(kind).fit(training, Context.quiet(1));
    RowRules rules = RowRules.fit(training, List.of("score > 2.5", "amount < 60"));
    RowRules app = rules.where(Map.of("channel", "app"), training.rows().label());

    AcceptedRows given = AcceptedRows.draw(generator, app, 2000, Context.quiet(1));
    AcceptedRows rejected = AcceptedRows.draw(unaware(generator), app, 2000, Context.quiet(2));

    assertThat(rejected.log().acceptance()).isLessThan(.35);
    assertThat(given.log().acceptance()).isGreaterThan(.95);
    assertThat(mean(given.accepted().rows(), "score"))
        .isCloseTo(mean(rejected.accepted().rows(), "score"), within(.15));
  }

  /** Networks that are told the case need no rejection for it, and draw rows that go with it. */
  static Stream<GeneratorOptions> kindsToldTheCase() {
    return Stream.of(ToyOptions.diffusion(500), ToyOptions.gan(500));
  }

  @ParameterizedTest
  @MethodSource("kindsToldTheCase")
  void networksAreToldTheCase(GeneratorOptions kind) {
    Training training = ToyTables.training(300, 300, 1);
    Generator generator = Generators.trainer(kind).fit(training, Context.quiet(1));
    RowRules app =
        RowRules.fit(training, List.of()).where(Map.of("channel", "app"), training.rows().label());

    AcceptedRows given = AcceptedRows.draw(generator, app, 2000, Context.quiet(1));
    AcceptedRows rejected = AcceptedRows.draw(unaware(generator), app, 2000, Context.quiet(2));

    assertThat(rejected.log().acceptance()).isLessThan(.45); // 30 % of the real rows
    assertThat(given.log().acceptance()).isGreaterThan(.8);
    double real = mean(app.conditions().select(training.rare()), "score");
    assertThat(mean(given.accepted().rows(), "score")).isCloseTo(real, within(.5));
  }

  private static double mean(Table rows, String column) {
    Cells.Numbers cells = (Cells.Numbers) rows.cells(column);
    return IntStream.range(0, cells.size()).mapToDouble(cells::value).average().orElseThrow();
  }

  /** The same generator, which does not know how to heed conditions. */
  private static Generator unaware(Generator generator) {
    return new Generator() {
      @Override
      public Table sample(int rows, Context context) {
        return generator.sample(rows, context);
      }

      @Override
      public TrainingLog trainingLog() {
        return generator.trainingLog();
      }

      @Override
      public void save(Path folder) {}
    };
  }
}
