package dev.synth.internal.report.wording.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.table.reading.CellNote;
import dev.synth.table.reading.Counted;
import dev.synth.table.reading.DerivedNote;
import dev.synth.table.reading.IdentifierSign;
import dev.synth.table.reading.LabelNote;
import dev.synth.table.reading.MatchNote;
import dev.synth.table.reading.ReadingNote;
import dev.synth.table.reading.SeparatorReason;
import dev.synth.table.reading.SourceNote;
import dev.synth.table.reading.TypeNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences are those that versions before the facts wrote. */
class ReadingWordsTest {
  private static final IdentifierSign NAMED =
      new IdentifierSign(IdentifierSign.Kind.NAMED_NUMBERS, 60, 61);
  private static final IdentifierSign DENSE =
      new IdentifierSign(IdentifierSign.Kind.DENSE_NUMBERS, 70, 71);
  private static final IdentifierSign TEXTS =
      new IdentifierSign(IdentifierSign.Kind.TEXTS, 98, 100);

  private static Map<ReadingNote, String> notes() {
    Map<ReadingNote, String> notes = new LinkedHashMap<>();
    sources(notes);
    types(notes);
    cells(notes);
    labels(notes);
    matches(notes);
    derived(notes);
    notes.put(new ReadingNote.OldSentence("as it was told"), "as it was told");
    return notes;
  }

  private static void sources(Map<ReadingNote, String> notes) {
    notes.put(
        new SourceNote.ReadAsPattern("a[1].csv", "a1.csv"),
        "there is no file 'a[1].csv'; read as a pattern, it names 'a1.csv'");
    notes.put(
        new SourceNote.SameFile("b.csv", "a.csv"),
        "'b.csv' is 'a.csv' by another name, and is read once");
    notes.put(
        new SourceNote.EqualFiles("a.csv", "b.csv"),
        "'a.csv' and 'b.csv' hold the same bytes, so every row of them counts twice");
    notes.put(
        new SourceNote.OtherCharset("a.csv", "windows-1252", true),
        "'a.csv' is not UTF-8 and is read as Windows-1252; data.encoding names another, such as"
            + " x-MacRoman");
    notes.put(
        new SourceNote.OtherCharset("a.csv", "UTF-16LE", false), "'a.csv' is read as UTF-16LE");
    notes.put(
        new SourceNote.BackslashQuotes("a.csv"),
        "'a.csv' is read with a backslash before quotes inside quotes");
    notes.put(
        new SourceNote.DrawnTable("a.csv"),
        "'a.csv' is a drawn table; rows come back parted by bars alone");
    notes.put(
        new SourceNote.TitleLeftOut("a.csv", "Payments of 2024"),
        "'a.csv': what stands before the column names is left out ('Payments of 2024')");
    notes.put(
        new SourceNote.RemarkLeftOut("a.csv", null, "# end"),
        "'a.csv': the remark at the end is left out ('# end')");
    notes.put(
        new SourceNote.RemarkLeftOut("a.csv", 12, "# end"),
        "'a.csv', line 12: the remark at the end is left out ('# end')");
    notes.put(
        new SourceNote.HeadersLeftOut("a.csv", List.of(7, 9), 2),
        "'a.csv' holds its header again (line 7, 9); these lines are left out");
    notes.put(
        new SourceNote.HeadersLeftOut("a.csv", List.of(2, 4, 6, 8, 10), 8),
        "'a.csv' holds its header again (line 2, 4, 6, 8, 10 and 3 more); these lines are left"
            + " out");
    notes.put(
        new SourceNote.TotalsLeftOut("a.csv", 12),
        "'a.csv', line 12: the line of totals at the end is left out");
    notes.put(
        new SourceNote.DashesLeftOut("a.csv", 2),
        "'a.csv', line 2: the dashes below the column names are left out");
    notes.put(
        new SourceNote.EmptyLinesLeftOut("a.csv", 1),
        "'a.csv': 1 line of empty cells at the end is left out");
    notes.put(
        new SourceNote.EmptyLinesLeftOut("a.csv", 3),
        "'a.csv': 3 lines of empty cells at the end are left out");
    notes.put(
        new SourceNote.DoubledDelimiter("a.csv", "|"),
        "'a.csv' parts its cells by '||'; rows come back parted by one '|'");
    notes.put(
        new SourceNote.RareDelimiter("a.csv", "^"),
        "'a.csv' is taken to part its cells by '^', which parts all lines alike");
    notes.put(
        new SourceNote.RareDelimiter("a.csv", " "),
        "'a.csv' is taken to part its cells by blanks, which parts all lines alike");
    notes.put(
        new SourceNote.RareDelimiter("a.csv", "\u0001"),
        "'a.csv' is taken to part its cells by the character U+0001, which parts all lines alike");
    notes.put(
        new SourceNote.UnorderedQuery(),
        "the query has no ORDER BY: its rows may come in another order next time, and the run is"
            + " another one then");
  }

