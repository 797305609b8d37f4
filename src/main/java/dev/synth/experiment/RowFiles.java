package dev.synth.experiment;

import dev.synth.generate.AcceptedRows;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TableWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows the way the data file has them: the modelled columns in their order, and the label
 * column among them where it stood.
 */
final class RowFiles {
  private static final ColumnType.Numeric WHOLE = new ColumnType.Numeric(0, null, null);

  private final Label label;
  private final int labelPosition;

  /**
   * Files for a data set.
   *
   * @param features all columns of the data but the label's, identifiers included
   */
  RowFiles(Schema features, Label label) {
    this.label = label;
    this.labelPosition =
        (int)
            features.columns().stream().limit(label.position()).filter(Column::isModelled).count();
  }

  /** Writes synthetic rows, all of the rare class. */
  void writeSynthetic(Path file, Synthetic synthetic) {
    TableWriter.write(file, withLabel(synthetic.rows(), row -> true));
  }

  /** Writes the training rows and then the synthetic ones, with a column that tells them apart. */
  void writeAugmented(Path file, Training training, Synthetic synthetic) {
    LabelledTable all = training.plus(synthetic).rows();
    Cells flags = flags(all.rowCount(), row -> row >= training.rowCount());
    Table labelled = withLabel(all.features(), all::isRare);
    TableWriter.write(file, with(labelled, labelled.rowCount(), "synthetic", WHOLE, flags));
  }

  /** Writes the draws that broke a rule, with column, rule and value. */
  void writeRejected(Path file, AcceptedRows drawn) {
    List<@Nullable String> columns = new ArrayList<>();
    List<@Nullable String> rules = new ArrayList<>();
    List<@Nullable String> values = new ArrayList<>();
    for (var rejection : drawn.rejections()) {
      columns.add(rejection.column());
      rules.add(rejection.rule());
      values.add(rejection.value());
    }
    Table table = drawn.rejected();
    table = withText(table, "rejected_column", columns);
    table = withText(table, "rejected_rule", rules);
    TableWriter.write(file, withText(table, "rejected_value", values));
  }

  private static Table withText(Table table, String name, List<@Nullable String> texts) {
    int end = table.schema().columns().size();
    return with(table, end, name, new ColumnType.Categorical(), Cells.Levels.of(texts));
  }

  private Table withLabel(Table features, IntPredicate isRare) {
    int rows = features.rowCount();
    if (isWhole(label.positive()) && isWhole(label.negative())) {
      double positive = Double.parseDouble(label.positive());
      double negative = Double.parseDouble(label.negative());
      double[] values =
          IntStream.range(0, rows)
              .mapToDouble(row -> isRare.test(row) ? positive : negative)
              .toArray();
      return with(features, labelPosition, label.column(), WHOLE, new Cells.Numbers(values));
    }
    int[] codes = IntStream.range(0, rows).map(row -> isRare.test(row) ? 1 : 0).toArray();
    Cells texts =
        new Cells.Levels(codes, new BitSet(), List.of(label.negative(), label.positive()));
    return with(features, labelPosition, label.column(), new ColumnType.Categorical(), texts);
  }

  private static boolean isWhole(String text) {
    return text.matches("0|-?[1-9][0-9]{0,8}");
  }

  private static Cells flags(int rows, IntPredicate flag) {
    return new Cells.Numbers(
        IntStream.range(0, rows).mapToDouble(row -> flag.test(row) ? 1 : 0).toArray());
  }

  /** Puts a column into a table; where its name is taken, underscores are put behind it. */
  private static Table with(Table table, int position, String name, ColumnType type, Cells cells) {
    String free = name;
    while (table.schema().find(free).isPresent()) {
      free += "_";
    }
    List<Column> columns = new ArrayList<>(table.schema().columns());
    List<Cells> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      all.add(table.cells(i));
    }
    int at = Math.min(position, columns.size());
    columns.add(at, new Column(free, type));
    all.add(at, cells);
    return new Table(new Schema(columns), all);
  }
}
