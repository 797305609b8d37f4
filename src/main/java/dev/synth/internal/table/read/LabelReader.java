package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.DataOptions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The label column as read.
 *
 * @param rare the rows of the rare class
 * @param unlabelled the rows whose label is missing
 * @param positive the text that marks the rare class, as it stands in the file
 * @param negative the most frequent other text, or {@code other} where there is none
 */
record LabelReader(BitSet rare, BitSet unlabelled, String positive, String negative) {
  private static final int LISTED = 10;

  /** What the other class is called where no row is of it. */
  private static final String ONLY = "other";

  /** Reads the label column at a position of the staged table; both classes must be there. */
  static LabelReader read(StagedTable staged, int position, DataOptions options, ReadNotes notes) {
    LabelReader read = readAny(staged, position, options, notes);
    if (read.rare.cardinality() + read.unlabelled.cardinality() == staged.rowCount()) {
      throw Problem.data(
          "every row has '%s' in the label column '%s'; there must be rows of both classes",
          options.positive(), options.label());
    }
    return read;
  }

  /** Reads the label column at a position of the staged table; a rare row must be there. */
  static LabelReader readAny(
      StagedTable staged, int position, DataOptions options, ReadNotes notes) {
    Set<String> missing = new HashSet<>(options.missing());
    missing.remove(options.positive());
    Dictionary labels = staged.dictionary(position).cleaned(missing::contains);
    int[] counts = labels.counts();
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingInt(i -> -counts[i]))
        .forEach(order::add);
    List<Integer> rare =
        order.stream().filter(i -> matches(labels.values().get(i), options.positive())).toList();
    List<Integer> others = order.stream().filter(i -> !rare.contains(i)).toList();
    check(labels, counts, order, rare, options);
    if (others.size() > 1) {
      notes.say(
          "the label '%s' has %d values; all but '%s' count as the other class, written '%s'"
              .formatted(
                  options.label(),
                  order.size(),
                  options.positive(),
                  labels.values().get(others.getFirst())));
    }
    BitSet rareRows = new BitSet();
    for (int row = 0; row < staged.rowCount(); row++) {
      rareRows.set(row, rare.contains(labels.codes()[row]));
    }
    BitSet unlabelled = labels.missing();
    if (!unlabelled.isEmpty()) {
      notes.say("%d rows without a label are left out".formatted(unlabelled.cardinality()));
    }
    return new LabelReader(
        rareRows,
        unlabelled,
        labels.values().get(rare.getFirst()),
        others.isEmpty() ? ONLY : labels.values().get(others.getFirst()));
  }

  private static void check(
      Dictionary labels,
      int[] counts,
      List<Integer> order,
      List<Integer> rare,
      DataOptions options) {
    if (order.isEmpty()) {
      throw Problem.data("the label column '%s' is empty", options.label());
    }
    if (rare.isEmpty()) {
      throw Problem.data(
          "no row has '%s' in the label column '%s'; its values are %s",
          options.positive(), options.label(), listed(labels, counts, order));
    }
  }

  private static String listed(Dictionary labels, int[] counts, List<Integer> order) {
    String listed =
        order.stream()
            .limit(LISTED)
            .map(i -> "'%s' (%d rows)".formatted(labels.values().get(i), counts[i]))
            .collect(Collectors.joining(", "));
    int more = order.size() - LISTED;
    return more > 0 ? listed + " and %d more".formatted(more) : listed;
  }

  /** Returns whether a cell is what the user meant: the same text, number or truth value. */
  static boolean matches(String cell, String positive) {
    String wanted = positive.strip();
    if (cell.equals(wanted)) {
      return true;
    }
    OptionalDouble number = NumberText.parse(wanted);
    if (number.isPresent()) {
      OptionalDouble other = NumberText.parse(cell);
      return other.isPresent() && other.getAsDouble() == number.getAsDouble();
    }
    boolean truth = wanted.equalsIgnoreCase("true") || wanted.equalsIgnoreCase("false");
    return truth && cell.equalsIgnoreCase(wanted);
  }
}
