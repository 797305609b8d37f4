package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.ArmSummary.Spread;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.ColumnDrop;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionTextTest {
  @Test
  void threeColumnsAtMostAreNamed() {
    assertThat(text("a", "b", "c", "d"))
        .isEqualTo("\ntop columns        forest: a 0.300, b 0.300, c 0.300\n");
  }

  @Test
  void aLineThatIsTooLongIsLeftOut() {
    assertThat(text("a".repeat(90))).isEmpty();
    assertThat(text()).isEmpty();
  }

  @Test
  void aSpreadOfOneRepeatHasNoDeviation() {
    assertThat(DescriptionText.spread(new Spread(1, 0.5, null, null))).isEqualTo("0.500");
    assertThat(DescriptionText.spread(new Spread(2, 0.5, 0.0125, null))).isEqualTo("0.500 ± 0.013");
    assertThat(
            DescriptionText.spread(new Spread(0, null, null, new Unmeasured.OldSentence("none"))))
        .isEqualTo("–");
  }

  private static String text(String... columns) {
    List<ColumnDrop> drops =
        List.of(columns).stream().map(column -> new ColumnDrop(column, 0.3, 0.01)).toList();
    return DescriptionText.of(
        new Diagnostics(
            Diagnostics.SCHEMA_VERSION,
            List.of(),
            List.of(),
            List.of(new ArmImportance(Arm.NONE, "forest", 0.7, 3, drops)),
            List.of(),
            List.of()));
  }
}
