package dev.synth.internal.classify.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Column;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierFeaturesTest {
  private static final double MISSING = Double.NaN;

  @Test
  void keepsMissingNumbersWhereAsked() {
    Table rows = new Rows().numbers("amount", 1, MISSING, 9).table();

    FeatureMatrix encoded = fit(rows, MissingNumbers.KEPT).encode(rows);

    assertThat(encoded.names()).containsExactly("amount");
    assertThat(encoded.column(0)).containsExactly(1, MISSING, 9);
  }

  @Test
  void imputesTheMedianAndSaysSo() {
    Table rows = new Rows().numbers("amount", 1, MISSING, 9, 4).table();

    FeatureMatrix encoded = fit(rows, MissingNumbers.IMPUTED).encode(rows);

    assertThat(encoded.names()).containsExactly("amount", "amount is missing");
    assertThat(encoded.column(0)).containsExactly(1, 4, 9, 4); // the median of 1, 4 and 9
    assertThat(encoded.column(1)).containsExactly(0, 1, 0, 0);
  }

  @Test
  void imputesWhatIsMissingOnlyLater() {
    ClassifierFeatures features =
        fit(new Rows().numbers("amount", 1, 2).table(), MissingNumbers.IMPUTED);

    FeatureMatrix encoded = features.encode(new Rows().numbers("amount", MISSING).table());

    assertThat(encoded.names()).containsExactly("amount");
    assertThat(encoded.column(0)).containsExactly(1.5);
  }

  @Test
  void turnsTimesIntoSecondsHourAndDay() {
    // 2024-01-01 was a Monday, 2024-01-07 a Sunday
    Table rows =
        new Rows().times("at", seconds(2024, 1, 7, 12, 30), seconds(2024, 1, 1, 6, 0)).table();

    FeatureMatrix encoded = fit(rows, MissingNumbers.IMPUTED).encode(rows);

    assertThat(encoded.names())
        .containsExactly("at in seconds", "at hour of day", "at day of week");
    assertThat(encoded.column(0)).containsExactly(6 * 86_400 + 6.5 * 3600, 0);
    assertThat(encoded.column(1)).containsExactly(12.5, 6);
    assertThat(encoded.column(2)).containsExactly(6, 0);
  }

  @Test
  void handlesMissingTimes() {
    Table rows = new Rows().times("at", 0, -1, 7200, 10_800).table();

    FeatureMatrix kept = fit(rows, MissingNumbers.KEPT).encode(rows);
    FeatureMatrix imputed = fit(rows, MissingNumbers.IMPUTED).encode(rows);

    assertThat(kept.column(0)).containsExactly(0, MISSING, 7200, 10_800);
    assertThat(imputed.column(0)).containsExactly(0, 7200, 7200, 10_800);
    assertThat(imputed.names().getLast()).isEqualTo("at is missing");
    assertThat(imputed.column(imputed.width() - 1)).containsExactly(0, 1, 0, 0);
  }

  @Test
  void givesEachOfFewLevelsAFeature() {
    Table rows = new Rows().levels("kind", Arrays.asList("b", "a", null, "b", "c")).table();
    ClassifierFeatures features = fit(rows, MissingNumbers.KEPT);

    FeatureMatrix encoded =
        features.encode(new Rows().levels("kind", Arrays.asList("new", "a", null)).table());

    assertThat(encoded.names())
        .containsExactly("kind = b", "kind = a", "kind = c", "kind is missing");
    assertThat(encoded.rows())
        .isDeepEqualTo(new double[][] {{0, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}});
  }

  @Test
  void needsOneFeatureForTwoLevels() {
    Table rows = new Rows().levels("night", List.of("no", "yes", "no")).table();
    assertThat(fit(rows, MissingNumbers.KEPT).names()).containsExactly("night = yes");
  }

  @Test
  void letsTheRarestOfManyLevelsShareAFeature() {
    List<@Nullable String> levels = new ArrayList<>();
    for (int level = 0; level < 40; level++) {
      levels.addAll(Collections.nCopies(level + 1, "level " + level));
    }
    int count = levels.size(); // 1 + 2 + … + 40 = 820
    ClassifierFeatures features =
        fit(new Rows().levels("shop", levels).table(), MissingNumbers.KEPT);

    FeatureMatrix encoded =
        features.encode(
            new Rows().levels("shop", List.of("level 39", "level 0", "unseen")).table());

    assertThat(count).isEqualTo(820);
    assertThat(encoded.width()).isEqualTo(33); // 31 levels, the others, the share
    assertThat(encoded.names()).contains("shop = level 9").doesNotContain("shop = level 8");
    assertThat(encoded.rows()[0]).startsWith(1.0).endsWith(0.0, 40 / 820.0);
    assertThat(encoded.rows()[1]).startsWith(0.0).endsWith(1.0, 1 / 820.0);
    assertThat(encoded.rows()[2]).startsWith(0.0).endsWith(1.0, 0.0);
  }

  @ParameterizedTest
  @EnumSource(MissingNumbers.class)
  void leavesConstantFeaturesOut(MissingNumbers missing) {
    Table rows =
        new Rows()
            .numbers("same", 3, 3)
            .numbers("empty", MISSING, MISSING)
            .levels("one", List.of("x", "x"))
            .numbers("kept", 1, 2)
            .table();
    assertThat(fit(rows, missing).names()).containsExactly("kept");
  }

  @Test
  void findsColumnsByName() {
    Table rows = new Rows().numbers("a", 1, 2).numbers("b", 10, 20).table();
    Table turned = new Rows().numbers("b", 10, 20).numbers("a", 1, 2).table();
    ClassifierFeatures features = fit(rows, MissingNumbers.KEPT);

    assertThat(features.encode(turned).rows()).isDeepEqualTo(features.encode(rows).rows());
    assertThatThrownBy(() -> features.encode(rows.select(onlyFirst(rows))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no column 'b'");
  }

  @Test
  void learnsNothingFromSyntheticRows() {
    Training training = Training.whole(new Rows().numbers("amount", 1, MISSING, 9, 4).lastRare(1));
    Synthetic synthetic =
        Synthetic.external(new Rows().numbers("amount", 1000, MISSING, 1000).table());
    ClassifierFeatures features = ClassifierFeatures.fit(training, MissingNumbers.IMPUTED);

    FeatureMatrix encoded = features.encode(training.plus(synthetic));

    assertThat(encoded.column(0)).containsExactly(1, 4, 9, 4, 1000, 4, 1000);
  }

  private static ClassifierFeatures fit(Table rows, MissingNumbers missing) {
    return ClassifierFeatures.fit(rows, missing);
  }

  private static Schema onlyFirst(Table rows) {
    List<Column> columns = rows.schema().columns();
    return new Schema(columns.subList(0, 1));
  }

  private static long seconds(int year, int month, int day, int hour, int minute) {
    return LocalDateTime.of(year, month, day, hour, minute).toEpochSecond(ZoneOffset.UTC);
  }
}
