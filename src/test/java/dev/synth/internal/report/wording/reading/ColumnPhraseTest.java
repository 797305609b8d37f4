package dev.synth.internal.report.wording.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.Counted;
import dev.synth.table.reading.IdentifierSign;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The phrases are those that versions before the facts wrote. */
class ColumnPhraseTest {
  private static final IdentifierSign TEXTS =
      new IdentifierSign(IdentifierSign.Kind.TEXTS, 98, 100);

  private static final Map<ColumnFact, String> FACTS =
      Map.ofEntries(
          Map.entry(new ColumnFact.Excluded(), "excluded"),
          Map.entry(new ColumnFact.TypeGiven(), "as the config says"),
          Map.entry(new ColumnFact.WithoutValue(), "without any value"),
          Map.entry(new ColumnFact.OneValue(), "one value only"),
          Map.entry(new ColumnFact.Missing(1234), "1,234 missing"),
          Map.entry(
              new ColumnFact.MissingWords(List.of(new Counted("n/a", 2), new Counted("-", 1))),
              "read as missing: 'n/a' (2), '-' (1)"),
          Map.entry(new ColumnFact.PlainNumbers(), "plain numbers"),
          Map.entry(new ColumnFact.Form("12.50", null), "written like 12.50"),
          Map.entry(new ColumnFact.Form("1:02:03", "seconds"), "written like 1:02:03 (seconds)"),
          Map.entry(new ColumnFact.Digits("٠", "٩"), "digits from ٠ to ٩"),
          Map.entry(new ColumnFact.BelowZero("DR"), "those with 'DR' are below zero"),
          Map.entry(
              new ColumnFact.Codes(),
              "codes, by leading zeros, more than 15 digits or the name of a version"),
          Map.entry(new ColumnFact.Levels(1), "1 level"),
          Map.entry(new ColumnFact.Levels(12), "12 levels"),
          Map.entry(
              new ColumnFact.LikelyIdentifier(TEXTS),
              "neither modelled nor written: 98 different texts in 100 rows"),
          Map.entry(
              new ColumnFact.RepeatingIdentifier(),
              "named like an identifier, but its values repeat"),
          Map.entry(new ColumnFact.OffsetsOf("at"), "the offsets of 'at'"),
          Map.entry(new ColumnFact.Feature(), "a feature of the rows before"),
          Map.entry(new ColumnFact.RareRows(39, "1"), "39 rows are rare, '1'"),
          Map.entry(new ColumnFact.OtherClass("0"), "the other class is written '0'"));

  @Test
  void everyFactHasItsPhrase() {
    FACTS.forEach((fact, text) -> assertThat(ColumnPhrase.of(fact)).isEqualTo(text));
    assertThat(FACTS.keySet())
        .extracting(fact -> (Object) fact.getClass())
        .contains((Object[]) ColumnFact.class.getPermittedSubclasses());
  }

  @Test
  void jsonHasTheFactsAndTheWordsAndReadsBack() {
    List<ColumnFact> facts = List.copyOf(FACTS.keySet());
    JsonNode json = ReadingJson.facts(facts);
    assertThat(ReadingWordsTest.texts(json))
        .containsExactlyElementsOf(facts.stream().map(FACTS::get).toList());
    assertThat(Json.mapper().convertValue(json, new TypeReference<List<ColumnFact>>() {}))
        .isEqualTo(facts);
  }
}
