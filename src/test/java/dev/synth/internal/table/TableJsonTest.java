package dev.synth.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.table.CellForm;
import dev.synth.table.CellTexts;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DurationForm;
import dev.synth.table.NumberForm;
import dev.synth.table.NumberScale;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TimeForm;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableJsonTest {
  private static final double[] NUMBERS = {
    -0.0, 0.1, Double.MIN_VALUE, -Double.MAX_VALUE, 1e22, 0x1p53 + 2, 12, 0
  };
  private static final long[] MICROS = {
    0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1_700_000_000_123_456L, 86_400_000_000L, 1, 0
  };
  private static final List<String> LEVELS = List.of("a \"quoted\" one", "no row has it", "ü\n,\\");
  private static final int MISSING = 7;
  private static final NumberForm RUPEES =
      new NumberForm(
          "₹",
          "",
          new NumberForm.Separators(NumberForm.Grouping.INDIAN, ",", "."),
          new NumberForm.Fraction(2, true),
          new NumberForm.Signs(NumberForm.Place.INSIDE, "\u2212", "+"),
          "\u20b9 -",
          List.of(new NumberScale("K", 1000, 1)),
          new NumberForm.Exponent("\u00d710", "+", 2, true, 1, 3),
          new NumberForm.Limits(
              new NumberForm.Limit("<0.1", 0.1, 0), new NumberForm.Limit("85+", 85, 85)));

  private static Table table() {
    BitSet missing = new BitSet();
    missing.set(MISSING);
    return new Table(
        new Schema(
            List.of(
                new Column("n", new ColumnType.Numeric(null, -1.5, null)),
                new Column("count", new ColumnType.Numeric(0, null, null), false, RUPEES),
                new Column("level", new ColumnType.Categorical()),
                new Column("time", new ColumnType.Timestamp(false)),
                new Column("day", new ColumnType.Timestamp(true)),
                new Column("id", new ColumnType.Identifier()))),
        List.of(
            new Cells.Numbers(NUMBERS, missing),
            new Cells.Numbers(new double[8], new BitSet()),
            new Cells.Levels(new int[] {0, 2, 2, 0, 0, 2, 0, 0}, missing, LEVELS),
            new Cells.Instants(MICROS, missing),
            new Cells.Instants(new long[8], missing),
            new Cells.Texts(List.of("", "null", "\"", "1", "2", "3", "4", "5"), missing)));
  }

  @Test
  void readsEveryCellExactlyAsItWas() throws JsonProcessingException {
    String text = Json.write(TableJson.write(table()));
    Table read = TableJson.read(Json.mapper().readTree(text));
    assertThat(read.schema()).isEqualTo(table().schema());
    assertThat(Json.write(TableJson.write(read))).isEqualTo(text);
    for (int column = 0; column < 6; column++) {
      assertThat(read.cells(column).isMissing(MISSING)).isEqualTo(column != 1);
      assertThat(read.cells(column).missingCount()).isEqualTo(column == 1 ? 0 : 1);
    }
    assertThat(((Cells.Levels) read.cells("level")).levels()).isEqualTo(LEVELS);
    for (int row = 0; row < MISSING; row++) {
      double number = ((Cells.Numbers) read.cells("n")).value(row);
      assertThat(Double.doubleToRawLongBits(number))
          .isEqualTo(Double.doubleToRawLongBits(NUMBERS[row]));
      assertThat(((Cells.Instants) read.cells("time")).value(row)).isEqualTo(MICROS[row]);
      for (String name : List.of("level", "id")) {
        Column column = read.schema().columns().get(read.schema().indexOf(name));
        assertThat(CellText.of(column, read.cells(name), row))
            .isEqualTo(CellText.of(column, table().cells(name), row));
      }
    }
  }

  @Test
  void saysNothingOfAPlainForm() {
    Column plain = new Column("n", ColumnType.Numeric.UNBOUNDED);
    assertThat(TableJson.write(plain).has("form")).isFalse();
    assertThat(TableJson.write(plain.withForm(RUPEES)).has("form")).isTrue();
  }

  @Test
  void keepsFormsOfTimesOffsetsAndDurations() throws JsonProcessingException {
    Schema schema =
        new Schema(
            List.of(
                new Column(
                    "at",
                    new ColumnType.Timestamp(false),
                    true,
                    new TimeForm("dd-MMM-yyyy h:mm a X", "JAN", "p.m.", "+05:30")),
                new Column("at offset", new ColumnType.Categorical(), true, new OffsetForm("at")),
                new Column("clock", new ColumnType.TimeOfDay()),
                new Column(
                    "day",
                    new ColumnType.Timestamp(true),
                    true,
                    new TimeForm(
                        "d. MMM yyyy",
                        "de:Jan.,Feb.,März,Apr.,Mai,Juni,Juli,Aug.,Sept.,Okt.,Nov.,Dez.;"
                            + "Mo,Di,Mi,Do,Fr,Sa,So",
                        "PM",
                        "")),
                new Column(
                        "size",
                        ColumnType.Numeric.UNBOUNDED,
                        true,
                        new CellForm.Fractions("1 1/2", List.of(2, 4)))
                    .withTexts(
                        CellTexts.USUAL
                            .withScript("٠.٫")
                            .withMissing(
                                List.of(
                                    new CellTexts.MissingText("", 5),
                                    new CellTexts.MissingText("NA", 7)))),
                new Column(
                    "price",
                    ColumnType.Numeric.UNBOUNDED,
                    true,
                    NumberForm.SHORTEST.withFraction(new NumberForm.Fraction(2, false, ".–"))),
                new Column("wait", ColumnType.Numeric.UNBOUNDED, true, new DurationForm("0h 2m"))));
    String text = Json.write(Map.of("columns", TableJson.write(schema)));
    JsonFields read = new JsonFields(Json.mapper().readTree(text));
    assertThat(TableJson.schema(read.list("columns"))).isEqualTo(schema);
  }

  @Test
  void keepsASchema() throws JsonProcessingException {
    Schema schema = table().schema();
    String text = Json.write(Map.of("columns", TableJson.write(schema)));
    JsonFields read = new JsonFields(Json.mapper().readTree(text));
    assertThat(TableJson.schema(read.list("columns"))).isEqualTo(schema);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"rows\":8 | \"rows\":9 | 8 rows, where 'rows' says 9",
        "\"numeric\" | \"number\" | type 'number' is unknown",
        "[-0.0, | [\"x\", | row 0 holds \"x\"",
        "[-0.0, | [1e999, | numbers must be finite",
        "[-0.0, | [ | has 8",
        "[0,2,2, | [0,3,2, | row 1 has level 3 of 3",
        "[0,2,2, | [0,2.5,2, | row 1 holds 2.5",
        "[0,-1, | [0,-1e5, | row 1 holds -100000.0",
        "\"date_only\":true | \"date_only\":1 | 'date_only' is neither true nor false",
        "\"column\":\"id\" | \"column\":\"n\" | two columns are named 'n'",
        "\"level\",\"type\" | \"level\",\"typ\" | 'type' is left out"
      })
  void refusesWhatItDidNotWrite(String part, String changed, String complaint)
      throws JsonProcessingException {
    String text = Json.mapper().writeValueAsString(TableJson.write(table()));
    String damaged = text.replace(part.replace(", ", ","), changed);
    assertThat(damaged).isNotEqualTo(text);
    assertThatThrownBy(() -> TableJson.read(Json.mapper().readTree(damaged)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint);
  }
}
