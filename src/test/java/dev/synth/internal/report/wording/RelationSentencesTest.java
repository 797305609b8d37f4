package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.relation.RelationFacts;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationSentencesTest {
  private static RelationFacts facts(List<String> rules, List<String> codes) {
    return new RelationFacts(rules, codes, List.of(), List.of(), List.of());
  }

  @Test
  void nothingFoundIsNothingSaid() {
    assertThat(RelationSentences.of(facts(List.of(), List.of()))).isEmpty();
  }

  @Test
  void relationsAreListedAsItemsOfYaml() {
    assertThat(RelationSentences.of(facts(List.of("a < b", "`a #1` == \"x\""), List.of())))
        .containsExactly(
            "2 relations hold in all training rows, and synthetic rows keep them (relations: off,"
                + " or {ignore: [...]}, for those by chance); as 'rules':",
            "  - a < b",
            "  - '`a #1` == \"x\"'");
    assertThat(RelationSentences.of(facts(List.of("a < b"), List.of())).getFirst())
        .startsWith("1 relation holds in all training rows, and synthetic rows keep it (");
  }

  @Test
  void moreThanFortyRelationsAreCounted() {
    List<String> notes = RelationSentences.of(facts(Collections.nCopies(43, "a < b"), List.of()));
    assertThat(notes).hasSize(1 + 40 + 1);
    assertThat(notes.getLast()).isEqualTo("  (and 3 more, in model/relations.json)");
  }

  @Test
  void somebodyWhoWatchesIsNamedTwo() {
    assertThat(RelationSentences.brief(facts(List.of("a < b", "b < c"), List.of())))
        .containsExactly(
            "2 relations hold in all training rows, and synthetic rows keep them: a < b and b < c"
                + " (relations: off, or {ignore: [...]}, for those by chance)");
    assertThat(RelationSentences.brief(facts(Collections.nCopies(43, "a < b"), List.of("shop"))))
        .hasSize(2)
        .first()
        .isEqualTo(
            "43 relations hold in all training rows, and synthetic rows keep them, such as a < b"
                + " and a < b (a dry run lists all; relations: off, or {ignore: [...]}, for those"
                + " by chance)");
    assertThat(RelationSentences.brief(facts(List.of(), List.of("shop"))))
        .isEqualTo(RelationSentences.of(facts(List.of(), List.of("shop"))));
  }

  @Test
  void codesAreNamedWithTheLineForTheOtherReading() {
    assertThat(RelationSentences.of(facts(List.of(), List.of("shop"))))
        .containsExactly(
            "'shop' is taken for codes (numbers that repeat and leave gaps): rows have known"
                + " values alone; if it holds names of things, set data.types: {shop:"
                + " categorical}");
    assertThat(RelationSentences.of(facts(List.of(), List.of("shop", "mcc"))))
        .singleElement()
        .asString()
        .startsWith("'shop', 'mcc' are taken for codes")
        .endsWith("set data.types: {shop: categorical, mcc: categorical}");
  }

  @Test
  void theRestIsSaidAndNotEnforced() {
    RelationFacts facts =
        new RelationFacts(
            List.of(),
            List.of(),
            List.of(new RelationFacts.OfRare("a < b", 0.125)),
            List.of(
                new RelationFacts.Unsearched(RelationFacts.Topic.SUMS_OF_FOUR, 30, 61),
                new RelationFacts.Unsearched(RelationFacts.Topic.TIMES, 8, 9)),
            List.of("x == y"));
    assertThat(RelationSentences.of(facts))
        .containsExactly(
            "in the rare training rows alone: a < b (12.5 % of the others break it); said, but not"
                + " enforced",
            "not searched for relations: sums of four: among the first 30 of 61 number columns",
            "not searched for relations: parts and differences of times: among the first 8 of 9"
                + " columns of times",
            "warning: relations.ignore: 'x == y' is none of the relations that were found");
  }
}
