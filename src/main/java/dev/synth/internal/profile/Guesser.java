package dev.synth.internal.profile;

import dev.synth.base.Problem;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.profile.Guesses.LabelGuess;
import dev.synth.internal.profile.Guesses.Why;
import dev.synth.internal.table.CellText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Guesses what columns mean from their names and values. */
public final class Guesser {
  private static final Set<String> LABELS =
      Set.of(
          "fraud",
          "isfraud",
          "fraudulent",
          "class",
          "label",
          "target",
          "y",
          "outcome",
          "default",
          "churn",
          "churned",
          "attack",
          "anomaly",
          "isanomaly",
          "outlier",
          "failure",
          "fault",
          "machinefailure",
          "defect",
          "intrusion",
          "malicious",
          "response",
          "diagnosis");

  /** Words that a longer name of a label has among its words. */
  private static final Set<String> LABEL_WORDS =
      Set.of("fraud", "label", "target", "churn", "default", "anomaly", "failure", "flag");

  private static final Set<String> THINGS =
      Set.of(
          "card",
          "customer",
          "client",
          "account",
          "user",
          "patient",
          "device",
          "machine",
          "household",
          "policy",
          "member",
          "person",
          "session",
          "subject",
          "holder",
          "company");

  /** Words of what is measured of a thing, such as {@code months_as_customer}. */
  private static final Set<String> QUANTITIES =
      Set.of(
          "years", "months", "weeks", "days", "hours", "age", "since", "tenure", "count", "total",
          "sum", "mean", "average", "avg", "amount", "balance", "income", "premium", "limit",
          "rate", "ratio", "share", "score");

  private static final Set<String> CLOCKS = Set.of("time", "timestamp", "date", "datetime", "step");

  /** A label with more values is none that a rare class can be taken from unasked. */
  private static final int MOST_LABELS = 20;

  /** A class that is not rarer than this is not rare. */
  private static final double RARE = 0.35;

  private static final int FEWEST_GROUPS = 5;

  private final Table table;

  private Guesser(Table table) {
    this.table = table;
  }

  /** Returns what columns seem to mean where none is to be the label. */
  public static Guesses withoutLabel(Table table, @Nullable String time, @Nullable String group) {
    Guesser guesser = new Guesser(table);
    return new Guesses(
        null,
        time == null ? guesser.time("") : guesser.namedTime(time),
        group == null ? guesser.group("") : guesser.named("group", group));
  }

  /**
   * Returns what columns seem to mean, where the user named some of them or none.
   *
   * @param label the label column, or null
   * @throws Problem of the data if no column has the label's name, or it has no rarer value; about
   *     {@code time} or {@code group} if they name no column that can be it
   */
  public static Guesses of(
      Table table, @Nullable String label, @Nullable String time, @Nullable String group) {
    Guesser guesser = new Guesser(table);
    LabelGuess guess = label == null ? guesser.label().orElse(null) : guesser.label(label);
    String named = guess == null ? "" : guess.column();
    return new Guesses(
        guess,
        time == null ? guesser.time(named) : guesser.namedTime(time),
        group == null ? guesser.group(named) : guesser.named("group", group));
  }

  private String known(String column) {
    List<String> names = table.schema().names();
    if (!names.contains(column)) {
      throw Problem.data("there is no column '%s'%s", column, Spelling.hint(column, names));
    }
    return column;
  }

  /** Returns a column that a value of the request names. */
  private String named(String component, String column) {
    List<String> names = table.schema().names();
    if (!names.contains(column)) {
      throw Problem.data("names '%s', which is no column%s", column, Spelling.hint(column, names))
          .about(component);
    }
    return column;
  }

  private String namedTime(String column) {
    ColumnType type =
        table.schema().columns().get(table.schema().indexOf(named("time", column))).type();
    if (!(type instanceof ColumnType.Timestamp || type instanceof ColumnType.Numeric)) {
      throw Problem.data(
              "names '%s', which holds neither times such as 2024-01-31 23:59:59 nor numbers",
              column)
          .about("time");
    }
    return column;
  }

  private LabelGuess label(String column) {
    Map<String, Integer> counts = counts(table.schema().indexOf(known(column)), Integer.MAX_VALUE);
    if (counts.size() < 2) {
      throw Problem.data(
          "the label column '%s' has %s; there must be rows of both classes",
          column, counts.isEmpty() ? "no value" : "one value only, '" + rarest(counts) + "'");
    }
    if (counts.size() > MOST_LABELS) {
      throw Problem.data(
          "the label column '%s' has %d different values; which of them is the rare class?",
          column, counts.size());
    }
    return guess(column, counts, Why.NAMED);
  }

