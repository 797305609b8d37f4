package dev.synth.internal.demo;

import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.Device;
import dev.synth.internal.demo.Level.EntryMode;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.List;

/** The columns of a run of purchases, collected row by row. */
final class TransactionColumns {
  /** The label column, which is the last one. */
  static final String FRAUD = "fraud";

  /** All columns, the label's too. */
  static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column(TransactionSimulator.ID, new ColumnType.Identifier()),
              new Column(TransactionSimulator.TIME, new ColumnType.Timestamp(false)),
              new Column(TransactionSimulator.CARD, new ColumnType.Identifier()),
              new Column("amount", ColumnType.Numeric.UNBOUNDED),
              new Column("merchant_category", new ColumnType.Categorical()),
              new Column("merchant_country", new ColumnType.Categorical()),
              new Column("channel", new ColumnType.Categorical()),
              new Column("entry_mode", new ColumnType.Categorical()),
              new Column("device", new ColumnType.Categorical()),
              new Column("distance_km", ColumnType.Numeric.UNBOUNDED),
              new Column("hours_since_last", ColumnType.Numeric.UNBOUNDED),
              new Column("transactions_last_day", ColumnType.Numeric.UNBOUNDED),
              new Column("amount_ratio", ColumnType.Numeric.UNBOUNDED),
              new Column("new_merchant", new ColumnType.Categorical()),
              new Column("night", new ColumnType.Categorical()),
              new Column(FRAUD, new ColumnType.Categorical())));

  private static final List<String> COUNTRIES =
      Arrays.stream(Country.values()).map(Country::name).toList();
  private static final List<String> BOOLEANS = List.of("false", "true");
  private static final List<String> LABELS = List.of("0", "1");
  private static final long FIRST_SECOND = 1_735_689_600L; // 2025-01-01T00:00, a Wednesday
  private static final long MICROS = 1_000_000L;

  private final ColumnBuffer.Texts ids;
  private final ColumnBuffer.Instants times;
  private final ColumnBuffer.Texts cards;
  private final ColumnBuffer.Numbers amounts;
  private final ColumnBuffer.Levels categories;
  private final ColumnBuffer.Levels countries;
  private final ColumnBuffer.Levels channels;
  private final ColumnBuffer.Levels entryModes;
  private final ColumnBuffer.Levels devices;
  private final ColumnBuffer.Numbers distances;
  private final ColumnBuffer.Numbers hours;
  private final ColumnBuffer.Numbers lastDay;
  private final ColumnBuffer.Numbers ratios;
  private final ColumnBuffer.Levels newMerchants;
  private final ColumnBuffer.Levels nights;
  private final ColumnBuffer.Levels frauds;

  TransactionColumns(int capacity) {
    ids = new ColumnBuffer.Texts(capacity);
    times = new ColumnBuffer.Instants(capacity);
    cards = new ColumnBuffer.Texts(capacity);
    amounts = new ColumnBuffer.Numbers(capacity, 100);
    categories = new ColumnBuffer.Levels(capacity, Level.texts(Category.values()));
    countries = new ColumnBuffer.Levels(capacity, COUNTRIES);
    channels = new ColumnBuffer.Levels(capacity, Level.texts(Channel.values()));
    entryModes = new ColumnBuffer.Levels(capacity, Level.texts(EntryMode.values()));
    devices = new ColumnBuffer.Levels(capacity, Level.texts(Device.values()));
    distances = new ColumnBuffer.Numbers(capacity, 10);
    hours = new ColumnBuffer.Numbers(capacity, 100);
    lastDay = new ColumnBuffer.Numbers(capacity, 1);
    ratios = new ColumnBuffer.Numbers(capacity, 1000);
    newMerchants = new ColumnBuffer.Levels(capacity, BOOLEANS);
    nights = new ColumnBuffer.Levels(capacity, BOOLEANS);
    frauds = new ColumnBuffer.Levels(capacity, LABELS);
  }

  /** Adds a purchase, seen from what was known of the card before it. */
  void add(long number, Purchase purchase, CardHistory history) {
    double seconds = purchase.seconds();
    Merchant merchant = purchase.merchant();
    Purchase.Means means = purchase.means();
    ids.add(transactionId(number));
    times.add((FIRST_SECOND + (long) seconds) * MICROS);
    cards.add(purchase.card().id());
    amounts.add(purchase.amount());
    categories.add(merchant.category());
    countries.add(merchant.country());
    channels.add(means.channel());
    entryModes.add(means.entryMode());
    devices.add(means.device());
    distances.add(means.located() ? purchase.card().owner().distanceTo(merchant) : Double.NaN);
    hours.add(history.hoursSinceLast(seconds));
    lastDay.add(history.countLastDay(seconds));
    ratios.add(history.ratioToMean(purchase.amount()));
    newMerchants.add(history.isNew(merchant));
    nights.add(PurchaseStream.isNight(seconds));
    frauds.add(purchase.fraud());
  }

  /** Returns the rows collected, with the label as the last column. */
  Table table() {
    List<Cells> cells =
        List.<ColumnBuffer>of(
                ids,
                times,
                cards,
                amounts,
                categories,
                countries,
                channels,
                entryModes,
                devices,
                distances,
                hours,
                lastDay,
                ratios,
                newMerchants,
                nights,
                frauds)
            .stream()
            .map(ColumnBuffer::cells)
            .toList();
    return new Table(SCHEMA, cells);
  }

  /** Returns {@code T000000001} and so on; written out, because formatting is slow. */
  private static String transactionId(long number) {
    String digits = Long.toString(number);
    return "T" + "0".repeat(Math.max(0, 9 - digits.length())) + digits;
  }
}
