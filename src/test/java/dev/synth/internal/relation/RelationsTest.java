package dev.synth.internal.relation;

import static dev.synth.internal.relation.LearnedRules.ROWS;
import static dev.synth.internal.relation.LearnedRules.rules;
import static dev.synth.internal.relation.LearnedRules.table;
import static dev.synth.internal.relation.RelatedTables.drawn;
import static dev.synth.internal.relation.RelatedTables.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.rule.RelationOptions;
import dev.synth.split.Training;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationsTest {
  @Test
  void findsWhatWasPlantedAndNothingElse() {
    assertThat(rules(RelatedTables.planted(), RelationOptions.defaults()))
        .containsExactlyInAnyOrderElementsOf(RelatedTables.PLANTED);
  }

  @Test
  void findsTheStepsOfNumbers() {
    double[] drawn = drawn(ROWS, "drawn", 0, 400, 0);
    assertThat(rules(table().numbers("limit", row -> 100 * drawn[row])))
        .containsExactly("limit in steps of 100");
    assertThat(rules(table().numbers("price", row -> rounded(drawn[row] - 0.01, 2))))
        .containsExactly("price in steps of 1 from 0.99");
    assertThat(rules(table().numbers("fee", row -> -0.25 * drawn[row])))
        .containsExactly("fee in steps of 0.25");
    assertThat(rules(table().numbers("off", row -> row == 7 ? 50.0 : 100 * drawn[row] + 1)))
        .isEmpty();
    assertThat(rules(table().numbers("few", row -> 100 * (drawn[row] % 15))))
        .containsExactly("few is known");
  }

  /** Independent columns of which one lies above the other, mostly by their size. */
  @Test
  void whatHoldsByChanceIsNoRelation() {
    double[] small = drawn(ROWS, "small", 0, 20, 1);
    double[] large = drawn(ROWS, "large", 18, 900, 1);
    double[] larger = drawn(ROWS, "larger", 1_000, 2_000, 0);
    boolean isAbove = true;
    for (int row = 0; row < ROWS; row++) {
      large[row] = Math.max(large[row], small[row]); // now it is in order in every row
      isAbove &= small[row] <= large[row];
    }
    assertThat(isAbove).isTrue();
    assertThat(
            rules(
                table()
                    .numbers("small", row -> small[row])
                    .numbers("large", row -> large[row])
                    .numbers("larger", row -> larger[row])))
        .isEmpty();
  }

  @Test
  void oneRowThatBreaksItIsEnough() {
    double[] low = drawn(ROWS, "low", 0, 50, 1);
    double[] gap = drawn(ROWS, "gap", 1, 30, 1);
    assertThat(
            rules(
                table()
                    .numbers("low", row -> low[row])
                    .numbers("high", row -> row == 391 ? -1.0 : rounded(low[row] + gap[row], 1))))
        .isEmpty();
  }

  /** 99 complete rows, or 100 with nine rare ones; every fifth row is rare. */
  @Test
  void fewRowsProveNothing() {
    double[] low = drawn(ROWS, "low", 0, 50, 1);
    double[] gap = drawn(ROWS, "gap", 1, 30, 1);
    assertThat(
            rules(
                new RelatedTables(ROWS)
                    .numbers("low", row -> low[row])
                    .numbers(
                        "high", row -> row < 99 ? rounded(low[row] + gap[row], 1) : Double.NaN)))
        .isEmpty();
    assertThat(
            rules(
                new RelatedTables(ROWS)
                    .numbers("low", row -> low[row])
                    .numbers(
                        "high",
                        row ->
                            (row % 5 > 0 && row < 200) || row < 45
                                ? rounded(low[row] + gap[row], 1)
                                : Double.NaN)))
        .doesNotContain("low < high");
    assertThat(
            rules(
                new RelatedTables(ROWS)
                    .numbers("low", row -> low[row])
                    .numbers(
                        "high", row -> row < 100 ? rounded(low[row] + gap[row], 1) : Double.NaN)))
        .containsExactly("low < high");
  }

  @Test
  void whatFollowsFromOthersIsLeftOut() {
    double[] a = drawn(ROWS, "a", 0, 50, 1);
    double[] b = drawn(ROWS, "b", 1, 30, 1);
    double[] c = drawn(ROWS, "c", 1, 30, 1);
    assertThat(
            rules(
                table()
                    .numbers("first", row -> a[row])
                    .numbers("second", row -> rounded(a[row] + b[row], 1))
                    .numbers("third", row -> rounded(a[row] + b[row] + c[row], 1))))
        .containsExactly("first < second", "second < third");
    double[] zip = drawn(ROWS, "zip", -0.49, 19.49, 0);
    assertThat(
            rules(
                table()
                    .levels("zip", row -> "z" + (int) zip[row])
                    .levels("city", row -> "c" + (int) zip[row] / 3)
                    .levels("state", row -> "s" + (int) zip[row] / 9)))
        .containsExactly("city -> state", "zip -> city");
  }

  @Test
  void findsWhatFollowsFromCodes() {
    double[] code = drawn(ROWS, "code", -0.49, 9.49, 0);
    assertThat(
            rules(
                table()
                    .numbers("mcc", row -> 4_000 + 37 * code[row] * code[row])
                    .levels("category", row -> "k" + (int) code[row] % 4)))
        .containsExactly("mcc -> category", "mcc is known");
  }

  @Test
  void findsCellsThatAreMissingWhereverOthersAre() {
    double[] outer = drawn(ROWS, "outer", 0, 1, 3);
    double[] value = drawn(ROWS, "value", 0, 90, 1);
    assertThat(
            rules(
                table()
                    .numbers("a", row -> outer[row] < 0.3 ? Double.NaN : value[row])
                    .numbers("b", row -> outer[row] < 0.6 ? Double.NaN : outer[row])
                    .levels("c", row -> outer[row] < 0.8 ? null : "x" + row % 3)))
        .containsExactlyInAnyOrder(
            "a is not missing or b is missing", "b is not missing or c is missing");
  }

  /** An address always comes with the kind 'street': that tells no kind from another. */
  @Test
  void aColumnThatIsThereForOneLevelIsNoSourceOfIt() {
    double[] near = drawn(ROWS, "near", -0.49, 5.49, 0);
    assertThat(
            rules(
                table()
                    .numbers("distance", row -> row % 2 == 0 ? near[row] : Double.NaN)
                    .levels("channel", row -> row % 2 == 0 ? "shop" : "web")))
        .containsExactly("channel != 'web' or distance is missing");
  }

  /** Hours and counts leave hardly a number out; amounts don't repeat. */
  @Test
  void countsAreNoCodes() {
    double[] hour = drawn(ROWS, "hour", -0.49, 23.49, 0);
    double[] visits = drawn(ROWS, "visits", 0, 9, 0);
    double[] amount = drawn(ROWS, "amount", 1, 90_000, 0);
    double[] cents = drawn(ROWS, "cents", 1, 900, 2);
    double[] status = drawn(ROWS, "status", -0.49, 3.49, 0);
    Training training =
        table()
            .numbers("hour", row -> hour[row])
            .numbers("visits", row -> visits[row])
            .numbers("amount", row -> amount[row])
            .numbers("cents", row -> cents[row])
            .numbers("status", row -> List.of(200.0, 302.0, 404.0, 500.0).get((int) status[row]))
            .training();
    assertThat(Relations.learn(training, RelationOptions.defaults()).codes())
        .containsExactly("status");
  }

  /** Rates and prices that somebody set are known; what is measured is not, however rounded. */
  @Test
  void decimalsOfFewValuesAreKnown() {
    double[] drawn = drawn(ROWS, "drawn", -0.49, 7.49, 0);
    double[] heat = drawn(ROWS, "heat", 36, 39.5, 1);
    double[] lab = drawn(ROWS, "lab", 0.4, 30, 1);
    Training training =
        table()
            .numbers("tax", row -> List.of(0.0, 0.07, 0.19).get(row % 3))
            .numbers("price", row -> rounded(3 * drawn[row] * drawn[row] + 0.99, 2))
            .numbers("heat", row -> heat[row])
            .numbers("lab", row -> lab[row])
            .training();
    assertThat(Relations.learn(training, RelationOptions.defaults()).codes())
        .containsExactly("tax", "price");
  }

  @Test
  void areSwitchedOffAsAWholeOrByName() {
    Training training = RelatedTables.planted();
    assertThat(rules(training, new RelationOptions.Off())).isEmpty();
    assertThat(
            rules(
                training,
                new RelationOptions.Ignore(
                    List.of("funded = amount", "quantity*price+shipping = total", "mcc is known"))))
        .doesNotContain("amount == funded", "quantity * price + shipping == total", "mcc is known")
        .contains("net + fee == amount", "city -> state");
  }

  @Test
  void whatHoldsForRareRowsAloneIsSaidAndNotKept() {
    double[] low = drawn(ROWS, "low", 0, 50, 1);
    double[] other = drawn(ROWS, "other", 0, 80, 1);
    double[] gap = drawn(ROWS, "gap", 1, 30, 1);
    Training training =
        table()
            .numbers("low", row -> low[row])
            .numbers("high", row -> row % 5 == 0 ? rounded(low[row] + gap[row], 1) : other[row])
            .training();
    assertThat(rules(training, RelationOptions.defaults())).isEmpty();
    RelationFacts facts = RelationFacts.of(training, RelationOptions.defaults());
    assertThat(facts.rules()).isEmpty();
    assertThat(facts.ofRare())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.rule()).isEqualTo("low < high");
              long broken = 0;
              for (int row = 0; row < ROWS; row++) {
                broken += row % 5 > 0 && !(low[row] < other[row]) ? 1 : 0;
              }
              assertThat(each.brokenShare()).isEqualTo(broken / 320.0); // four fifths of 400
            });
  }

  @Test
  void whatIsIgnoredAndNotFoundIsSaid() {
    RelationFacts facts =
        RelationFacts.of(
            RelatedTables.planted(),
            new RelationOptions.Ignore(List.of("net = fee", "city -> state")));
    assertThat(facts.unknown()).containsExactly("net = fee");
  }
}
