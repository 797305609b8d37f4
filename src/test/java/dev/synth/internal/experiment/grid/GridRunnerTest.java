package dev.synth.internal.experiment.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.Json;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.ThinnedDemo;
import dev.synth.internal.experiment.arm.RepeatRows;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.files.FileLocks;
import dev.synth.split.RareRows;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridRunnerTest {
  private static final ExperimentConfig CONFIG =
      ConfigLoader.parse(
          """
          data: {source: demo, label: fraud, positive: 1}
          compare: {generators: [oversample], ratios: [0.1, 0.2], rare_rows: [8, all]}
          evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [class-weight]}
          """,
          "grid",
          List.of());

  private static final LabelledTable ROWS = ThinnedDemo.labelled(3, 5_400, 4);

  /** One grid that several tests hold theirs against, or damage a copy of. */
  @TempDir private static Path shared;

  private static @Nullable Evaluated sharedGrid;

  @TempDir Path folder;
  private final GridDesign design = GridDesign.ofMany(CONFIG);
  private final Context context = Context.quiet(3);

  private Evaluated compute(Path place) {
    return compute(place, context).orElseThrow();
  }

  private Optional<Evaluated> compute(Path place, Context own) {
    Repeats repeats = new Repeats(CONFIG, ROWS, own, 2);
    return new Evaluated.GridWork(design, new GridStore(place), repeats, null)
        .compute(2, own, () -> false);
  }

  @BeforeAll
  static void computeOnce() {
    Context context = Context.quiet(3);
    sharedGrid =
        new Evaluated.GridWork(
                GridDesign.ofMany(CONFIG),
                new GridStore(shared),
                new Repeats(CONFIG, ROWS, context, 2),
                null)
            .compute(2, context, () -> false)
            .orElseThrow();
  }

  private static Evaluated whole() {
    return Objects.requireNonNull(sharedGrid);
  }

  @Test
  void everyCellIsMeasuredOnce() {
    Evaluated evaluated = whole();

    assertThat(evaluated.results()).hasSize(2);
    // 2 numbers of rare rows x (none, class-weight, oversample x 2, selected)
    assertThat(evaluated.results().getFirst().evaluations()).hasSize(2 * 5);
    assertThat(evaluated.openings()).containsExactly("repeat 1", "repeat 2");
    assertThat(evaluated.costs().fitSeconds()).containsKeys("none, 8 rare rows", "selected");
    assertThat(evaluated.costs().scoreMillis()).containsKey("none, 8 rare rows");
    assertThat(evaluated.costs().fits()).containsEntry("none, 8 rare rows", 1L);
    assertThat(shared.resolve("cells")).isEmptyDirectory();
  }

  @Test
  void aDamagedCellIsComputedAgain() throws IOException {
    Path halved = folder.resolve("halved");
    GridStore store = new GridStore(halved);
    UnitWorker worker = new UnitWorker(design.options(), store, done -> {}, null);
    Repeats repeats = new Repeats(CONFIG, ROWS, context, 2);
    for (GridUnit unit : design.units()) {
      worker.compute(unit, repeats);
    }
    List<Path> cells;
    try (Stream<Path> files = Files.list(halved.resolve("cells"))) {
      cells = files.sorted().toList();
    }
    assertThat(cells).hasSize(2 * 2 * 4);
    Files.writeString(cells.get(3), "{\"scored\": ");
    Files.writeString(cells.get(9), "");
    Files.delete(cells.get(11));

    assertThat(compute(halved).results()).isEqualTo(whole().results());
  }

  @Test
  void aDamagedRepeatIsComputedAgain() throws IOException {
    Path repeats = Files.createDirectories(folder.resolve("repeats"));
    Files.copy(shared.resolve("repeats/0001.json"), repeats.resolve("0001.json"));
    Files.writeString(repeats.resolve("0002.json"), "{}");

    assertThat(compute(folder).results()).isEqualTo(whole().results());
  }

  /** Else a file that we write wrongly would be computed again and again. */
  @Test
  void aFileThatIsDamagedOnceMoreIsABugOfOurs() throws IOException {
    Path file = Files.createDirectories(folder.resolve("repeats")).resolve("0001.json");
    GridStore store = new GridStore(folder);
    assertThat(store.forgetDamaged(1)).isFalse();
    Files.writeString(file, "{}");
    assertThat(store.forgetDamaged(1)).isTrue();
    assertThat(file).doesNotExist();

    Files.writeString(file, "{}");
    assertThatThrownBy(() -> store.forgetDamaged(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("0001.json was written anew and cannot be read again")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aUnitThatAnotherHoldsIsWaitedForAndTakenOver() throws Exception {
    GridUnit unit = design.units().get(1);
    FileLocks.Held held = new GridStore(folder).tryLock(unit.key()).orElseThrow();
    CompletableFuture<Evaluated> computed = CompletableFuture.supplyAsync(() -> compute(folder));
    Path second = folder.resolve("repeats/0002.json");
    for (int wait = 0; wait < 3000 && !Files.exists(second); wait++) {
      Thread.sleep(10);
    }
    // all else is done, and nothing of the held unit
    assertThat(second).exists();
    assertThat(folder.resolve("repeats/0001.json")).doesNotExist();
    assertThat(computed).isNotDone();

    held.close();

    assertThat(computed.join().results()).isEqualTo(whole().results());
  }

  @Test
  void stopsWhenItIsAskedToAndKeepsWhatIsFinished() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    Context stopped = new Context(context.seeds(), context.progress(), cancellation);
    assertThatThrownBy(() -> compute(folder, stopped)).isInstanceOf(CancellationException.class);
  }

  @Test
  void fewerRareRowsArePartOfMoreAndAllOthersStay() {
    Repeats repeats = new Repeats(CONFIG, ROWS, context, 2);
    RepeatRows all = repeats.rows(1, RareRows.ALL);
    RepeatRows sixteen = repeats.rows(1, new RareRows.AtMost(16));
    RepeatRows eight = repeats.rows(1, new RareRows.AtMost(8));
    int others = all.training().rowCount() - all.training().rareCount();

    assertThat(eight.training().rareCount()).isEqualTo(8);
    assertThat(eight.training().rowCount()).isEqualTo(8 + others);
    assertThat(amounts(sixteen)).containsAll(amounts(eight)).hasSize(16);
    assertThat(amounts(all)).containsAll(amounts(sixteen));
    assertThat(repeats.rows(1, new RareRows.AtMost(8))).isSameAs(eight);
    assertThat(eight.split()).isSameAs(all.split());
    assertThatThrownBy(() -> repeats.rows(1, new RareRows.AtMost(5_000)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("5000");
  }

  private static List<Double> amounts(RepeatRows rows) {
    var amounts = (dev.synth.table.Cells.Numbers) rows.training().rare().cells("amount");
    return IntStream.range(0, amounts.size()).mapToObj(amounts::value).toList();
  }

  @Test
  void cellsAndRepeatsReadBackAsTheyWere() {
    GridStore store = new GridStore(folder);
    GridUnit unit = design.units().getFirst();
    new UnitWorker(design.options(), store, done -> {}, null)
        .compute(unit, new Repeats(CONFIG, ROWS, context, 1));
    GridUnit.Cell cell = unit.cells().getFirst();
    CellResult result = store.cell(cell).orElseThrow();
    store.write(cell, result);
    assertThat(store.cell(cell)).contains(result);
    assertThat(Json.write(result)).contains("\"test_scores\": \"");
    assertThat(store.hasAll(unit)).isTrue();
    store.remove(cell);
    assertThat(store.hasAll(unit)).isFalse();
    assertThat(store.cell(cell)).isEmpty();
  }
}