  private static void types(Map<ReadingNote, String> notes) {
    notes.put(
        new TypeNote.LikelyIdentifier("id", NAMED),
        "'id' looks like an identifier (its name, and 60 whole numbers that all differ), so it is"
            + " neither modelled nor written; to model it, say `types: {id: numeric}`");
    notes.put(
        new TypeNote.LikelyIdentifier("row", DENSE),
        "'row' looks like an identifier (70 whole numbers that all differ, with hardly a gap), so"
            + " it is neither modelled nor written; to model it, say `types: {row: numeric}`");
    notes.put(
        new TypeNote.LikelyIdentifier("device", TEXTS),
        "'device' looks like an identifier (98 different texts in 100 rows), so it is neither"
            + " modelled nor written; to model it, say `types: {device: categorical}`");
    notes.put(
        new TypeNote.RepeatingIdentifier("zip"),
        "'zip' is named like an identifier but its values repeat, so it is modelled as numeric;"
            + " exclude it if it only names things");
    notes.put(
        new TypeNote.ManyLevels("city", 120, 240), "'city' has 120 different values in 240 rows");
    notes.put(
        new TypeNote.ManyLevels("city", 121, 240),
        "'city' has 121 different values in 240 rows; exclude it if it only names things");
    notes.put(
        new TypeNote.Codes("iban"),
        "'iban' is read as codes, since it holds versions, or numbers with leading zeros, with more"
            + " than 15 digits or like 12e34; to read numbers, say `types: {iban: numeric}`");
    notes.put(
        new TypeNote.PartlyRead("x", false, 1268, 1300, 32, "12.34*", "'d.csv', line 7"),
        "1,268 of 1,300 cells of 'x' are numbers, but '12.34*' ('d.csv', line 7) and 31 other texts"
            + " are not, so all are read as texts; if these mean missing cells, add them to"
            + " data.missing_in_numbers, else write them as numbers");
    notes.put(
        new TypeNote.PartlyRead("at", true, 60, 90, 1, "old", "'d.csv', lines 7, 8"),
        "60 of 90 cells of 'at' are times, but 'old' ('d.csv', lines 7, 8) is not, so all are read"
            + " as texts; if these mean missing cells, add them to data.missing_in_numbers, else"
            + " write them as times of one form");
    notes.put(
        new TypeNote.PerhapsMissing("seats", "-999", 60),
        "-999 (60) in 'seats' lies far from all other numbers; if it stands for missing cells, add"
            + " it to data.missing");
    notes.put(
        new TypeNote.Limit("lead", "<0.1", 0.05),
        "'<0.1' in 'lead' is read as 0.05, and numbers beyond that limit are written so; if it is a"
            + " category, say `types: {lead: categorical}`");
    notes.put(
        new TypeNote.Footnotes("income", 20, "104.97*"),
        "20 cells of 'income' have the mark of a footnote behind the number, such as '104.97*'; it"
            + " is left out, here and in drawn rows; if it matters, say `types: {income:"
            + " categorical}`");
    Map<SeparatorReason, String> reasons =
        Map.of(
            SeparatorReason.DECIMAL_POINTS, "other cells have a decimal point",
            SeparatorReason.DECIMAL_COMMAS, "other cells have a decimal comma",
            SeparatorReason.COMMAS_PART_CELLS, "the file parts its cells by commas",
            SeparatorReason.MONEY, "money hardly has three decimals",
            SeparatorReason.PERCENTAGE, "a percentage is hardly in thousands",
            SeparatorReason.NO_COMMA_BELOW_1000, "the numbers below 1000 have no comma");
    assertThat(reasons).containsOnlyKeys(SeparatorReason.values());
    reasons.forEach(
        (reason, why) ->
            notes.put(
                new TypeNote.LikelySeparators("x", "1,234,567", reason, "1,500", "1234,5"),
                "'x' is read like 1,234,567, since "
                    + why
                    + "; were '1,500' something else, say `types: {x: {type: numeric, format:"
                    + " '1234,5'}}`"));
    notes.put(
        new TypeNote.WrittenZero("paid", "-"),
        "'-' in 'paid' is read as 0, as accounts write it; if it is missing, add it to"
            + " data.missing");
    notes.put(
        new TypeNote.Times("day"),
        "'day' is read as times; if its cells are numbers, say `types: {day: numeric}`");
    notes.put(
        new TypeNote.PerhapsTimes("x", "epoch_seconds"),
        "'x' is read as numbers; if they are times, say `types: {x: {type: timestamp, format:"
            + " epoch_seconds}}`");
    notes.put(
        new TypeNote.SeveralOffsets("at", 3, "at offset"),
        "'at' has 3 offsets from UTC: its local times are modelled, and its offsets beside them as"
            + " 'at offset'");
    notes.put(
        new TypeNote.OutOfBounds("age", 4),
        "'age' has 4 cells outside the bounds that were given for it");
  }

