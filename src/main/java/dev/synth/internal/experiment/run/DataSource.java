package dev.synth.internal.experiment.run;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.GenerateOptions;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.features.Recomputation;
import dev.synth.internal.features.rows.FeatureDefinition;
import dev.synth.internal.features.rows.FeatureLeaks;
import dev.synth.internal.features.rows.FeatureTable;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.holdout.CostAndAlertMeasurer;
import dev.synth.internal.report.text.FeatureText;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnNote;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import dev.synth.table.RowFacts;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.ReadingNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run's data: what identifies it, and its rows. */
public final class DataSource {
  /** The number of rows whose features a run computes anew, and an audit. */
  private static final int CHECKED_ROWS = 50;

  private static final int AUDITED_ROWS = 500;

  private final DataOptions options;
  private final Seeds seeds;
  private final CostAndAlertMetrics asked;
  private final boolean isPlain;

  /** The features, or null where the config has none. */
  private final @Nullable FeatureDefinition features;

  /** The hash of a query's rows, once it was asked for. */
  private @Nullable String rowsSha256;

  /**
   * The data of a config.
   *
   * @throws Problem if the config gives the demo data a label that they don't have, or features
   *     that can't be made
   */
  public DataSource(ExperimentConfig config) {
    this.options = config.data();
    if (options.isDemo()) {
      checkDemo(options);
    }
    this.features =
        config.features() == null ? null : FeatureDefinition.of(config.features(), options.time());
    this.isPlain = config.generate().cells() == GenerateOptions.CellStyle.PLAIN;
    this.asked =
        config.evaluation() == null
            ? CostAndAlertMetrics.NONE
            : CostAndAlertMetrics.of(config.evaluation());
    this.seeds = demoSeeds(new Seeds(config.seed()));
  }

  private static void checkDemo(DataOptions options) {
    if (!options.types().isEmpty() || options.encoding() != null) {
      throw Problem.usage(
          "data.%s is about the cells of a file or a query; the demo data has types of its own:"
              + " leave it out, or write a file with 'synth demo' and name it as data.source",
          options.types().isEmpty() ? "encoding" : "types");
    }
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
   * for it, and {@link #load} makes sure that it returns the same rows again. The holidays of
   * features belong to the data.
   */
  public String sha256() {
    String sha256 = rowsSha256();
    if (features == null || features.plan().holidays().isEmpty()) {
      return sha256;
    }
    return Hashes.ofText(sha256 + features.plan().holidays());
  }

  private String rowsSha256() {
    if (options.isDemo()) {
      String rows = PlainText.of("demo %d %d", demoRows(), seeds.root());
      double frauds = demoFrauds();
      return Hashes.ofText(frauds == TransactionSimulator.FRAUD_SHARE ? rows : rows + " " + frauds);
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
    LoadedData data = features == null ? read(context) : withFeatures(read(context), features);
    LabelledTable rows = isPlain ? data.rows().plain() : data.rows();
    RowFacts facts = new CostAndAlertMeasurer(asked).factsOf(rows, options.time());
    List<ReadingNote> notes = new ArrayList<>(data.notes());
    if (options.weight() != null) {
      facts = facts.withWeights(SampledRows.weights(rows, options.weight()));
      notes.add(SampledRows.note(rows.with(facts)));
    }
    new CostAndAlertMeasurer(asked).note(rows).ifPresent(notes::add);
    return new LoadedData(rows.with(facts), data.files(), notes, data.columns());
  }

  /** Adds the features, which look at nothing but the rows before each row, and checks some. */
  private static LoadedData withFeatures(LoadedData data, FeatureDefinition definition) {
    FeatureTable made = FeatureTable.of(data.rows(), definition);
    LabelledTable rows = made.joined(data.rows());
    FeatureLeaks.find(rows, definition, CHECKED_ROWS, 0).stream()
        .findFirst()
        .ifPresent(
            leak -> {
              throw new IllegalStateException(FeatureText.leak(leak));
            });
    List<ReadingNote> notes = new ArrayList<>(data.notes());
    notes.addAll(made.notes(Math.min(CHECKED_ROWS, rows.rowCount())));
    List<ColumnNote> columns = new ArrayList<>(data.columns());
    for (Column column : definition.columns()) {
      String type = column.type() instanceof ColumnType.Numeric ? "numeric" : "categorical";
      columns.add(new ColumnNote(column.name(), type, List.of(new ColumnFact.Feature())));
    }
    return new LoadedData(rows, data.files(), notes, columns);
  }

  /** Returns the definition of the features, or null where the config has none. */
  public @Nullable FeatureDefinition features() {
    return features;
  }

  /**
   * Returns where features of some rows are not what the rows before give.
   *
   * @param rows the rows with their features
   */
  public List<Recomputation.Difference> leaks(LabelledTable rows) {
    return features == null ? List.of() : FeatureLeaks.find(rows, features, AUDITED_ROWS, 1);
  }

  private int demoRows() {
    return Objects.requireNonNullElse(options.demoRows(), TransactionSimulator.DEFAULT_ROWS);
  }

  private double demoFrauds() {
    return Objects.requireNonNullElse(options.demoFrauds(), TransactionSimulator.FRAUD_SHARE);
  }

  private LoadedData read(Context context) {
    if (options.isDemo()) {
      LabelledTable rows = TransactionSimulator.labelled(seeds, demoRows(), demoFrauds());
      return new LoadedData(withoutExcluded(rows), List.of(), List.of(), List.of());
    }
    LoadedData data = TableReader.read(options, rowsSha256, context);
    SampledRows.refuseUnweighted(data.rows(), options);
    return data;
  }

  /** Takes the excluded columns of the demo data out of what is modelled, as a reader does. */
  private LabelledTable withoutExcluded(LabelledTable rows) {
    Table table = rows.features();
    List<String> names = table.schema().names();
    for (String name : options.exclude()) {
      if (!names.contains(name)) {
        throw Problem.data("names '%s', which is no column%s", name, Spelling.hint(name, names))
            .at("data.exclude");
      }
    }
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Column column = table.schema().columns().get(i);
      boolean isExcluded = options.exclude().contains(column.name());
      columns.add(
          isExcluded ? new Column(column.name(), column.type(), false, column.form()) : column);
      cells.add(table.cells(i));
    }
    return new LabelledTable(new Table(new Schema(columns), cells), rows.rareRows(), rows.label());
  }
}
