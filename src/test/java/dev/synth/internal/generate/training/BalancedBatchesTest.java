package dev.synth.internal.generate.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Seeds;
import dev.synth.generate.Scope;
import dev.synth.generate.ToyOptions;
import dev.synth.generate.ToyTables;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.vae.Vae;
import dev.synth.internal.generate.vae.VaeTrainer;
import dev.synth.split.Training;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BalancedBatchesTest {
  @Test
  void areHalfRareAndGoThroughAllRowsInTurn() {
    BalancedBatches batches = new BalancedBatches(3, 20, 8, new Seeds(1).stream("batches"));
    int[] seen = new int[23];
    for (int i = 0; i < 30; i++) {
      int[] batch = batches.next();
      assertThat(Arrays.stream(batch).filter(row -> row < 3)).hasSize(4);
      Arrays.stream(batch).forEach(row -> seen[row]++);
    }
    // 30 batches of 4 and 4: each of the 3 rare rows 40 times, each of the 20 others 6 times.
    for (int row = 0; row < seen.length; row++) {
      assertThat(seen[row]).isEqualTo(row < 3 ? 40 : 6);
    }
  }

  @Test
  void markTheirClassBehindTheRows() {
    Training training = ToyTables.training(5, 9, 1);
    FeatureEncoder encoder = FeatureEncoder.fit(training, FeatureEncoder.QuantileRows.ALL);
    EncodedRows rows = EncodedRows.of(encoder, training, Scope.ALL, new Seeds(1));
    int width = encoder.layout().width();
    assertThat(rows.rows()).hasNumberOfRows(14);
    for (int row = 0; row < 14; row++) {
      assertThat(rows.rows()[row]).hasSize(width + 1);
      assertThat(rows.rows()[row][width]).isEqualTo(row < 5 ? 1 : 0);
    }
    assertThat(rows.rare()).hasNumberOfRows(5);
    assertThat(rows.batches(1, new Seeds(1).stream("batches")).size()).isEqualTo(2);
    assertThat(EncodedRows.of(encoder, training, Scope.RARE, new Seeds(1)).rows())
        .hasDimensions(5, width);
  }

  @Test
  void learnFromRareRowsAloneWhereThereAreNoOthers() {
    Training training = ToyTables.training(12, 0, 1);
    Vae vae =
        (Vae)
            new VaeTrainer(ToyOptions.vae(Scope.ALL, 20, VaeOptions.Sampling.POSTERIOR))
                .fit(training, dev.synth.base.Context.quiet(1));
    assertThat(vae.sample(5, dev.synth.base.Context.quiet(1)).rowCount()).isEqualTo(5);
  }
}
