package dev.synth.internal.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.DoseResponse.Dose;
import dev.synth.compare.RealRowEquivalent;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.split.RareRows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of 100 real rare rows, 16 or 64 were kept. */
class RealRowTableTest {
  private static final Arm FEW = TableFacts.VAE.withRareRows(new RareRows.AtMost(16));
  private static final Arm MORE = TableFacts.VAE.withRareRows(new RareRows.AtMost(64));

  @Test
  void aCellIsTheEquivalentWithItsInterval() {
    FigureTable table =
        table(
            new RealRowEquivalent(FEW, 16, 84, 20.0, 4.0, 84.0, null),
            RealRowEquivalent.unknown(MORE, 64, 36, new Untested.NoIntervalByTime()));
    assertThat(table.title()).isEqualTo("Real-row equivalent");
    assertThat(table.headers()).containsExactly("Arm", "With 16", "With 64");
    assertThat(table.blocks().getFirst().rows())
        .containsExactly(List.of("vae, ratio 0.1", "20 [4, ≥ 84]", "–"));
    assertThat(table.notes().getFirst())
        .isEqualTo(
            "Average precision of none with forest: 0.400 with 16, 0.600 with 100 real rare rows.");
    assertThat(table.notes())
        .contains("64 rare rows: splits by time or column have no interval of it.");
  }

  @Test
  void withoutAnIntervalTheNumberStandsAlone() {
    FigureTable table =
        table(new RealRowEquivalent(FEW, 16, 84, 20.0, null, null, new Untested.OneRepeat()));
    assertThat(table.blocks().getFirst().rows()).containsExactly(List.of("vae, ratio 0.1", "20"));
  }

  @Test
  void oneTrainingSizeHasNoTable() {
    assertThat(RealRowTable.of(TableFacts.comparison(List.of(), List.of()))).isEmpty();
  }

  private static FigureTable table(RealRowEquivalent... equivalents) {
    DoseResponse response =
        new DoseResponse(
            "forest",
            List.of(new Dose(16, 0.4, 0.4), new Dose(100, 0.6, 0.6)),
            List.of(equivalents));
    Comparison comparison =
        TableFacts.comparison(
            List.of(TableFacts.summary(FEW, "forest", 0.5)), List.of(), List.of(), response);
    return RealRowTable.of(comparison).orElseThrow();
  }
}
