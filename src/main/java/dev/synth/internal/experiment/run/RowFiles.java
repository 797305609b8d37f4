package dev.synth.internal.experiment.run;

import dev.synth.compare.AugmentationSummary.Columns;
import dev.synth.config.GenerateOptions.LabelForm;
import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.internal.table.selection.Taking;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.internal.table.write.WholeNumbers;
import dev.synth.split.Augmented;
import dev.synth.split.RowRules.Rejection;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import dev.synth.table.NumberForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TextStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes rows the way the data file has them, without identifiers. */
public final class RowFiles {
  private static final NumberForm WITH_COMMA =
      new NumberForm(
          "",
          "",
          new NumberForm.Separators(NumberForm.Grouping.NONE, "", ","),
          NumberForm.Fraction.SHORTEST,
          NumberForm.Signs.MINUS);

  private RowFiles() {}

  /**
   * Writes the training rows and then the synthetic ones, with a column that tells them apart, and
   * one for their labels where these are soft or a form is asked for. Where the real rows are a
   * sample, a last column has how many rows each stands for; a synthetic row stands for itself.
   *
   * @param form how labels are written; null for pairs where they are soft
   * @return the columns that were added; where a name is taken, underscores stand behind it
   */
  public static Columns writeAugmented(Path file, Augmented rows, @Nullable LabelForm form) {
    LabelForm own = form == null ? LabelForm.PAIRS : form;
    Table emitted =
        switch (own) {
          case PAIRS -> rows.emittedInPairs();
          case PROBABILITY -> rows.emittedOnce();
        };
    double[] flags = new double[emitted.rowCount()];
    Arrays.fill(flags, rows.real().rowCount(), flags.length, 1);
    ColumnType whole = new ColumnType.Numeric(0, null, null);
    Table table = behind(emitted, "synthetic", whole, new Cells.Numbers(flags));
    String synthetic = table.schema().names().getLast();
    TextStyle style = rows.real().rows().style();
    String labels = null;
    if (form != null || rows.soft() != null) {
      table =
          switch (own) {
            case PAIRS -> behind(table, "weight", rows.pairWeights(), style);
            case PROBABILITY -> behind(table, "probability", rows.rareShares(), style);
          };
      labels = table.schema().names().getLast();
    }
    String weight = null;
    double[] sampled = rows.real().rows().facts().weights();
    if (sampled != null) {
      double[] all = Arrays.copyOf(sampled, table.rowCount());
      Arrays.fill(all, sampled.length, all.length, 1);
      table = behind(table, Taking.WEIGHT, all, style);
      weight = table.schema().names().getLast();
    }
    TableWriter.write(file, table, style);
    return new Columns(synthetic, labels, weight);
  }

  /**
   * Returns the columns of a file that {@link #writeAugmented} wrote.
   *
   * @param real the real rows
   * @param added the columns that it returned
   */
  public static Schema augmentedSchema(LabelledTable real, Columns added) {
    List<Column> columns = new ArrayList<>(WholeNumbers.declare(real.emitted()).schema().columns());
    boolean hasCommas = hasCommas(real.emitted(), real.style());
    columns.add(new Column(added.synthetic(), new ColumnType.Numeric(0, null, null)));
    for (String name : new @Nullable String[] {added.labels(), added.weight()}) {
      if (name != null) {
        Column number = new Column(name, ColumnType.Numeric.UNBOUNDED);
        columns.add(hasCommas ? number.withForm(WITH_COMMA) : number);
      }
    }
    return new Schema(columns);
  }

  private static Table behind(Table table, String name, double[] numbers, TextStyle style) {
    Table all = behind(table, name, ColumnType.Numeric.UNBOUNDED, new Cells.Numbers(numbers));
    return hasCommas(table, style) ? inLastColumn(all, WITH_COMMA) : all;
  }

  private static boolean hasCommas(Table table, TextStyle style) {
    return style.delimiter() != ',' && hasDecimalCommas(table);
  }

  private static boolean hasDecimalCommas(Table table) {
    return table.schema().columns().stream()
        .anyMatch(
            column ->
                column.form() instanceof NumberForm form
                    && form.separators().decimal().equals(","));
  }

  private static Table inLastColumn(Table table, NumberForm form) {
    List<Column> columns = new ArrayList<>(table.schema().columns());
    columns.add(columns.removeLast().withForm(form));
    return table.select(new Schema(columns));
  }

  /**
   * Writes the draws that broke a rule, with column, rule and value.
   *
   * @param style how text parts and quotes its cells
   */
  public static void writeRejected(Path file, SampleLog drawn, TextStyle style) {
    Table table = drawn.rejected();
    table = withText(table, "rejected_column", drawn, Rejection::column);
    table = withText(table, "rejected_rule", drawn, Rejection::rule);
    TableWriter.write(file, withText(table, "rejected_value", drawn, Rejection::value), style);
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
