package dev.synth.internal.relation;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.split.Training;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TimeForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Made-up training rows, column by column, of which every fifth is rare. */
public final class RelatedTables {
  /** 2024-01-01, in days since 1970. */
  private static final long FIRST_DAY = 19_723;

  /** The last Sunday of March, in minutes from 2024-01-01. */
  private static final int SUMMER = 90 * 1440;

  private final int rows;
  private final Map<Column, Cells> columns = new LinkedHashMap<>();

  RelatedTables(int rows) {
    this.rows = rows;
  }

  /** A cell by its row. */
  interface Cell<T extends @Nullable Object> {
    T of(int row);
  }

  static RandomStream stream(String name) {
    return new Seeds(5).stream(name);
  }

  /** Numbers drawn evenly from [low, high), with so many digits after the point. */
  static double[] drawn(int rows, String name, double low, double high, int digits) {
    RandomStream stream = stream(name);
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = rounded(low + (high - low) * stream.nextDouble(), digits);
    }
    return values;
  }

  static double rounded(double value, int digits) {
    return Math.rint(value * Math.pow(10, digits)) / Math.pow(10, digits);
  }

  /** Adds a column of numbers; NaN is a missing cell. */
  RelatedTables numbers(String name, Cell<Double> cell) {
    double[] values = new double[rows];
    BitSet missing = new BitSet();
    for (int row = 0; row < rows; row++) {
      values[row] = cell.of(row);
      missing.set(row, Double.isNaN(values[row]));
    }
    columns.put(new Column(name, ColumnType.Numeric.UNBOUNDED), new Cells.Numbers(values, missing));
    return this;
  }

  /** Adds a column of levels; null is a missing cell. */
  RelatedTables levels(String name, Cell<@Nullable String> cell) {
    List<@Nullable String> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      texts.add(cell.of(row));
    }
    columns.put(new Column(name, new ColumnType.Categorical()), Cells.Levels.of(texts));
    return this;
  }

  /** Adds a column of days, counted from 2024-01-01. */
  RelatedTables days(String name, Cell<Integer> cell) {
    long[] micros = new long[rows];
    for (int row = 0; row < rows; row++) {
      micros[row] = (FIRST_DAY + cell.of(row)) * 86_400_000_000L;
    }
    columns.put(
        new Column(name, new ColumnType.Timestamp(true)), new Cells.Instants(micros, new BitSet()));
    return this;
  }

  /** Returns the day, counted from 2024-01-01, of the first of a day's month. */
  static int firstOfMonth(int day) {
    LocalDate date = LocalDate.ofEpochDay(FIRST_DAY + day);
    return (int) (date.withDayOfMonth(1).toEpochDay() - FIRST_DAY);
  }

  /** Adds a column of times, counted in minutes from 2024-01-01. */
  RelatedTables times(String name, Cell<Integer> cell) {
    long[] micros = new long[rows];
    for (int row = 0; row < rows; row++) {
      micros[row] = FIRST_DAY * 86_400_000_000L + cell.of(row) * 60_000_000L;
    }
    columns.put(
        new Column(name, new ColumnType.Timestamp(false)),
        new Cells.Instants(micros, new BitSet()));
    return this;
  }

  /**
   * Adds a column of times with offsets, counted in minutes from 2024-01-01, and one of the
   * offsets.
   */
  RelatedTables times(String name, Cell<Integer> cell, Cell<String> offset) {
    times(name, cell);
    Map.Entry<Column, Cells> plain =
        columns.entrySet().stream().reduce((first, second) -> second).orElseThrow();
    columns.remove(plain.getKey());
    CellForm form = new TimeForm("yyyy-MM-dd HH:mm X", "Jan", "PM", offset.of(0));
    columns.put(plain.getKey().withForm(form), plain.getValue());
    levels(name + " offset", row -> offset.of(row));
    Column offsets = new Column(name + " offset", new ColumnType.Categorical());
    Cells cells = columns.remove(offsets);
    columns.put(offsets.withForm(new OffsetForm(name)), cells);
    return this;
  }

  Table table() {
    return new Table(new Schema(List.copyOf(columns.keySet())), List.copyOf(columns.values()));
  }

  Training training() {
    BitSet rare = new BitSet();
    for (int row = 0; row < rows; row += 5) {
      rare.set(row);
    }
    return Training.whole(
        new LabelledTable(table(), rare, new Label("y", "1", "0", columns.size())));
  }

  /** The rules that {@link #planted} keeps, one of each kind. */
  public static final List<String> PLANTED =
      List.of(
          "amount == funded",
          "net + fee == amount",
          "0.2 * net == tax",
          "quantity * price + shipping == total",
          "round(price / quantity, 3) == unit",
          "city -> state",
          "missing together (agent, branch)",
          "channel != 'atm' or device == 7",
          "low < high",
          "opened <= closed",
          "start_of_month(opened) == month",
          "days(arrived, left) == stay",
          "weekday(opened) -> weekday",
          "month(logged) -> `logged offset`",
          "bonus in steps of 50 from 25",
          "shipping is known",
          "mcc is known");

  /** Training rows with a relation of each kind. */
  public static Training planted() {
    int rows = 400;
    double[] net = drawn(rows, "net", 10, 500, 1);
    double[] fee = drawn(rows, "fee", 1, 30, 2);
    double[] price = drawn(rows, "price", 1, 90, 2);
    double[] quantity = drawn(rows, "quantity", 1, 6, 0);
    double[] low = drawn(rows, "low", 0, 50, 1);
    double[] gap = drawn(rows, "gap", 0.1, 30, 1);
    double[] opened = drawn(rows, "opened", 0, 300, 0);
    double[] open = drawn(rows, "open", 0, 90, 0);
    double[] city = drawn(rows, "city", -0.49, 7.49, 0);
    double[] agent = drawn(rows, "agent", -20, 20, 1);
    double[] channel = drawn(rows, "channel", -0.49, 2.49, 0);
    double[] device = drawn(rows, "device", -0.49, 9.49, 0);
    double[] code = drawn(rows, "code", -0.49, 29.49, 0);
    double[] arrived = drawn(rows, "arrived", 0, 300, 0);
    double[] stay = drawn(rows, "stay", 0, 14, 0);
    double[] bonus = drawn(rows, "bonus", 0, 600, 0);
    double[] logged = drawn(rows, "logged", 0, 300 * 1440, 0);
    double[] noise = drawn(rows, "noise", 0, 1, 4);
    List<String> channels = List.of("atm", "web", "shop");
    return new RelatedTables(rows)
        .numbers("amount", row -> rounded(net[row] + fee[row], 2))
        .numbers("funded", row -> rounded(net[row] + fee[row], 2))
        .numbers("net", row -> net[row])
        .numbers("fee", row -> fee[row])
        .numbers("tax", row -> rounded(0.2 * net[row], 2))
        .numbers("quantity", row -> quantity[row])
        .numbers("price", row -> price[row])
        .numbers("shipping", row -> List.of(0.0, 4.9, 9.95).get(row % 3))
        .numbers(
            "total",
            row -> rounded(quantity[row] * price[row] + List.of(0.0, 4.9, 9.95).get(row % 3), 2))
        .numbers("unit", row -> rounded(price[row] / quantity[row], 3))
        .levels("city", row -> "c" + (int) city[row])
        .levels("state", row -> "s" + (int) city[row] / 3)
        .numbers("agent", row -> agent[row] > 0 ? agent[row] : Double.NaN)
        .levels("branch", row -> agent[row] > 0 ? "b" + row % 4 : null)
        .levels("channel", row -> channels.get((int) channel[row]))
        .numbers("device", row -> channel[row] == 0 ? 7 : device[row])
        .numbers("low", row -> low[row])
        .numbers("high", row -> rounded(low[row] + gap[row], 1))
        .days("opened", row -> (int) opened[row])
        .days("closed", row -> (int) (opened[row] + open[row]))
        .levels("weekday", row -> "day " + (int) opened[row] % 7)
        .days("month", row -> firstOfMonth((int) opened[row]))
        .days("arrived", row -> (int) arrived[row])
        .days("left", row -> (int) (arrived[row] + stay[row]))
        .numbers("stay", row -> stay[row])
        .numbers("bonus", row -> 25 + 50 * bonus[row])
        .numbers("mcc", row -> 4_000 + 37 * code[row] * code[row])
        .times("logged", row -> (int) logged[row], row -> logged[row] < SUMMER ? "CET" : "CEST")
        .numbers("noise", row -> noise[row])
        .training();
  }
}
