package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.read.problem.ValueList;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.DataOptions;
import dev.synth.table.reading.Counted;
import dev.synth.table.reading.LabelNote;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The label column as read.
 *
 * @param rare the rows of the rare class
 * @param unlabelled the rows whose label is missing
 * @param positive the text that marks the rare class, as it stands in the file; the most frequent
 *     of several
 * @param negative the most frequent other text, or {@code other} where there is none
 */
record LabelReader(BitSet rare, BitSet unlabelled, String positive, String negative) {
  /** Below so many letters a value is a code, and no word that may be misspelt. */
  private static final int SPELT = 3;

  /** The name of the other class where no row is of it. */
  private static final String ONLY = "other";

  /** The column's different texts, with their numbers of rows, by place in its dictionary. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Values(Dictionary labels, int[] counts, List<Integer> order) {
    static Values of(Dictionary labels) {
      int[] counts = labels.counts();
      List<Integer> order =
          IntStream.range(0, counts.length)
              .boxed()
              .sorted(Comparator.comparingInt(i -> -counts[i]))
              .toList();
      return new Values(labels, counts, order);
    }

    String text(int value) {
      return labels.values().get(value);
    }

    List<Counted> counted(List<Integer> some) {
      return some.stream().map(i -> new Counted(text(i), counts[i])).toList();
    }
  }

  /** Reads the label column at a position of the staged table; both classes must be there. */
  static LabelReader read(StagedTable staged, int position, DataOptions options, ReadNotes notes) {
    LabelReader read = readAny(staged, position, options, notes);
    if (read.rare.cardinality() + read.unlabelled.cardinality() == staged.rowCount()) {
      int unlabelled = read.unlabelled.cardinality();
      if (unlabelled > 0) {
        throw Problem.data(
            "every row with a label has '%s' in the column '%s', and %,d %s none; there must be"
                + " rows of both classes: write a label of the other class into those that are of"
                + " it",
            either(options.positive()),
            options.label(),
            unlabelled,
            unlabelled == 1 ? "has" : "have");
      }
      throw Problem.data(
          "every row has '%s' in the label column '%s'; there must be rows of both classes",
          either(options.positive()), options.label());
    }
    return read;
  }

  /** Reads the label column at a position of the staged table; a rare row must be there. */
  static LabelReader readAny(
      StagedTable staged, int position, DataOptions options, ReadNotes notes) {
    Set<String> missing = new HashSet<>(options.missing());
    options.positive().forEach(missing::remove);
    Values values = values(staged.dictionary(position).cleaned(missing::contains), options);
    List<Integer> rare =
        values.order.stream().filter(i -> isPositive(values.text(i), options)).toList();
    List<Integer> others = values.order.stream().filter(i -> !rare.contains(i)).toList();
    check(values, rare, options);
    tellForms(values, rare, others, options, notes);
    if (others.size() > 1) {
      notes.add(
          new LabelNote.SeveralOthers(
              options.label(),
              values.order.size(),
              options.positive(),
              values.text(others.getFirst())));
    }
    BitSet rareRows = new BitSet();
    for (int row = 0; row < staged.rowCount(); row++) {
      rareRows.set(row, rare.contains(values.labels.codes()[row]));
    }
    BitSet unlabelled = values.labels.missing();
    if (!unlabelled.isEmpty()) {
      notes.add(new LabelNote.Unlabelled(unlabelled.cardinality()));
    }
    return new LabelReader(
        rareRows,
        unlabelled,
        values.text(rare.getFirst()),
        others.isEmpty() ? ONLY : values.text(others.getFirst()));
  }

  /** Returns the values; words that are missing among numbers are where all others are such. */
  private static Values values(Dictionary labels, DataOptions options) {
    Values values = Values.of(labels);
    Set<String> none = missing(labels.values(), options);
    return none.isEmpty() ? values : Values.of(labels.cleaned(none::contains));
  }

