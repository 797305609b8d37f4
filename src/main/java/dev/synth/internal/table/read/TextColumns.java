package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.DigitScript;
import dev.synth.internal.table.read.problem.ReadProblems;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.table.CellForm;
import dev.synth.table.ColumnType;
import dev.synth.table.NumberForm;
import dev.synth.table.TimeForm;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.TypeNote;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose texts must be looked at: as the user said, else durations first, then times, then
 * numbers; what is none of them is words.
 */
final class TextColumns {
  private final Map<String, CellForm> known;
  private final ReadNotes notes;
  private final SchemaInference inference;
  private final TextReader texts;
  private final TimeReader times;
  private final DurationReader durations;
  private final FractionReader fractions;
  private final NumberColumns numbers;

  /**
   * A reader of texts.
   *
   * @param known the forms that columns have in another file, by their names
   */
  TextColumns(
      Map<String, CellForm> known,
      ReadNotes notes,
      ReadProblems problems,
      TextReader texts,
      TimeReader times,
      NumberColumns numbers) {
    this.known = known;
    this.notes = notes;
    this.inference = new SchemaInference(notes);
    this.texts = texts;
    this.times = times;
    this.durations = new DurationReader(problems, notes);
    this.fractions = new FractionReader(problems, notes);
    this.numbers = numbers;
  }

  /**
   * Returns cells of texts.
   *
   * @param all the texts, cleaned
   * @param asked the type that the user gave, or null
   */
  TypedCells read(String name, Dictionary all, @Nullable ColumnType asked) {
    DigitScript script = DigitScript.find(all.values());
    if (script.isUsual()) {
      return fromTexts(name, asked, all);
    }
    Dictionary usual =
        new Dictionary(all.values().stream().map(script::toUsual).toList(), all.codes());
    TypedCells typed = fromTexts(name, asked, usual);
    return switch (typed.type()) {
      case ColumnType.Categorical words -> new TypedCells(words, all.levels());
      case ColumnType.Identifier words -> new TypedCells(words, all.texts());
      case ColumnType.Numeric numeric -> inScript(name, typed, script);
      case ColumnType.Timestamp timestamp -> inScript(name, typed, script);
      case ColumnType.TimeOfDay time -> inScript(name, typed, script);
    };
  }

  private TypedCells inScript(String name, TypedCells typed, DigitScript script) {
    notes.fact(name, new ColumnFact.Digits(script.fromUsual("0"), script.fromUsual("9")));
    return typed.withScript(script.text());
  }

  private TypedCells fromTexts(String name, @Nullable ColumnType asked, Dictionary all) {
    return switch (asked) {
      case null -> inferred(name, all);
      case ColumnType.Numeric numeric -> askedNumbers(name, all, numeric);
      case ColumnType.Categorical categorical -> new TypedCells(categorical, all.levels());
      case ColumnType.Identifier identifier -> new TypedCells(identifier, all.texts());
      case ColumnType.Timestamp timestamp -> askedTimes(name, all, timestamp);
      case ColumnType.TimeOfDay time -> askedTimes(name, all, time);
    };
  }

  private TypedCells askedTimes(String name, Dictionary all, ColumnType asked) {
    Dictionary bare = texts.withoutTokens(all);
    TimeForm form = known.get(name) instanceof TimeForm other ? other : null;
    return switch (times.asked(name, bare, asked, form)) {
      case TimeReader.Outcome.Times found -> {
        texts.sayTokens(name, all);
        yield TypedCells.of(found.column());
      }
      case TimeReader.Outcome.Undecided undecided -> undecided(all);
      case TimeReader.Outcome.Others others -> undecided(all);
    };
  }

  private TypedCells askedNumbers(String name, Dictionary all, ColumnType.Numeric asked) {
    Dictionary bare = texts.withoutTokens(all);
    DurationReader.Outcome.Durations lengths =
        asked.format() == null ? durations.asked(name, bare) : null;
    if (lengths != null) {
      texts.sayTokens(name, all);
      return numbers.finite(name, NumberColumns.bare(asked), lengths.form(), lengths.seconds());
    }
    FractionReader.Fractions parts =
        asked.format() == null ? fractions.read(name, bare, true) : null;
    if (parts != null && parts.form() != null) {
      texts.sayTokens(name, all);
      return numbers.finite(name, NumberColumns.bare(asked), parts.form(), parts.values());
    }
    NumberForm form = known.get(name) instanceof NumberForm other ? other : null;
    TextReader.Numbers read = texts.asked(name, bare, asked, form);
    if (read == null) {
      return undecided(all);
    }
    texts.sayTokens(name, all);
    return numbers.finite(name, NumberColumns.bare(asked), form(read), read.values());
  }

  private static CellForm form(TextReader.Numbers numbers) {
    return numbers.form().isPlain() ? CellForm.PLAIN : numbers.form();
  }

  private static TypedCells undecided(Dictionary all) {
    return new TypedCells(new ColumnType.Identifier(), all.texts());
  }

  /** Durations first, then times, then numbers; what is none of them is words. */
  private TypedCells inferred(String name, Dictionary all) {
    Dictionary bare = texts.withoutTokens(all);
    if (bare.values().isEmpty()) {
      return new TypedCells(new ColumnType.Categorical(), all.levels());
    }
    return switch (durations.infer(name, bare)) {
      case DurationReader.Outcome.Durations found -> {
        texts.sayTokens(name, all);
        yield numbers.finite(name, ColumnType.Numeric.UNBOUNDED, found.form(), found.seconds());
      }
      case DurationReader.Outcome.Undecided undecided -> undecided(all);
      case null -> timesOrWords(name, all, bare);
    };
  }

  private TypedCells timesOrWords(String name, Dictionary all, Dictionary bare) {
    return switch (times.infer(name, bare)) {
      case TimeReader.Outcome.Times found -> {
        texts.sayTokens(name, all);
        yield TypedCells.of(found.column());
      }
      case TimeReader.Outcome.Undecided undecided -> undecided(all);
      case TimeReader.Outcome.Others others -> numbersOrWords(name, all, bare);
    };
  }

  private TypedCells numbersOrWords(String name, Dictionary all, Dictionary bare) {
    FractionReader.Fractions parts = fractions.read(name, bare, false);
    if (parts != null) {
      CellForm.Fractions form = parts.form();
      if (form == null) {
        return undecided(all);
      }
      texts.sayTokens(name, all);
      return numbers.finite(name, ColumnType.Numeric.UNBOUNDED, form, parts.values());
    }
    return switch (texts.find(name, bare)) {
      case TextReader.Found.OfNumbers found -> {
        texts.sayTokens(name, all);
        yield found.numbers().areMeasured()
            ? numbers.finite(
                name, ColumnType.Numeric.UNBOUNDED, form(found.numbers()), found.numbers().values())
            : numbers.inferred(
                name,
                ColumnType.Numeric.UNBOUNDED,
                form(found.numbers()),
                found.numbers().values());
      }
      case TextReader.Found.OfCodes codes -> {
        notes.add(new TypeNote.Codes(name));
        notes.fact(name, new ColumnFact.Codes());
        yield words(name, all);
      }
      case TextReader.Found.OfWords words -> words(name, all);
      case TextReader.Found.Undecided undecided -> undecided(all);
    };
  }

  private TypedCells words(String name, Dictionary all) {
    ColumnType type = inference.ofWords(name, all);
    return new TypedCells(type, type instanceof ColumnType.Identifier ? all.texts() : all.levels());
  }
}
