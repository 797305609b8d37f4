package dev.synth.internal.experiment.run;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.GenerateOptions;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.holdout.CostAndAlertMeasurer;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import dev.synth.table.RowFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run's data: what identifies it, and its rows. */
public final class DataSource {
  private final DataOptions options;
  private final Seeds seeds;
  private final CostAndAlertMetrics asked;
  private final boolean isPlain;

  /** The hash of a query's rows, once it was asked for. */
  private @Nullable String rowsSha256;

  /**
   * The data of a config.
   *
   * @throws Problem if the config gives the demo data a label that they don't have
   */
  public DataSource(ExperimentConfig config) {
    this.options = config.data();
    if (options.isDemo()) {
      checkDemoLabel(options);
    }
    this.isPlain = config.generate().cells() == GenerateOptions.CellStyle.PLAIN;
    this.asked =
        config.evaluation() == null
            ? CostAndAlertMetrics.NONE
            : CostAndAlertMetrics.of(config.evaluation());
    this.seeds = demoSeeds(new Seeds(config.seed()));
  }

  private static void checkDemoLabel(DataOptions options) {
    Label label = TransactionSimulator.label();
    if (!options.label().equals(label.column())
        || !options.positive().equals(List.of(label.positive()))) {
      throw Problem.usage(
          "data.label is '%s' and data.positive is '%s', but the demo data has '%s' and '%s'; leave"
              + " both out, or name a file as data.source",
          options.label(),
          String.join("' or '", options.positive()),
          label.column(),
          label.positive());
    }
  }

  /** Returns the simulator's seeds, so that a file of the same seed holds the same rows. */
  public static Seeds demoSeeds(Seeds root) {
    return root.below("demo");
  }

  /**
   * Returns a hash that changes with the data, without reading more than the bytes; a query is run
   * for it, and {@link #load} makes sure that it returns the same rows again.
   */
  public String sha256() {
    if (options.isDemo()) {
      return Hashes.ofText(PlainText.of("demo %d %d", demoRows(), seeds.root()));
    }
    String sha256 = TableReader.sha256(options);
    rowsSha256 = options.database() == null ? null : sha256;
    return sha256;
  }

  /**
   * Reads or simulates the rows, with what figures ask of them, in the form in which the run writes
   * cells.
   */
  public LoadedData load(Context context) {
    LoadedData data = read(context);
    LabelledTable rows = isPlain ? data.rows().plain() : data.rows();
    RowFacts facts = new CostAndAlertMeasurer(asked).factsOf(rows, options.time());
    List<String> notes = new ArrayList<>(data.notes());
    new CostAndAlertMeasurer(asked).note(rows).ifPresent(notes::add);
    return new LoadedData(rows.with(facts), data.files(), notes, data.columns());
  }

  private int demoRows() {
    return Objects.requireNonNullElse(options.demoRows(), TransactionSimulator.DEFAULT_ROWS);
  }

  private LoadedData read(Context context) {
    if (options.isDemo()) {
      LabelledTable rows = TransactionSimulator.labelled(seeds, demoRows());
      return new LoadedData(rows, List.of(), List.of(), List.of());
    }
    return TableReader.read(options, rowsSha256, context);
  }
}
