package dev.synth.internal.experiment.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.remote.UnitComputer;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunOpening;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsElsewhereTest {
  private static final ExperimentConfig CONFIG =
      ConfigLoader.parse(
          """
          data: {source: demo, demo_rows: 12000}
          compare: {generators: [oversample], ratios: [0.1]}
          evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [class-weight]}
          """,
          "grid",
          List.of());
  private static final String HASH = new DataSource(CONFIG).sha256();

  private final GridDesign design = GridDesign.ofMany(CONFIG);
  private final Context context =
      new Context(new Seeds(CONFIG.seed()), Context.quiet(0).progress(), new Cancellation());
  private final RunOpening opening = RunOpening.of(CONFIG, new DataSource(CONFIG), context);

  @TempDir Path folder;

  /** Another machine: it has the order's text alone, works backwards, and may fail half-way. */
  private record Other(List<String> asked, int most) implements GridEngine {
    @Override
    public void compute(
        GridOrder order,
        List<String> units,
        Consumer<UnitCells> finished,
        Cancellation cancellation) {
      asked.addAll(units);
      UnitComputer computer = UnitComputer.of(order, 1);
      for (int i = 0; i < units.size(); i++) {
        if (i == most) {
          throw Problem.environment("the other machine is gone");
        }
        finished.accept(computer.compute(units.get(units.size() - 1 - i)));
      }
    }

    @Override
    public void close() {}
  }

  private Evaluated compute(String place, UnitsElsewhere elsewhere) {
    Repeats repeats = new Repeats(CONFIG, opening.rows(), context, 1);
    GridStore store = new GridStore(folder.resolve(place));
    return new Evaluated.GridWork(design, store, repeats, null, elsewhere)
        .compute(1, context, () -> false)
        .orElseThrow();
  }

  @Test
  void anotherMachinesCellsGiveTheSameResultsAndAreGoneOnFrom() {
    Repeats repeats = new Repeats(CONFIG, opening.rows(), context, 1);
    Evaluated here =
        new Evaluated.GridWork(design, new GridStore(folder.resolve("here")), repeats, null)
            .compute(1, context, () -> false)
            .orElseThrow();
    GridOrder order = GridOrder.of(CONFIG, true, design.repeats(), HASH);

    List<String> first = new ArrayList<>();
    assertThatThrownBy(() -> compute("there", new UnitsElsewhere(new Other(first, 1), order)))
        .hasMessageContaining("the other machine is gone");
    List<String> second = new ArrayList<>();
    Evaluated there =
        compute("there", new UnitsElsewhere(new Other(second, Integer.MAX_VALUE), order));

    assertThat(first).hasSize(design.units().size());
    assertThat(second).as("the finished unit is not asked for again").hasSize(first.size() - 1);
    assertThat(there.results()).isEqualTo(here.results());
    assertThat(there.openings()).isEqualTo(here.openings());
  }

  @Test
  void otherDataAreRefused() {
    GridOrder order = GridOrder.of(CONFIG, true, 2, "another hash");
    assertThatThrownBy(() -> UnitComputer.of(order, 1))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
        .hasMessageContaining("has other bytes than here");
  }

  @Test
  void aFileIsFoundByItsWholePath() {
    ExperimentConfig config = CONFIG.withData(CONFIG.data().withSource("rows.csv"));
    assertThat(GridOrder.of(config, false, 1, HASH).config())
        .contains(Path.of("rows.csv").toAbsolutePath().toString());
  }
}