  private static void cells(Map<ReadingNote, String> notes) {
    notes.put(
        new CellNote.MissingWords(
            List.of(
                new CellNote.ColumnWords(
                    "age", List.of(new Counted("None", 5), new Counted("n/a", 1))),
                new CellNote.ColumnWords("x", List.of(new Counted("-", 2))))),
        "read as missing: 'None' (5), 'n/a' (1) in 'age', '-' (2) in 'x'");
    notes.put(
        new CellNote.OwnForms(
            List.of(
                new CellNote.ColumnForm("x", "$1,100.50", null),
                new CellNote.ColumnForm("at", "31/1/2024", "d/M/yyyy"))),
        "2 columns with numbers or times in a form of their own: 'x' like $1,100.50, 'at' like"
            + " 31/1/2024 (d/M/yyyy)");
    notes.put(
        new CellNote.WithoutValue(List.of("a")), "1 column without any value, so of no use: 'a'");
    List<String> ten = IntStream.rangeClosed(1, 10).mapToObj(i -> "c" + i).toList();
    notes.put(
        new CellNote.OneValue(ten),
        "10 columns with one value only: 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8' and 2"
            + " more");
    notes.put(
        new CellNote.MissingCells(
            List.of(new CellNote.ColumnGaps("a", 3), new CellNote.ColumnGaps("b", 1000))),
        "2 columns with missing cells: 'a' (3), 'b' (1,000)");
  }

  private static void labels(Map<ReadingNote, String> notes) {
    notes.put(
        new LabelNote.SeveralForms("lab", List.of(new Counted("fraud", 12), new Counted("F", 1))),
        "the label 'lab' is rare where it is 'fraud' (12 rows), 'F' (1 row); rows that are written"
            + " have 'fraud'");
    notes.put(
        new LabelNote.AbsentForms("lab", List.of("theft", "loss")),
        "no row has 'theft' or 'loss' in the label column 'lab'");
    notes.put(
        new LabelNote.Lookalikes(
            "lab", List.of(new Counted("Fraud ", 2)), "fraud", List.of("fraud")),
        "warning: the label 'lab' also has 'Fraud ' (2 rows), which differ from 'fraud' by case or"
            + " blanks alone and count as the other class; if they mean the same, say `positive:"
            + " [fraud, 'Fraud ']`");
    notes.put(
        new LabelNote.SameMeaning("lab", List.of(new Counted("1", 2)), "true", List.of("true")),
        "warning: the label 'lab' also has '1' (2 rows), which may mean the same as 'true' and"
            + " counts as the other class; if so, say `positive: ['true', '1']`");
    notes.put(
        new LabelNote.SeveralOthers("lab", 4, List.of("a", "b"), "ok"),
        "the label 'lab' has 4 values; all but 'a', 'b' count as the other class, written 'ok'");
    notes.put(new LabelNote.Unlabelled(1), "1 row without a label is left out");
    notes.put(new LabelNote.Unlabelled(2), "2 rows without a label are left out");
  }

