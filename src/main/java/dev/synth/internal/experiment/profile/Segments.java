package dev.synth.internal.experiment.profile;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.cluster.CustomerSegments;
import dev.synth.internal.cluster.CustomerTable;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.Kind;
import dev.synth.internal.cluster.Segmenter;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.run.RunLookup;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.run.RunFile;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code synth profile --clusters}: the patterns of rare rows, of a plain table, of customers. */
public final class Segments {
  private Segments() {}

  /** Returns the config of a run, whose synthetic rows are to be compared. */
  public static ExperimentConfig configOf(String run, Path out) {
    Path resolved = RunFile.RESOLVED.in(RunLookup.find(run, out));
    return ConfigLoader.load(resolved, List.of());
  }

  /**
   * Returns the patterns of the rare rows or, without a label, of all rows.
   *
   * @param columns those to look at; empty for all that is modelled, less times and categories of
   *     more than 30 levels
   * @param run the run whose synthetic rows are compared, or null
   * @param out the folder that holds {@code synthetic-out}
   */
  public static Segmentation of(
      ProfiledData data, List<String> columns, @Nullable String run, Path out, Context context) {
    LabelledTable rows = data.rows();
    Table table = rows == null ? data.table() : rows.rareFeatures();
    List<String> chosen =
        columns.isEmpty() ? Segmenter.usualColumns(table, data.guesses()) : known(table, columns);
    if (chosen.isEmpty()) {
      throw Problem.data("there is no column of numbers or of few levels to find clusters by");
    }
    Segmenter segmenter = new Segmenter(table, chosen, false, context);
    Segmenter.SyntheticRun compared =
        run == null || rows == null ? null : compared(run, out, rows, chosen, data, context);
    return segmenter.find(rows == null ? Kind.ROWS : Kind.RARE_ROWS, null, compared);
  }

  private static List<String> known(Table table, List<String> columns) {
    List<String> names = table.schema().names();
    for (String column : columns) {
      if (!names.contains(column)) {
        throw Problem.data("there is no column '%s'%s", column, Spelling.hint(column, names));
      }
      if (table.cells(column) instanceof Cells.Texts) {
        throw Problem.data("'%s' is an identifier, by which no clusters are found", column);
      }
    }
    return columns.stream().distinct().toList();
  }

  private static Segmenter.SyntheticRun compared(
      String run,
      Path out,
      LabelledTable rows,
      List<String> columns,
      ProfiledData data,
      Context context) {
    Path folder = RunLookup.find(run, out);
    Path file =
        Stream.of("synthetic.csv", "synthetic.csv.gz", "synthetic.parquet")
            .map(folder::resolve)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> Problem.data("run '%s' has no synthetic rows in %s", run, folder));
    Schema wanted =
        new Schema(
            rows.features().schema().columns().stream()
                .filter(column -> columns.contains(column.name()))
                .toList());
    LabelledTable model =
        new LabelledTable(rows.features().select(wanted), rows.rareRows(), rows.label());
    Table synthetic =
        MatchedReader.read(file.toString(), model, data.config().data(), context).rows();
    for (String column : columns) {
      if (synthetic.schema().find(column).isEmpty()) {
        throw Problem.data(
            "the synthetic rows of run '%s' have no column '%s'; choose others", run, column);
      }
    }
    return new Segmenter.SyntheticRun(run, synthetic);
  }

  /** Returns the segments of customers by recency, frequency and monetary value. */
  public static CustomerSegments ofCustomers(
      ProfiledData data, String customer, String date, String amount, Context context) {
    CustomerTable customers = CustomerTable.of(data.table(), customer, date, amount);
    Segmentation segments =
        new Segmenter(customers.table(), customers.table().schema().names(), true, context)
            .find(Kind.CUSTOMERS, customers::meanScores, null);
    return new CustomerSegments(
        data.source(), customer, date, amount, customers.leftOut(), segments);
  }
}