  /**
   * Returns which of a column's labels are none: those that are missing in every column, and those
   * that are missing among numbers where all others are numbers.
   */
  static Set<String> missing(Collection<String> labels, DataOptions options) {
    MissingTokens tokens = new MissingTokens(options);
    boolean areNumbers =
        labels.stream()
            .allMatch(
                text -> NumberText.parse(text).isPresent() || tokens.isMissingInNumbers(text));
    return labels.stream()
        .filter(
            text -> areNumbers ? tokens.isMissingInNumbers(text) : options.missing().contains(text))
        .filter(text -> !isPositive(text, options))
        .collect(Collectors.toSet());
  }

  private static boolean isPositive(String cell, DataOptions options) {
    return options.positive().stream().anyMatch(positive -> LabelText.matches(cell, positive));
  }

  private static String either(List<String> positive) {
    return String.join("' or '", positive);
  }

  private static void check(Values values, List<Integer> rare, DataOptions options) {
    if (values.order.isEmpty()) {
      throw Problem.data("the label column '%s' is empty", options.label());
    }
    if (rare.isEmpty()) {
      throw Problem.data(
          "no row has '%s' in the label column '%s'; its values are %s%s",
          either(options.positive()),
          options.label(),
          ValueList.listed(values.counted(values.order)),
          meant(values, options));
    }
  }

  /** Guesses which values were meant: those that differ in form alone, or the nearest one. */
  private static String meant(Values values, DataOptions options) {
    Set<String> wanted = folded(options.positive());
    List<String> forms =
        values.order.stream()
            .map(values::text)
            .filter(text -> wanted.contains(LabelText.fold(text)))
            .toList();
    if (!forms.isEmpty()) {
      return PlainText.of("; did you mean %s?", ValueList.written(forms));
    }
    List<String> same =
        values.order.stream()
            .map(values::text)
            .filter(
                text -> options.positive().stream().anyMatch(word -> LabelText.mayBe(text, word)))
            .toList();
    if (!same.isEmpty()) {
      return PlainText.of("; did you mean %s?", ValueList.written(same));
    }
    return options.positive().stream()
        .filter(word -> word.length() >= SPELT) // of a digit every other is near
        .filter(word -> NumberText.parse(word).isEmpty())
        .map(word -> Spelling.hint(word, values.labels.values()))
        .filter(hint -> !hint.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Takes down what is joined, what is not there, and what looks as if it should be joined. */
  private static void tellForms(
      Values values,
      List<Integer> rare,
      List<Integer> others,
      DataOptions options,
      ReadNotes notes) {
    if (options.positive().size() > 1) {
      notes.add(new LabelNote.SeveralForms(options.label(), values.counted(rare)));
      List<String> absent =
          options.positive().stream()
              .filter(
                  wanted -> rare.stream().noneMatch(i -> LabelText.matches(values.text(i), wanted)))
              .toList();
      if (!absent.isEmpty()) {
        notes.add(new LabelNote.AbsentForms(options.label(), absent));
      }
    }
    Set<String> forms = folded(rare.stream().map(values::text).toList());
    List<Integer> alike =
        others.stream().filter(i -> forms.contains(LabelText.fold(values.text(i)))).toList();
    List<Integer> same =
        others.stream()
            .filter(i -> !alike.contains(i))
            .filter(
                i -> rare.stream().anyMatch(r -> LabelText.mayBe(values.text(i), values.text(r))))
            .toList();
    if (!same.isEmpty()) {
      notes.add(
          new LabelNote.SameMeaning(
              options.label(),
              values.counted(same),
              values.text(rare.getFirst()),
              options.positive()));
    }
    if (!alike.isEmpty()) {
      notes.add(
          new LabelNote.Lookalikes(
              options.label(),
              values.counted(alike),
              values.text(rare.getFirst()),
              options.positive()));
    }
  }

  private static Set<String> folded(List<String> texts) {
    return texts.stream().map(LabelText::fold).collect(Collectors.toSet());
  }
}
