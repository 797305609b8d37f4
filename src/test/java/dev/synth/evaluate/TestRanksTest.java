package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.synth.internal.base.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestRanksTest {
  private static final Arm OTHER = Arm.baseline("class-weight");

  private static TestRanks ranks() {
    BitSet rare = new BitSet();
    rare.set(1);
    rare.set(3);
    return new TestRanks(
        new int[] {7, 9, 9, 12},
        rare,
        "xgboost",
        List.of(
            TestRanks.OfArm.of(Arm.NONE, null, new double[] {.1, .9, .1, .4}, .4, null),
            TestRanks.OfArm.of(OTHER, null, new double[] {.2, .3, .5, .3}, .9, .3)),
        List.of(20.0, 7.5));
  }

  @Test
  void readsBackFromJson() throws IOException {
    String text = Json.write(ranks());
    TestRanks read = Json.mapper().readValue(text, TestRanks.class);
    assertThat(Json.write(read)).isEqualTo(text);
    assertThat(read.units()).containsExactly(7, 9, 9, 12);
    assertThat(read.rare()).isEqualTo(ranks().rare());
    assertThat(read.ranks(Arm.NONE, "xgboost").orElseThrow()).containsExactly(0, 2, 0, 1);
    assertThat(read.ranks(Arm.baseline("smote"), "xgboost")).isEmpty();
    assertThat(read).isEqualTo(ranks());
  }

  /** As version 0.2.0 wrote them before it knew of losses. */
  @Test
  void readsFilesWithoutLosses() throws IOException {
    String text =
        Json.write(ranks())
            .replaceAll("\"losses\"\\s*:\\s*\\[[^\\]]*\\]\\s*,\\s*", "")
            .replaceAll(",\\s*\"losses\"\\s*:\\s*\\[[^\\]]*\\]", "")
            .replaceAll(",\\s*\"cheapest_from\"\\s*:\\s*[0-9]+", "");
    assertThat(text).doesNotContain("losses", "cheapest");
    TestRanks read = Json.mapper().readValue(text, TestRanks.class);
    assertThat(Json.write(read)).isEqualTo(text);
    assertThat(read.savedByAlerts(5)).isEmpty();
    assertThat(read.cheapestAlerts(OTHER, "xgboost")).isEmpty();
  }

  @Test
  void knowsWhatAlertsSave() {
    TestRanks ranks = ranks();
    // rare rows 1 and 3 lose 20 and 7.50 when they are missed
    assertThat(ranks.savedByAlerts(5).orElseThrow()).containsExactly(-5, 15, -5, 2.5);
    // scores .2, .3, .5, .3 at .3
    assertThat(ranks.cheapestAlerts(OTHER, "xgboost").orElseThrow().stream())
        .containsExactly(1, 2, 3);
    assertThat(ranks.cheapestAlerts(Arm.NONE, "xgboost")).isEmpty();
  }

  @Test
  void knowsWhichRowsRaiseAnAlert() {
    TestRanks ranks = ranks();
    // at .4 both rare rows and no other; at .9 none
    assertThat(ranks.alerts(ranks.arms().getFirst(), true)).isEqualTo(2);
    assertThat(ranks.alerts(ranks.arms().getFirst(), false)).isZero();
    assertThat(ranks.alerts(ranks.arms().getLast(), true)).isZero();
  }

  @Test
  void anArmCanStandUnderAnotherName() {
    Arm selected = Arm.selected(Arm.NONE.rareRows());
    TestRanks ranks = ranks().under(OTHER, selected);
    assertThat(ranks.ranks(selected, "xgboost").orElseThrow()).containsExactly(0, 1, 2, 1);
    assertThat(ranks.arms()).hasSize(3);
  }

  @Test
  void refusesRanksOfOtherRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TestRanks(
                    ranks().units(),
                    ranks().rare(),
                    "xgboost",
                    List.of(TestRanks.OfArm.of(Arm.NONE, null, new double[] {1}, 1, null)),
                    null))
        .withMessageContaining("1 ranks of 4 test rows");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TestRanks(ranks().units(), ranks().rare(), "xgboost", List.of(), List.of(1.0)))
        .withMessageContaining("1 losses of 2 rare rows");
  }

  /**
   * The first-listed classifier is named once, so that files of one classifier stay as they were.
   */
  @Test
  void knowsFurtherClassifiersOfAnArm() throws IOException {
    TestRanks first = ranks();
    List<TestRanks.OfArm> arms = new ArrayList<>(first.arms());
    arms.add(TestRanks.OfArm.of(OTHER, "forest", new double[] {.4, .3, .2, .1}, .3, .2));
    TestRanks both = new TestRanks(first.units(), first.rare(), "xgboost", arms, first.losses());
    TestRanks read = Json.mapper().readValue(Json.write(both), TestRanks.class);
    assertThat(read).isEqualTo(both).isNotEqualTo(first);
    assertThat(Json.write(read)).containsOnlyOnce("\"forest\"").containsOnlyOnce("\"xgboost\"");
    assertThat(read.ranks(OTHER, "xgboost").orElseThrow()).containsExactly(0, 1, 2, 1);
    assertThat(read.ranks(OTHER, "forest").orElseThrow()).containsExactly(3, 2, 1, 0);
    assertThat(read.alerts(OTHER, "forest").orElseThrow().stream()).containsExactly(0, 1);
    assertThat(read.cheapestAlerts(OTHER, "forest").orElseThrow().stream())
        .containsExactly(0, 1, 2);
    assertThat(read.knows(Arm.NONE, "forest")).isFalse();
    assertThat(read.arms().stream().map(read::classifierOf))
        .containsExactly("xgboost", "xgboost", "forest");
    Arm selected = Arm.selected(Arm.NONE.rareRows());
    assertThat(read.under(OTHER, selected).ranks(selected, "forest").orElseThrow())
        .containsExactly(3, 2, 1, 0);
  }
}
