package dev.synth.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.table.Cells;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinsTest {
  @Test
  void valuesFallBelowAtBetweenAndAboveEdges() {
    Bins.OfValues bins = new Bins.OfValues(new double[] {0, 1, 3});

    assertThat(bins.count()).isEqualTo(6);
    assertThat(bins.of(-1)).isZero();
    assertThat(bins.of(0)).isEqualTo(1);
    assertThat(bins.of(-0.0)).isEqualTo(1);
    assertThat(bins.of(0.5)).isEqualTo(2);
    assertThat(bins.of(1)).isEqualTo(2);
    assertThat(bins.of(2)).isEqualTo(3);
    assertThat(bins.of(3)).isEqualTo(3);
    assertThat(bins.of(4)).isEqualTo(4);
  }

  @Test
  void missingCellsHaveTheLastBin() {
    BitSet missing = new BitSet();
    missing.set(1);

    assertThat(new Bins.OfValues(new double[] {5}).of(new Cells.Numbers(new double[2], missing)))
        .containsExactly(0, 3);
    assertThat(
            new Bins.OfLevels(List.of("a"))
                .of(new Cells.Levels(new int[] {1, 0, 0}, missing, List.of("a", "new"))))
        .containsExactly(1, 2, 0);
  }

  @Test
  void aColumnWithoutAValueHasBinsAllTheSame() {
    BitSet missing = new BitSet();
    missing.set(0);
    Bins bins = Bins.suiting(new Cells.Numbers(new double[1], missing));

    assertThat(bins.counts(new Cells.Numbers(new double[] {1, 2}))).containsExactly(2, 0, 0);
  }

  @Test
  void earlierReferencesAreRead() throws JsonProcessingException {
    String json =
        """
        {"rows": 6, "columns": [
          {"column": "amount", "missing": 1, "edges": [1, 2, 4], "counts": [3, 2]},
          {"column": "channel", "missing": 0, "levels": {"shop": 4, "web": 2}}],
         "score": {"rows": 6, "edges": [0.1, 0.9], "counts": [6]}}
        """;
    FittedReference reference =
        FittedReference.fromJson(new JsonFields(Json.mapper().readTree(json)));

    assertThat(reference.columns().getFirst().counts()).containsExactly(0, 0, 3, 2, 0, 1);
    assertThat(reference.columns().getLast().counts()).containsExactly(4, 2, 0, 0);
    assertThat(reference.score().counts()).containsExactly(0, 0, 6, 0, 0);
    assertThat(reference.days()).isEmpty();
    assertThat(reference.calibration()).isNull();
  }
}