  private static void matches(Map<ReadingNote, String> notes) {
    notes.put(
        new MatchNote.ExtraColumns("s.csv", List.of("a", "b")),
        "'s.csv' has columns that the real rows lack: a, b");
    notes.put(
        new MatchNote.LackingColumns(
            "s.csv", IntStream.rangeClosed(1, 9).mapToObj(i -> "c" + i).toList()),
        "'s.csv' lacks columns of the real rows: c1, c2, c3, c4, c5, c6, c7, c8 and 1 more");
    notes.put(
        new MatchNote.WithoutLabel("s.csv", "fraud"),
        "'s.csv' has no column 'fraud', so all of its rows count as rare");
    notes.put(
        new MatchNote.OtherRows("s.csv", 40),
        "'s.csv' holds 40 rows that are not rare; they are left out");
  }

  private static void derived(Map<ReadingNote, String> notes) {
    notes.put(
        new DerivedNote.Features(1, 1),
        "features: one column is made of the rows before each row; one row, computed anew from"
            + " these rows alone, has the same bits");
    notes.put(
        new DerivedNote.Features(12, 50),
        "features: 12 columns are made of the rows before each row; 50 rows, computed anew from"
            + " these rows alone, have the same bits");
    notes.put(
        new DerivedNote.LateRows(1200),
        "features: 1,200 of the rows arrived later than 'lateness' allows: no features, not looked"
            + " at");
    notes.put(
        new DerivedNote.RepeatedEvents(3),
        "features: 3 of the rows have the event id of another row: they count once");
    notes.put(
        new DerivedNote.UntimedRows(3),
        "features: 3 of the rows have no time: no features, not looked at");
    notes.put(
        new DerivedNote.CostColumn("amount", true),
        "a missed rare row costs its 'amount', which is a feature like any other; if it is known"
            + " only afterwards, say data.exclude: ['amount'], and it still sets the costs");
    notes.put(
        new DerivedNote.CostColumn("loss", false),
        "a missed rare row costs its 'loss', which is no feature");
    notes.put(
        new DerivedNote.Sample(1200, 60_000),
        "the rows are a sample: 1,200 that are not rare stand for 60,000; shares and ratios of"
            + " training rows are the sample's");
  }

  @Test
  void everyNoteHasItsSentence() {
    notes().forEach((note, text) -> assertThat(ReadingSentence.of(note)).isEqualTo(text));
    assertThat(notes().keySet())
        .extracting(note -> (Object) note.getClass())
        .containsAll(leaves(ReadingNote.class));
  }

  static List<Class<?>> leaves(Class<?> type) {
    return type.isRecord()
        ? List.of(type)
        : Stream.of(type.getPermittedSubclasses())
            .flatMap(each -> leaves(each).stream())
            .<Class<?>>map(each -> each)
            .toList();
  }

  @Test
  void jsonHasTheFactsAndTheWordsAndReadsBack() throws IOException {
    List<ReadingNote> notes = List.copyOf(notes().keySet());
    JsonNode json = Json.mapper().readTree(Json.write(ReadingJson.notes(notes)));

    assertThat(json.findValuesAsText("kind")).doesNotContain("").hasSizeGreaterThan(40);
    assertThat(Json.mapper().convertValue(json, new TypeReference<List<ReadingNote>>() {}))
        .isEqualTo(notes);
    assertThat(texts(json)).containsExactlyElementsOf(notes().values());
    assertThat(ReadingJson.sentences(json)).containsExactlyElementsOf(notes().values());
  }

  static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(each -> texts.add(each.path("text").asText()));
    return texts;
  }

  @Test
  void sentencesOfAnEarlierVersionAreKept() throws IOException {
    JsonNode old = Json.mapper().readTree("[\"1 row without a label is left out\"]");
    assertThat(ReadingJson.sentences(old)).containsExactly("1 row without a label is left out");
  }
}
