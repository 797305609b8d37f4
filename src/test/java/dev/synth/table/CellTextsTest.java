package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.table.CellTexts.MissingText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTextsTest {
  private static final CellTexts SEVERAL =
      CellTexts.USUAL.withMissing(
          List.of(new MissingText("", 50), new MissingText("NA", 30), new MissingText("n/a", 20)));

  @Test
  void missingCellsHaveTheFilesShares() {
    Map<String, Integer> drawn = new HashMap<>();
    for (int place = 0; place < 10_000; place++) {
      drawn.merge(SEVERAL.missing("income", place), 1, Integer::sum);
    }

    // five standard errors of a share in 10,000 draws are 0.025
    assertThat(drawn.getOrDefault("", 0) / 10_000.0).isEqualTo(0.5, within(0.025));
    assertThat(drawn.getOrDefault("NA", 0) / 10_000.0).isEqualTo(0.3, within(0.025));
    assertThat(drawn.getOrDefault("n/a", 0) / 10_000.0).isEqualTo(0.2, within(0.025));
  }

  @Test
  void aPlaceAlwaysHasTheSameText() {
    List<String> one = List.of(SEVERAL.missing("a", 0), SEVERAL.missing("a", 1));

    assertThat(one).containsExactly(SEVERAL.missing("a", 0), SEVERAL.missing("a", 1));
    assertThat(SEVERAL.mostMissing()).isEmpty();
  }

  @Test
  void oneTextIsThatOfAll() {
    CellTexts one = CellTexts.USUAL.withMissing(List.of(new MissingText("NA", 17)));

    assertThat(one).isEqualTo(CellTexts.USUAL.withMissing("NA"));
    assertThat(one.missing("a", 3)).isEqualTo("NA");
    assertThat(CellTexts.USUAL.missing("a", 3)).isEmpty();
  }
}
