package dev.synth.internal.bundle;

import dev.synth.base.Seeds;
import dev.synth.classify.Classifier;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.features.FeatureOptions;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.features.rows.FeatureDefinition;
import dev.synth.internal.features.rows.FeatureTable;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** A model of simulated cards that computes features, and whose scores show every bit of a row. */
public record PastBundle(LabelledTable rows, FeatureDefinition definition, Bundle bundle) {
  private static final String FEATURES =
      """
      data: {source: demo}
      split: {method: time}
      features:
        event_id: transaction_id
        forget: 20d
        calendar: {fields: [hour, weekday]}
        entities:
          card_id:
            - time-since-last
            - first-seen
            - {count: [1h, 7d, last 3]}
            - {sum: {of: amount, over: 7d}}
            - {mean: {of: distance_km, over: [7d, last 5]}}
            - {deviation: {of: amount, over: 7d}}
            - {ratio_to_mean: {of: amount, over: ever}}
            - {distinct: {of: merchant_category, over: [7d, last 5]}}
            - {lag: {of: amount, back: [1, 2]}}
            - {risk: {over: 10d, delay: 2d}}
          merchant_category:
            - {mean: {of: amount, over: 1d}}
            - {risk: {over: 7d, delay: 1d}}
      """;

  /** Gives a row's bits as a score in [0, 1). */
  private static final class BitClassifier implements Classifier {
    @Override
    public double[] score(Table features) {
      double[] scores = new double[features.rowCount()];
      for (int row = 0; row < scores.length; row++) {
        long hash = 17;
        for (Column column : features.schema().columns()) {
          hash = 31 * hash + bits(features.cells(column.name()), row);
        }
        scores[row] = (hash >>> 11) * 0x1p-53;
      }
      return scores;
    }

    private static long bits(Cells cells, int row) {
      if (cells.isMissing(row)) {
        return 1;
      }
      return switch (cells) {
        case Cells.Numbers numbers -> Double.doubleToLongBits(numbers.value(row) + 0.0);
        case Cells.Levels levels -> levels.value(row).hashCode();
        case Cells.Instants instants -> instants.value(row);
        case Cells.Texts texts -> texts.value(row).hashCode();
      };
    }
  }

  /** Simulates cards, and makes features of them. */
  public static PastBundle of(int count) {
    ExperimentConfig config = ConfigLoader.parse(FEATURES, "test", List.of());
    FeatureOptions options = Objects.requireNonNull(config.features());
    LabelledTable rows = TransactionSimulator.labelled(new Seeds(3), count);
    rows = rows.rows(IntStream.range(0, count).toArray());
    FeatureDefinition definition = FeatureDefinition.of(options, TransactionSimulator.TIME);
    LabelledTable joined =
        FeatureTable.of(withoutNames(rows), definition).joined(withoutNames(rows));
    Table modelled = joined.features().select(joined.features().schema().modelled());
    BitSet rare = new BitSet();
    rare.set(0);
    Bundle bundle =
        new Bundle(
            "v1",
            new BundleFacts(
                "past",
                "none",
                null,
                null,
                "bits",
                new Threshold(0.5, "fixed", null),
                "fixed",
                "platt",
                count,
                1,
                0,
                new BundleFacts.OutOfFold(1, count, 1, 0.5, 0.5, 0.5, 10),
                List.of()),
            Contract.of(
                modelled,
                joined.features().schema(),
                joined.label(),
                DataOptions.of("rows", joined.label().column(), joined.label().positive())),
            FeatureContract.of(definition, joined.features().schema()),
            Calibration.learn(new ScoredRows(new double[] {1, 0}, rare)),
            new BitClassifier());
    return new PastBundle(joined, definition, bundle);
  }

  /** The simulator's own features would only be more of the same. */
  private static LabelledTable withoutNames(LabelledTable rows) {
    return rows.without(Set.of("hours_since_last", "transactions_last_day", "amount_ratio"));
  }

  /** Returns the scores of the table's own rows. */
  public double[] scores() {
    return bundle.score(rows.features().select(rows.features().schema().modelled())).scores();
  }

  /** Returns the rows as a file has them, without features; the label is the last column. */
  public Table file() {
    List<String> computed = definition.plan().names();
    Table features = rows.features();
    Schema raw =
        new Schema(
            features.schema().columns().stream()
                .filter(column -> !computed.contains(column.name()))
                .toList());
    int[] codes = new int[rows.rowCount()];
    rows.rareRows().stream().forEach(row -> codes[row] = 1);
    Column label = new Column(rows.label().column(), new dev.synth.table.ColumnType.Categorical());
    return features
        .select(raw)
        .with(
            raw.columns().size(), label, new Cells.Levels(codes, new BitSet(), List.of("0", "1")));
  }

  /** Writes some rows to a file. */
  public static void write(Table rows, Path file) {
    try (TableWriter writer = TableWriter.open(file, rows.schema())) {
      writer.append(rows);
      writer.commit();
    }
  }
}
