package dev.synth.internal.report.wording.reading;

import dev.synth.internal.base.PlainText;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.Counted;
import dev.synth.table.reading.IdentifierSign;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fact of how a column was read, in a phrase. */
public final class ColumnPhrase {
  private ColumnPhrase() {}

  /** Returns the phrase. */
  public static String of(ColumnFact fact) {
    return switch (fact) {
      case ColumnFact.Excluded excluded -> "excluded";
      case ColumnFact.TypeGiven given -> "as the config says";
      case ColumnFact.WithoutValue empty -> "without any value";
      case ColumnFact.OneValue constant -> "one value only";
      case ColumnFact.Missing missing -> PlainText.of("%,d missing", missing.cells());
      case ColumnFact.MissingWords missing -> "read as missing: " + words(missing.words());
      case ColumnFact.PlainNumbers plain -> "plain numbers";
      case ColumnFact.Form form -> "written like " + form(form.example(), form.readAs());
      case ColumnFact.Digits digits ->
          PlainText.of("digits from %s to %s", digits.zero(), digits.nine());
      case ColumnFact.BelowZero below ->
          PlainText.of("those with '%s' are below zero", below.sign());
      case ColumnFact.Codes codes ->
          "codes, by leading zeros, more than 15 digits or the name of a version";
      case ColumnFact.Levels levels ->
          PlainText.of("%,d %s", levels.count(), levels.count() == 1 ? "level" : "levels");
      case ColumnFact.LikelyIdentifier likely ->
          "neither modelled nor written: " + of(likely.sign());
      case ColumnFact.RepeatingIdentifier repeating ->
          "named like an identifier, but its values repeat";
      case ColumnFact.OffsetsOf offsets -> PlainText.of("the offsets of '%s'", offsets.times());
      case ColumnFact.Feature feature -> "a feature of the rows before";
      case ColumnFact.RareRows rare ->
          PlainText.of("%,d rows are rare, '%s'", rare.rows(), rare.value());
      case ColumnFact.OtherClass other ->
          PlainText.of("the other class is written '%s'", other.value());
    };
  }

  /** Returns what makes a column look like an identifier. */
  static String of(IdentifierSign sign) {
    return switch (sign.kind()) {
      case NAMED_NUMBERS ->
          PlainText.of("its name, and %,d whole numbers that all differ", sign.distinct());
      case DENSE_NUMBERS ->
          PlainText.of("%,d whole numbers that all differ, with hardly a gap", sign.distinct());
      case TEXTS ->
          PlainText.of("%,d different texts in %,d rows", sign.distinct(), sign.present());
    };
  }

  /** Returns the form of a column's cells. */
  static String form(String example, @Nullable String readAs) {
    return readAs == null ? example : PlainText.of("%s (%s)", example, readAs);
  }

  /** Returns words with their numbers of rows. */
  static String words(List<Counted> words) {
    return words.stream()
        .map(word -> PlainText.of("'%s' (%,d)", word.text(), word.rows()))
        .collect(Collectors.joining(", "));
  }
}
