package dev.synth.internal.table.read;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.cell.TimeFinder;
import dev.synth.internal.table.cell.TimeFinder.FoundPattern;
import dev.synth.internal.table.cell.TimeNumbers;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.read.problem.ConfigLine;
import dev.synth.internal.table.read.problem.ReadProblems;
import dev.synth.internal.table.read.problem.TypeNames;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.table.CellForm;
import dev.synth.table.ColumnType;
import dev.synth.table.TimeForm;
import dev.synth.table.reading.TypeNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns as times: where the user said so, else where nearly all cells say times. What the
 * user must decide is told to {@link ReadProblems}.
 */
final class TimeReader {
  /** From this share of cells on that say times the others are a question for the user. */
  private static final double NEARLY_ALL = 0.95;

  /** Numbers of so many different values that all are in the range of times are worth a note. */
  private static final int WORTH_A_NOTE = 20;

  private final ReadProblems problems;
  private final ReadNotes notes;

  TimeReader(ReadProblems problems, ReadNotes notes) {
    this.problems = problems;
    this.notes = notes;
  }

  /** The result of looking for times in a column. */
  sealed interface Outcome {
    /** Its cells are times. */
    record Times(TimeColumn column) implements Outcome {}

    /** The user must decide, and has been told. */
    record Undecided() implements Outcome {}

    /** It holds something else. */
    record Others() implements Outcome {}
  }

  /** Returns what a column of texts is, without those that stand for missing cells. */
  Outcome infer(String name, Dictionary texts) {
    List<FoundPattern> found = TimeFinder.find(texts.values());
    if (found.isEmpty()) {
      return TimeLikelihood.areFourDigits(name, texts.values())
          ? read(name, texts, TimeFinder.of(texts.values(), TimePattern.of("HHmm")), false)
          : new Outcome.Others();
    }
    BitSet strays = strays(found.getFirst());
    boolean isNearlyAll = count(texts, strays) <= (1 - NEARLY_ALL) * texts.present();
    if (!isNearlyAll && TimeLikelihood.isLikely(name, texts, found.getFirst().pattern())) {
      TypeNote partly = problems.partly(name, true, texts, i -> !strays.get(i));
      if (partly != null && SchemaInference.hardlyRepeat(texts)) {
        problems.strays(name, PlainText.of("times (%s)", forms(found)), texts, i -> !strays.get(i));
        return new Outcome.Undecided();
      }
      if (partly != null) {
        notes.add(partly);
      }
    }
    if (!isNearlyAll
        || !TimeLikelihood.isLikely(name, texts, found.getFirst().pattern())
        || TimeLikelihood.mayBeWords(name, texts, found.getFirst())) {
      return new Outcome.Others();
    }
    if (!strays.isEmpty()) {
      problems.strays(name, PlainText.of("times (%s)", forms(found)), texts, i -> !strays.get(i));
      return new Outcome.Undecided();
    }
    return found.size() > 1
        ? inDoubt(name, texts, found)
        : read(name, texts, found.getFirst(), false);
  }

  /**
   * Returns a column of texts as times of the type that the user gave, or what is wrong.
   *
   * @param known the form that the column has in another file; another form is read too
   */
  Outcome asked(String name, Dictionary texts, ColumnType type, @Nullable TimeForm known) {
    String format = format(type);
    if (format != null) {
      FoundPattern given = TimeFinder.of(texts.values(), TimePattern.of(format));
      return asked(name, texts, List.of(given), type);
    }
    if (known != null) {
      FoundPattern like = TimeFinder.of(texts.values(), TimePattern.of(known.pattern()));
      if (like.failing().isEmpty()) {
        return new Outcome.Times(TimeColumn.of(texts, like.pattern(), like.style()));
      }
    }
    List<FoundPattern> found = found(texts, type);
    if (!found.isEmpty()) {
      return asked(name, texts, found, type);
    }
    if (!texts.values().isEmpty()) {
      BitSet strays = new BitSet();
      strays.set(0, texts.values().size());
      misfits(name, texts, type, "in a form that is known, such as " + examples(type), strays);
      return new Outcome.Undecided();
    }
    return new Outcome.Times(TimeColumn.empty(type, texts.codes().length));
  }

  /** The ways to read the most texts as the type says. */
  private static List<FoundPattern> found(Dictionary texts, ColumnType type) {
    boolean isDate = type instanceof ColumnType.Timestamp;
    FoundPattern hours = TimeFinder.hours(texts.values());
    if (!isDate && hours.failing().isEmpty() && !texts.values().isEmpty()) {
      return List.of(hours);
    }
    TimeNumbers.Guess guess = isDate ? TimeNumbers.of(numbers(texts)) : null;
    if (guess != null) {
      return List.of(TimeFinder.of(texts.values(), guess.pattern()));
    }
    TimePattern days = isDate ? serials(texts) : null;
    if (days != null) {
      return List.of(TimeFinder.of(texts.values(), days));
    }
    return TimeFinder.find(texts.values()).stream()
        .filter(each -> each.pattern().hasDate() == isDate)
        .toList();
  }

  private static @Nullable TimePattern serials(Dictionary texts) {
    double[] numbers = numbers(texts);
    boolean areNumbers = numbers.length > 0 && Arrays.stream(numbers).noneMatch(Double::isNaN);
    return areNumbers ? TimeNumbers.ofSpreadsheet(numbers) : null;
  }