  private Optional<LabelGuess> label() {
    List<Column> columns = table.schema().columns();
    List<Integer> candidates =
        IntStream.range(0, columns.size()).filter(this::isTwoValued).boxed().toList();
    Optional<Integer> byName =
        candidates.stream()
            .filter(i -> nameScore(columns.get(i).name()) > 0)
            .max(Comparator.comparingInt(i -> nameScore(columns.get(i).name())));
    if (byName.isPresent()) {
      int at = byName.get();
      return Optional.of(guess(columns.get(at).name(), counts(at, MOST_LABELS), Why.NAME));
    }
    int last = columns.size() - 1;
    if (candidates.size() == 1 && candidates.getFirst() == last) {
      LabelGuess guess = guess(columns.get(last).name(), counts(last, MOST_LABELS), Why.LAST);
      return guess.rare() <= RARE * guess.labelled() ? Optional.of(guess) : Optional.empty();
    }
    return Optional.empty();
  }

  private boolean isTwoValued(int column) {
    Map<String, Integer> counts = counts(column, 2);
    return counts.size() == 2;
  }

  private static int nameScore(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    if (LABELS.contains(plain)) {
      return 2;
    }
    return words(name).stream().anyMatch(LABEL_WORDS::contains) ? 1 : 0;
  }

  private static LabelGuess guess(String column, Map<String, Integer> counts, Why why) {
    String positive = rarest(counts);
    int all = counts.values().stream().mapToInt(count -> count).sum();
    int rare = Objects.requireNonNullElse(counts.get(positive), 0);
    return new LabelGuess(column, positive, rare, all, counts.size(), why);
  }

  /** The rarest value, of equals the last in the order of texts: 1 rather than 0, yes than no. */
  private static String rarest(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Returns the rows of each value, and one value more than asked for where there are more. */
  private Map<String, Integer> counts(int column, int most) {
    Column of = table.schema().columns().get(column);
    Cells cells = table.cells(column);
    Map<String, Integer> counts = new TreeMap<>();
    for (int row = 0; row < cells.size() && counts.size() <= most; row++) {
      if (!cells.isMissing(row)) {
        counts.merge(CellText.of(of, cells, row), 1, Integer::sum);
      }
    }
    return counts;
  }

  private @Nullable String time(String label) {
    return table.schema().columns().stream()
        .filter(column -> !column.name().equals(label))
        .filter(column -> column.type() instanceof ColumnType.Timestamp)
        .findFirst()
        .or(
            () ->
                table.schema().columns().stream()
                    .filter(column -> column.type() instanceof ColumnType.Numeric)
                    .filter(column -> isClock(column.name()))
                    .filter(column -> rises(table.cells(column.name())))
                    .findFirst())
        .map(Column::name)
        .orElse(null);
  }

  private static boolean isClock(String name) {
    return words(name).stream().anyMatch(CLOCKS::contains);
  }

  private static boolean rises(Cells cells) {
    if (!(cells instanceof Cells.Numbers numbers) || cells.missingCount() > 0) {
      return false;
    }
    return IntStream.range(1, cells.size())
        .allMatch(row -> numbers.value(row) >= numbers.value(row - 1));
  }

  private @Nullable String group(String label) {
    return table.schema().columns().stream()
        .filter(column -> !column.name().equals(label))
        .filter(column -> !(column.type() instanceof ColumnType.Timestamp))
        .filter(column -> words(column.name()).stream().anyMatch(THINGS::contains))
        .filter(column -> words(column.name()).stream().noneMatch(QUANTITIES::contains))
        .map(Column::name)
        .filter(this::namesThings)
        .findFirst()
        .orElse(null);
  }

  /** Returns whether a column has several groups, of several rows on average. */
  private boolean namesThings(String column) {
    int[] all = IntStream.range(0, table.rowCount()).toArray();
    int values = SplitAdvisor.values(table, column, all);
    boolean isNamedSo =
        words(column).stream().anyMatch(word -> Set.of("id", "no", "nr", "number").contains(word));
    int fewest = isNamedSo ? FEWEST_GROUPS : Math.max(FEWEST_GROUPS, table.rowCount() / 100);
    return values >= fewest && 1.5 * values <= table.rowCount();
  }

  private static Set<String> words(String name) {
    String parted = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return List.of(parted.split("[^a-z]+")).stream()
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
