package dev.synth.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureScoringTest {
  private static final int ROWS = 1500;
  private static final PastBundle PAST = PastBundle.of(ROWS);

  @TempDir Path folder;

  private double[] scored(Table rows, @org.jspecify.annotations.Nullable Table history)
      throws IOException {
    Path file = folder.resolve("rows.csv");
    Path before = folder.resolve("before.parquet");
    Path target = folder.resolve("scored.csv");
    PastBundle.write(rows, file);
    if (history != null) {
      PastBundle.write(history, before);
    }
    FileScoring.ScoringMode way =
        new FileScoring.ScoringMode(false, 0, 2, history == null ? null : before.toString());
    FileScoring.run(PAST.bundle(), file.toString(), target, way, Context.quiet(0));
    List<String> lines = Files.readAllLines(target);
    int place = List.of(lines.getFirst().split(",", -1)).indexOf("score");
    return lines.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[place]))
        .toArray();
  }

  @Test
  void aFileHasTheFeaturesOfTheTable() throws IOException {
    assertThat(scored(PAST.file(), null)).containsExactly(PAST.scores());
  }

  @Test
  void aHistoryComesBeforeTheRows() throws IOException {
    int[] first = IntStream.range(0, 1000).toArray();
    int[] last = IntStream.range(1000, ROWS).toArray();

    double[] scores = scored(PAST.file().rows(last), PAST.file().rows(first));

    assertThat(scores).containsExactly(Arrays.copyOfRange(PAST.scores(), 1000, ROWS));
  }

  @Test
  void whatFeaturesAreMadeOfMustBeThere() {
    Table file = PAST.file();
    Table without =
        file.select(
            new dev.synth.table.Schema(
                file.schema().columns().stream()
                    .filter(column -> !column.name().equals("card_id"))
                    .toList()));

    assertThatThrownBy(() -> scored(without, null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the column 'card_id' is not there, of which features are made");
  }

  @Test
  void aColumnThatTheModelComputesIsRefused() {
    Table rows = PAST.rows().features();

    assertThatThrownBy(() -> scored(rows, null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is there already, which is a feature that the model computes");
  }

  @Test
  void aHistoryIsOfNoUseWithoutFeatures() {
    Bundle without =
        new Bundle(
            "v1",
            PAST.bundle().facts(),
            PAST.bundle().contract(),
            PAST.bundle().calibration(),
            PAST.bundle().classifier());

    assertThatThrownBy(
            () ->
                FileScoring.run(
                    without,
                    "rows.csv",
                    folder.resolve("scored.csv"),
                    new FileScoring.ScoringMode(false, 0, 1, "before.csv"),
                    Context.quiet(0)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("computes no features");
  }

  @Test
  void aContractIsReadBackAsItWasWritten() throws IOException {
    FeatureContract features = Objects.requireNonNull(PAST.bundle().features());

    assertThat(
            FeatureContract.fromJson(
                new JsonFields(Json.mapper().readTree(features.toJson().toString()))))
        .isEqualTo(features);
  }
}
