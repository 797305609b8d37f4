package dev.synth.internal.demo;

import dev.synth.base.InvalidValue;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Simulates card transactions, about one in 200 of them a fraud where no other share is asked for.
 *
 * <p>Customers of one bank buy in shops, online and by phone, in their city, on journeys and from
 * abroad. Three frauds happen among them: a stolen card, card testing, and a merchant whose records
 * leak; so do honest episodes that look like fraud. Whatever a column tells of a card's past is
 * counted from that card's earlier transactions, frauds included, as a bank would count it.
 *
 * <p>Rows come in the order of time. The same seeds and number of rows give the same rows; with
 * more rows the world is another one (there are more cards), so fewer rows are no prefix of more.
 * Memory grows with the number of cards, which stops growing at 100,000, and not with the rows.
 */
public final class TransactionSimulator {
  /** The number of rows that are simulated by default. */
  public static final int DEFAULT_ROWS = 20_000;

  /** The column that numbers the rows. */
  public static final String ID = "transaction_id";

  /** The column of the transaction's time, by which rows are ordered. */
  public static final String TIME = "timestamp";

  /** The column of the card, whose transactions belong together. */
  public static final String CARD = "card_id";

  /** The share of frauds that is simulated by default. */
  public static final double FRAUD_SHARE = 0.005;

  /** The largest share of frauds. */
  public static final double MOST_FRAUDS = 0.1;

  private static final int BATCH_ROWS = 8192;
  private static final int ROWS_PER_CARD = 25;
  private static final int FEWEST_CARDS = 20;
  private static final int MOST_CARDS = 100_000;

  private final Seeds seeds;
  private final long rows;
  private final @Nullable DemoDays days;
  private final double fraudShare;

  /**
   * A simulator of a number of transactions.
   *
   * @param rows how many, at least 1
   * @throws InvalidValue if there are fewer
   */
  public TransactionSimulator(Seeds seeds, long rows) {
    this(seeds, rows, null, FRAUD_SHARE);
  }

  /**
   * A simulator of transactions.
   *
   * @param rows how many, at least 1; about how many, where there are days
   * @param days the days; null for as many as there are purchases in
   * @param fraudShare about which share of the rows are frauds, above 0 and at most {@link
   *     #MOST_FRAUDS}
   */
  public TransactionSimulator(Seeds seeds, long rows, @Nullable DemoDays days, double fraudShare) {
    InvalidValue.unless(rows >= 1, "rows", "must be at least 1", rows);
    InvalidValue.unless(
        fraudShare > 0 && fraudShare <= MOST_FRAUDS,
        "frauds",
        "must be above 0 and at most " + MOST_FRAUDS,
        fraudShare);
    this.seeds = seeds;
    this.rows = rows;
    this.days = days;
    this.fraudShare = fraudShare;
  }

  /** Returns the columns, the last of which is the label. */
  public static Schema schema() {
    return TransactionColumns.SCHEMA;
  }

  /** Returns the label column {@code fraud}: 1 for a fraud, 0 for all else. */
  public static Label label() {
    return new Label(
        TransactionColumns.FRAUD, "1", "0", schema().indexOf(TransactionColumns.FRAUD));
  }

  /** Gives all rows to the consumer, batch by batch, each of at least one row. */
  public void forEachBatch(Consumer<Table> consumer) {
    forEachBatch(BATCH_ROWS, consumer);
  }

  /** Returns all rows in memory, with the label beside the features. */
  public static LabelledTable labelled(Seeds seeds, int rows) {
    return labelled(seeds, rows, FRAUD_SHARE);
  }

  /**
   * Returns all rows in memory, with the label beside the features.
   *
   * @param fraudShare about which share of the rows are frauds
   */
  public static LabelledTable labelled(Seeds seeds, int rows, double fraudShare) {
    Table[] all = new Table[1];
    new TransactionSimulator(seeds, rows, null, fraudShare)
        .forEachBatch(rows, table -> all[0] = table);
    return labelled(all[0]);
  }

  private void forEachBatch(int batchRows, Consumer<Table> consumer) {
    DemoDays own = days;
    if (own != null) {
      byDays(own, batchRows, consumer);
      return;
    }
    int cardCount = Math.clamp(rows / ROWS_PER_CARD, FEWEST_CARDS, MOST_CARDS);
    World world = World.of(cardCount, seeds.stream("world"));
    CardHistory[] histories =
        Stream.generate(CardHistory::new).limit(cardCount).toArray(CardHistory[]::new);
    PurchaseStream purchases =
        new PurchaseStream(world, seeds, fraudShare, Double.POSITIVE_INFINITY);
    for (long first = 0; first < rows; first += batchRows) {
      int size = (int) Math.min(batchRows, rows - first);
      TransactionColumns columns = new TransactionColumns(size);
      for (int i = 0; i < size; i++) {
        Purchase purchase = purchases.next();
        CardHistory history = histories[purchase.card().number()];
        columns.add(first + i + 1, purchase, history);
        history.add(purchase);
      }
      consumer.accept(columns.table());
    }
  }

  private void byDays(DemoDays own, int batchRows, Consumer<Table> consumer) {
    double perDay = (double) rows / own.days() / PurchaseStream.PURCHASES_PER_CARD_AND_DAY;
    int cardCount = Math.clamp(Math.round(perDay), FEWEST_CARDS, MOST_CARDS);
    World world = World.of(cardCount, seeds.stream("world"));
    CardHistory[] histories =
        Stream.generate(CardHistory::new).limit(cardCount).toArray(CardHistory[]::new);
    PurchaseStream purchases = new PurchaseStream(world, seeds, fraudShare, own.fraudMovesAt());
    double end = own.firstSecond() + own.days() * 24 * 3600.0;
    TransactionColumns columns = new TransactionColumns(batchRows);
    long number = 0;
    int inBatch = 0;
    for (Purchase each = purchases.next(); each.seconds() < end; each = purchases.next()) {
      if (DemoDays.isClosed(each)) {
        continue;
      }
      CardHistory history = histories[each.card().number()];
      if (each.seconds() >= own.firstSecond()) {
        columns.add(++number, each, history);
        inBatch++;
      }
      history.add(each);
      if (inBatch == batchRows) {
        consumer.accept(columns.table());
        columns = new TransactionColumns(batchRows);
        inBatch = 0;
      }
    }
    if (inBatch > 0) {
      consumer.accept(columns.table());
    }
  }

  private static LabelledTable labelled(Table all) {
    Cells.Levels label = (Cells.Levels) all.cells(TransactionColumns.FRAUD);
    BitSet rare = new BitSet();
    for (int row = 0; row < all.rowCount(); row++) {
      rare.set(row, label.code(row) == 1);
    }
    Schema features =
        new Schema(
            schema().columns().stream()
                .filter(column -> !column.name().equals(TransactionColumns.FRAUD))
                .toList());
    return new LabelledTable(all.select(features), rare, label());
  }
}
