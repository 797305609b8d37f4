package dev.synth.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A made-up table of transactions in which each column is written in another odd way.
 *
 * <p>Same rows in each call. One row in eight is rare, and differs in amounts, hours and places.
 */
final class OddTable {
  /** The column that a run leaves out, since it names rows. */
  static final String IDENTIFIER = "Txn Ref";

  static final String LABEL = "is fraud?";

  private static final int ROWS = 320;
  private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun"};
  private static final String[] CITIES = {"Austin", "Boston", "Dallas", "El Paso", "Worcester"};
  private static final String[] STATES = {"TX", "MA", "TX", "TX", "MA"};
  private static final String[] ZIPS = {"73301", "02108", "75201", "79901", "01601"};
  private static final int[] CODES = {5411, 5732, 5999, 6011, 7995};
  private static final String[] SHOPS = {
    "Bäckerei \"Zum Ofen\"", "東京 Store", "Café; Bar, & Co", "two\nlines", "O'Neil 🛒"
  };
  private static final String[] NOTHING = {"NA", "-", "?", "n/a"};
  private static final String[] OFFSETS = {"+05:30", "Z", "-08:00"};

  private final Random random = new Random(20240315);
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private OddTable() {
    IntStream.range(0, ROWS).forEach(row -> rows.add(new ArrayList<>()));
    money();
    times();
    names();
  }

  /** Returns the file's text, parted by semicolons. */
  static String text() {
    OddTable table = new OddTable();
    return table.line(table.names)
        + table.rows.stream().map(table::line).collect(Collectors.joining());
  }

  private String line(List<String> cells) {
    return cells.stream().map(OddTable::quoted).collect(Collectors.joining(";")) + "\n";
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[;\"\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private void column(String name, IntFunction<String> cell) {
    names.add(name);
    IntStream.range(0, ROWS).forEach(row -> rows.get(row).add(cell.apply(row)));
  }

  private static boolean isRare(int row) {
    return row % 8 == 3;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Returns a whole number of cents, several times as large in rare rows. */
  private int cents(int row, int usual) {
    return (int) (usual * Math.exp(random.nextGaussian() * 0.8) * (isRare(row) ? 3 : 1)) + 100;
  }

  private static String cents(String format, int cents) {
    return text(format, cents / 100.0);
  }

  private void money() {
    column(IDENTIFIER, row -> text("TX-%05d", row * 37 % 9973));
    column(
        "amount",
        row -> {
          String size = cents("$%,.2f", cents(row, 40_000));
          return row % 9 == 1 ? "(" + size + ")" : size;
        });
    column("rate", row -> text("%.2f%%", 4 + random.nextGaussian() + (isRare(row) ? 6 : 0)));
    column("balance", row -> cents("CHF %,.2f", cents(row, 900_000)).replace(',', '\''));
    column("limit", row -> text("%,d", cents(row, 5000)).replace(',', '\u202f') + ",00\u202f€");
    column("turnover", row -> rupees(cents(row, 100_000)));
    column("score", row -> text("%.3f", random.nextDouble()).replace('.', ','));
    int[] net = IntStream.range(0, ROWS).map(row -> cents(row, 8000)).toArray();
    int[] fee = IntStream.range(0, ROWS).map(row -> 25 * (1 + random.nextInt(40))).toArray();
    column("net", row -> cents("%.2f", net[row]));
    column("fee", row -> cents("%.2f", fee[row]));
    column("gross", row -> cents("%.2f", net[row] + fee[row]));
    column("change", row -> text("%d%s", 1 + random.nextInt(90), row % 3 == 0 ? "-" : ""));
    column("followers", row -> followers(1 + random.nextInt(99), random.nextInt(4)));
    column(
        "refund",
        row -> random.nextInt(3) == 0 ? "$ -" : cents("$ %,.2f", 500 + random.nextInt(90_000)));
    column("weight", row -> text("%.1f kg", 1 + random.nextInt(300) / 10.0));
  }

  private static String followers(int number, int size) {
    return switch (size) {
      case 0 -> Integer.toString(10 * number);
      case 1 -> number + ".5K";
      default -> number + "." + (1 + number % 9) + "M";
    };
  }

  private static String rupees(int amount) {
    String last = text("%03d", amount % 1000);
    int rest = amount / 1000;
    String head = rest >= 100 ? rest / 100 + text(",%02d", rest % 100) : Integer.toString(rest);
    return "₹" + (rest == 0 ? Integer.toString(amount % 1000) : head + "," + last) + ".00";
  }

  private void times() {
    int[] days = IntStream.range(0, ROWS).map(row -> random.nextInt(170)).toArray();
    column("day", row -> text("%02d.%02d.2024", days[row] % 28 + 1, days[row] / 28 % 6 + 1));
    column("month", row -> text("%s-2024", MONTHS[days[row] / 28 % 6]));
    column(
        "booked", row -> text("%02d-%s-2024", 1 + random.nextInt(28), MONTHS[random.nextInt(6)]));
    column("created_at", row -> Long.toString(1_700_000_000_000L + random.nextInt(900_000_000)));
    column(
        "clock",
        row -> {
          boolean isLate = isRare(row) || random.nextInt(5) == 0;
          return text(
              "%02d:%02d %s", 1 + random.nextInt(11), random.nextInt(60), isLate ? "PM" : "AM");
        });
    column(
        "local",
        row ->
            text(
                "2024-03-%02dT%02d:%02d:00%s",
                1 + random.nextInt(30),
                random.nextInt(24),
                random.nextInt(60),
                OFFSETS[random.nextInt(3)]));
    column(
        "seen",
        row ->
            text(
                "2024-04-%02d %02d:%02d:%02d UTC",
                1 + random.nextInt(30),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60)));
    column("week", row -> text("2024-W%02d-%d", 1 + random.nextInt(50), 1 + random.nextInt(7)));
    column(
        "logged",
        row ->
            text(
                "2024-05-%02d %02d:%02d %s",
                1 + random.nextInt(30),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(4) == 0 ? "Europe/London" : "CEST"));
    int[] start = IntStream.range(0, ROWS).map(row -> 1 + random.nextInt(14)).toArray();
    column("start", row -> text("05/%02d/2024", start[row]));
    column("end", row -> text("05/%02d/2024", start[row] + random.nextInt(15)));
  }

  private void names() {
    int[] city = IntStream.range(0, ROWS).map(row -> random.nextInt(5)).toArray();
    column("city", row -> CITIES[city[row]]);
    column("state", row -> STATES[city[row]]);
    column("zip", row -> ZIPS[city[row]]);
    column("branch", row -> text("%05d", 417 * (1 + random.nextInt(9))));
    column("mcc", row -> Integer.toString(CODES[random.nextInt(isRare(row) ? 5 : 4)]));
    column("status", row -> new String[] {"200", "404", "503"}[random.nextInt(3)]);
    column("referral", row -> new String[] {"None", "unknown", "friend", "ad"}[random.nextInt(4)]);
    column("income", row -> row % 6 == 1 ? NOTHING[row % 4] : 100 * random.nextInt(400) + "");
    column("currency", row -> "EUR");
    column("remarks", row -> "");
    column("shop", row -> SHOPS[random.nextInt(SHOPS.length)]);
    column(LABEL, row -> isRare(row) ? "Yes" : "No");
  }
}
