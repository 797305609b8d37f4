package dev.synth.internal.experiment.run;

import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.split.Augmented;
import dev.synth.split.RowRules.Rejection;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes rows the way the data file has them, without identifiers. */
public final class RowFiles {
  private RowFiles() {}

  /**
   * Writes the training rows and then the synthetic ones, with a column that tells them apart. With
   * soft labels, each synthetic row stands there once for each class, and the column {@code weight}
   * tells what it weighs there.
   *
   * @return the name of the column that tells them apart: {@code synthetic}, with underscores
   *     behind it where it is taken
   */
  public static String writeAugmented(Path file, Augmented rows) {
    Table emitted = rows.emitted();
    double[] flags = new double[emitted.rowCount()];
    Arrays.fill(flags, rows.real().rowCount(), flags.length, 1);
    ColumnType whole = new ColumnType.Numeric(0, null, null);
    Table table = behind(emitted, "synthetic", whole, new Cells.Numbers(flags));
    String column = table.schema().names().getLast();
    if (rows.soft() != null) {
      Cells weights = new Cells.Numbers(rows.emittedWeights());
      table = behind(table, "weight", ColumnType.Numeric.UNBOUNDED, weights);
    }
    TableWriter.write(file, table);
    return column;
  }

  /** Writes the draws that broke a rule, with column, rule and value. */
  public static void writeRejected(Path file, SampleLog drawn) {
    Table table = drawn.rejected();
    table = withText(table, "rejected_column", drawn, Rejection::column);
    table = withText(table, "rejected_rule", drawn, Rejection::rule);
    TableWriter.write(file, withText(table, "rejected_value", drawn, Rejection::value));
  }

  private static Table withText(
      Table table, String name, SampleLog drawn, Function<Rejection, String> text) {
    List<@Nullable String> texts = new ArrayList<>();
    drawn.rejections().forEach(rejection -> texts.add(text.apply(rejection)));
    return behind(table, name, new ColumnType.Categorical(), Cells.Levels.of(texts));
  }

  /** Puts a column behind the others; where its name is taken, underscores are put behind it. */
  private static Table behind(Table table, String name, ColumnType type, Cells cells) {
    String free = name;
    while (table.schema().find(free).isPresent()) {
      free += "_";
    }
    return table.with(table.schema().columns().size(), new Column(free, type), cells);
  }
}