  private Outcome asked(String name, Dictionary texts, List<FoundPattern> found, ColumnType type) {
    BitSet strays = strays(found.getFirst());
    if (!strays.isEmpty()) {
      misfits(name, texts, type, "of the form " + forms(found), strays);
      return new Outcome.Undecided();
    }
    return found.size() > 1
        ? inDoubt(name, texts, found)
        : read(name, texts, found.getFirst(), true);
  }

  private void misfits(String name, Dictionary texts, ColumnType type, String what, BitSet strays) {
    String example = type instanceof ColumnType.TimeOfDay ? "HHmm" : "dd/MM/yyyy HH:mm";
    problems.misfits(
        name,
        TypeNames.of(type),
        what,
        texts,
        i -> !strays.get(i),
        PlainText.of(
            "; add what is missing to data.missing, or say how all are written, such as `%s`",
            ConfigLine.format(name, TypeNames.of(type), example)));
  }

  private Outcome inDoubt(String name, Dictionary texts, List<FoundPattern> found) {
    List<String> lines =
        found.stream()
            .map(
                each ->
                    PlainText.of(
                        "`%s`", ConfigLine.format(name, "timestamp", each.pattern().text())))
            .toList();
    problems.add(
        PlainText.of(
            "'%s' can be read in %s ways, since '%s' and all others are dates by %s; say %s",
            name,
            Integer.toString(found.size()),
            texts.values().getFirst(),
            String.join(" and by ", found.stream().map(each -> each.pattern().text()).toList()),
            String.join(" or ", lines)));
    return new Outcome.Undecided();
  }

  private Outcome read(String name, Dictionary texts, FoundPattern found, boolean isAsked) {
    TimeColumn column = TimeColumn.of(texts, found.pattern(), found.style());
    if (!column.form().equals(CellForm.PLAIN)) {
      say(name, found.pattern(), texts.values().getFirst(), isAsked);
    }
    return new Outcome.Times(column);
  }

  private void say(String name, TimePattern pattern, String example, boolean isAsked) {
    notes.form(name, example, pattern.text());
    if (!isAsked && (pattern.isEpoch() || pattern.text().matches("[yMdHms]+"))) {
      notes.add(new TypeNote.Times(name));
    }
  }

  /**
   * Returns how a column of numbers says times, or null where it does not, or where nothing but the
   * numbers says so.
   *
   * @param numbers NaN where missing
   * @param isClock whether the user said that the column orders the rows
   */
  @Nullable TimePattern ofNumbers(String name, double[] numbers, boolean isClock) {
    double[] present = Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).toArray();
    if (present.length == 0) {
      return null;
    }
    TimeNumbers.Guess guess = TimeNumbers.of(present);
    if (guess == null) {
      TimePattern days = TimeNames.sayDate(name) ? TimeNumbers.ofSpreadsheet(present) : null;
      if (days != null) {
        say(name, days, NumberText.of(present[0]), false);
      }
      return days;
    }
    long distinct = Arrays.stream(present).distinct().limit(WORTH_A_NOTE).count();
    boolean isNamed = isClock || TimeNames.sayTime(name);
    boolean isSure =
        guess.isSure() && distinct >= TimeLikelihood.ENOUGH_VALUES && !TimeNames.sayCode(name);
    if (isNamed || isSure) {
      say(name, guess.pattern(), NumberText.of(present[0]), false);
      return guess.pattern();
    }
    if (distinct == WORTH_A_NOTE && !TimeNames.sayCode(name)) {
      notes.add(new TypeNote.PerhapsTimes(name, guess.pattern().text()));
    }
    return null;
  }

  /** Returns whether numbers say times, and their column's name says so too. */
  boolean areTimes(String name, double[] numbers, boolean isClock) {
    double[] present = Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).toArray();
    return present.length > 0
        && (isClock || TimeNames.sayTime(name))
        && TimeNumbers.of(present) != null;
  }

  private static BitSet strays(FoundPattern found) {
    BitSet failing = new BitSet();
    found.failing().forEach(failing::set);
    return failing;
  }

  private static int count(Dictionary texts, BitSet chosen) {
    int[] counts = texts.counts();
    return chosen.stream().map(i -> counts[i]).sum();
  }

  private static double[] numbers(Dictionary texts) {
    List<Double> numbers = new ArrayList<>();
    for (String text : texts.values()) {
      numbers.add(NumberText.parse(text).orElse(Double.NaN));
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String forms(List<FoundPattern> found) {
    return String.join(" or ", found.stream().map(each -> each.pattern().text()).toList());
  }

  private static String examples(ColumnType type) {
    return type instanceof ColumnType.TimeOfDay
        ? "23:59, 11:59 PM or 23"
        : "2024-01-31 23:59:59, 31/1/2024, 31-Jan-2024 or Jan-2024";
  }

  private static @Nullable String format(ColumnType type) {
    return switch (type) {
      case ColumnType.Timestamp timestamp -> timestamp.format();
      case ColumnType.TimeOfDay time -> time.format();
      case ColumnType.Numeric numeric -> null;
      case ColumnType.Categorical categorical -> null;
      case ColumnType.Identifier identifier -> null;
    };
  }
}
