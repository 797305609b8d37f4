package dev.synth.internal.experiment.remote;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridOrder;
import dev.synth.internal.experiment.grid.GridStore;
import dev.synth.internal.experiment.grid.GridUnit;
import dev.synth.internal.experiment.grid.UnitCells;
import dev.synth.internal.experiment.grid.UnitWorker;
import dev.synth.internal.experiment.machine.WithinMemory;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.internal.files.OutputFiles;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Computes units of a grid on a machine that has the data, away from where the grid grows. */
public final class UnitComputer {
  private final GridDesign design;
  private final Repeats repeats;
  private final LabelledTable rows;

  private UnitComputer(GridDesign design, Repeats repeats, LabelledTable rows) {
    this.design = design;
    this.repeats = repeats;
    this.rows = rows;
  }

  /**
   * Reads the data of a grid.
   *
   * @param jobs how many units are computed here at once
   * @throws Problem if the data cannot be read, or are others than those of the order
   */
  public static UnitComputer of(GridOrder order, int jobs) {
    ExperimentConfig config = ConfigLoader.parse(order.config(), "the config", List.of());
    DataSource source = new DataSource(config);
    if (!source.sha256().equals(order.dataSha256())) {
      throw Problem.environment(
          "%s on another machine has other bytes than here; the data must be on storage that all"
              + " machines share, or the same on each",
          config.data().source());
    }
    Context context = new Context(new Seeds(config.seed()), Progress.NONE, new Cancellation());
    RunOpening opening = RunOpening.of(config, source, context).checked();
    GridDesign design = order.isComparison() ? GridDesign.ofMany(config) : GridDesign.ofOne(config);
    return new UnitComputer(
        design.withRepeats(order.repeats()),
        new Repeats(config, opening.rows(), context, jobs),
        opening.rows());
  }

  /**
   * Computes all cells of a unit.
   *
   * @throws Problem if the machine fails; an arm that fails is a cell
   */
  public UnitCells compute(String key) {
    GridUnit unit =
        design.units().stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no unit " + key));
    Path folder = temporary();
    try {
      GridStore store = new GridStore(folder);
      UnitWorker worker = new UnitWorker(design.options(), store, done -> {}, null);
      WithinMemory.doOn(rows, () -> worker.compute(unit, repeats));
      return new UnitCells(key, store.texts(unit));
    } finally {
      OutputFiles.remove(folder);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("synth-unit");
    } catch (IOException e) {
      throw Problem.environment("cannot make a temporary folder: %s", OutputFiles.reason(e))
          .causedBy(e);
    }
  }
}
