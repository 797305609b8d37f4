package dev.synth.internal.report.wording.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.base.Json;
import dev.synth.validate.Finding;
import dev.synth.validate.Finding.ShownCell;
import dev.synth.validate.Finding.Trait;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingSentenceTest {
  /** Every finding, and its sentence. */
  private static final Map<Finding, String> SENTENCES =
      Map.ofEntries(
          Map.entry(
              new Finding.Area(1200, 500, 0.8765, 0.85, 0.9, 0.00001),
              "over 1,200 real and 500 synthetic rows it is 0.877, 95 % interval 0.850 to 0.900,"
                  + " p below 0.0001"),
          Map.entry(
              new Finding.Area(60, 50, 0.5, 0.4, 0.6, 0.25),
              "over 60 real and 50 synthetic rows it is 0.500, 95 % interval 0.400 to 0.600,"
                  + " p = 0.2500"),
          Map.entry(
              new Finding.DiscriminatingColumn("amount", 0.25),
              "amount is a discriminating column: the area falls by 0.250 when it is shuffled"),
          Map.entry(
              new Finding.Discrepancy(60, 40, 0.01, 0.002),
              "over 60 real and 40 synthetic rows it is 0.01000, with a standard error of 0.00200"),
          Map.entry(new Finding.ScoredColumns(6, 7), "6 of 7 columns are scored"),
          Map.entry(
              new Finding.ScoredPairs(6, 21),
              "6 of 21 pairs are scored; the others have no strong trend in the real rows"),
          Map.entry(new Finding.PairScore("a / b", 0.5), "a / b: 0.500"),
          Map.entry(
              new Finding.DrawnPairs(1000, 77_421),
              "1,000 of 77,421 pairs of columns were drawn, the same in all rows and draws"),
          Map.entry(
              new Finding.Pattern(
                  0.1,
                  0.2,
                  List.of(
                      new Trait("amount", "310", "24", null, null),
                      new Trait("place", "o", null, 1.0, 0.25))),
              "10.0 % of the synthetic and 20.0 % of the real rows are of the pattern: amount about"
                  + " 310 (elsewhere 24), place is o in 100 % (elsewhere 25 %)"),
          Map.entry(
              new Finding.Pattern(1, 1, List.of()),
              "100.0 % of the synthetic and 100.0 % of the real rows are of the pattern: all rows"),
          Map.entry(new Finding.ScoreBand(0.9, 1, 0.75), "scored 0.9 to 1.0: 75.0 % of the rows"),
          Map.entry(
              new Finding.Heartland(1, 4000, 0.125),
              "1 of 4,000 rows lie in the majority's heartland (scored 0.125 or less, as half of"
                  + " the other class)"),
          Map.entry(
              new Finding.HeartlandRow(
                  3, 0.1, List.of(new ShownCell("x", "-1"), new ShownCell("y", "0"))),
              "row 3 in the heartland, scored 0.100: x is -1, y is 0"),
          Map.entry(
              new Finding.Attack(0.6, 0.5, 0.7),
              "the attacker's area is 0.600, with 95 % confidence 0.500 to 0.700 (rows as"
                  + " clusters)"),
          Map.entry(
              new Finding.AttackAtOnePercent(0.125),
              "at 1 % false alarms the attacker finds 12.5 % of the members"),
          Map.entry(
              new Finding.FewNonMembers(1000, 60),
              "cannot tell how many members are found at 1 % false alarms: that needs 1,000"
                  + " distinct non-members, and there are 60"),
          Map.entry(
              new Finding.SampledRows(2500, 2000, 1999),
              "the nearest of all 2,500 real rows was looked for for 2,000 synthetic and 1,999 real"
                  + " rows at random, which leaves an error of about 0.01 in a share"),
          Map.entry(new Finding.OldSentence("as it was told"), "as it was told"));

  @Test
  void everyFindingHasItsSentence() {
    SENTENCES.forEach((found, words) -> assertThat(FindingSentence.of(found)).isEqualTo(words));
    assertThat(SENTENCES.keySet())
        .extracting(found -> (Object) found.getClass())
        .containsOnly((Object[]) Finding.class.getPermittedSubclasses());
  }

  @Test
  void everyFindingReadsBackAsItWas() throws IOException {
    for (Finding found : SENTENCES.keySet()) {
      assertThat(Json.mapper().readValue(Json.write(found), Finding.class)).isEqualTo(found);
    }
  }

  @Test
  void aSentenceOfAnEarlierVersionIsKept() throws IOException {
    assertThat(Json.mapper().readValue("\"all rows\"", Finding.class))
        .isEqualTo(new Finding.OldSentence("all rows"));
  }
}
