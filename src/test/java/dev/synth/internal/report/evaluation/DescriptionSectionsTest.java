package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.Arm;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.ColumnDrop;
import dev.synth.internal.evaluate.PrecisionCurve;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionSectionsTest {
  private static final ArmCurve CURVE =
      new ArmCurve(
          Arm.NONE, "forest", new PrecisionCurve(Collections.nCopies(PrecisionCurve.LEVELS, 0.5)));

  private static final ArmImportance IMPORTANCE =
      new ArmImportance(Arm.NONE, "forest", 0.7, 3, List.of(new ColumnDrop("<amount>", 0.3, 0.01)));

  @Test
  void onlyWhatWasMeasuredHasASection() {
    assertThat(html(List.of(), List.of())).isEmpty();
    assertThat(html(List.of(CURVE), List.of()))
        .contains("<h2>Precision and recall</h2>", "With forest.")
        .doesNotContain("Permutation importance", "Without labels");
  }

  @Test
  void aColumnHasItsDropAndTheErrorOfIt() {
    assertThat(html(List.of(), List.of(IMPORTANCE)))
        .contains("<h2>Permutation importance</h2>", "none, forest")
        .contains("&lt;amount&gt;", "0.300 ± 0.010")
        .doesNotContain("<amount>", "Precision and recall");
  }

  private static String html(List<ArmCurve> curves, List<ArmImportance> importance) {
    return new DescriptionSections(
            new Diagnostics(
                Diagnostics.SCHEMA_VERSION, List.of(), curves, importance, List.of(), List.of()),
            TableFacts.comparison(List.of(), List.of()))
        .html();
  }
}
