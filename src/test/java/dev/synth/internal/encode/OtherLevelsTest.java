package dev.synth.internal.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import dev.synth.internal.encode.FeatureEncoder.QuantileRows;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns of more levels than a one-hot span shall have cases. */
final class OtherLevelsTest {
  private static final int LEVELS = 10_000;

  /** Every level twice, the first 50 ten times more in the rare rows, and a few missing cells. */
  private static LabelledTable rows() {
    List<@Nullable String> texts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      texts.add(name(i % 50));
    }
    for (int i = 0; i < 2 * LEVELS; i++) {
      texts.add(name(i % LEVELS));
    }
    texts.add(null);
    BitSet rare = new BitSet();
    rare.set(0, 600); // the first 100 of the others too
    Schema schema = new Schema(List.of(new Column("shop", new ColumnType.Categorical())));
    return new LabelledTable(
        new Table(schema, List.of(Cells.Levels.of(texts))), rare, new Label("y", "1", "0", 1));
  }

  private static String name(int level) {
    return "shop%05d".formatted(level);
  }

  @Test
  void tenThousandLevelsTakeAHundredAndTwoNumbers() {
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(rows()), QuantileRows.RARE);
    assertThat(encoder.layout().spans())
        .containsExactly(
            new Span.OneHot("shop", 0, 101), // missing, 99 levels, all others
            new Span.Scalar("shop", 101, 100));
  }

  @Test
  void noLevelIsLost() throws Exception {
    LabelledTable rows = rows();
    for (QuantileRows scope : QuantileRows.values()) {
      FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(rows), scope);
      double[][] encoded = encoder.encode(rows.features());
      SameTables.assertSame(encoder.decode(encoded), rows.features());
      String text = Json.write(encoder.toJson());
      FeatureEncoder again = FeatureEncoder.fromJson(Json.mapper().readTree(text));
      assertThat(Json.write(again.toJson())).isEqualTo(text);
      SameTables.assertSame(again.decode(encoded), rows.features());
    }
  }

  @Test
  void theLevelsOfTheRareRowsHaveTheCases() {
    LabelledTable rows = rows();
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(rows), QuantileRows.RARE);
    double[][] encoded = encoder.encode(rows.rareFeatures());
    // Levels 0 to 98 have a case: 50 are in eleven or more rare rows, the others in one.
    for (int row = 0; row < 600; row++) {
      int level = row < 500 ? row % 50 : row - 500;
      assertThat(encoded[row][100]).isEqualTo(level < 99 ? 0 : 1);
    }
  }

  /**
   * Beyond the case's levels are level 99, in one rare row, and those of no rare row, which share
   * the weight of one row: 2/20,501 for level 99, and 19,800/20,500 = .966 for 9,900 of them.
   */
  @Test
  void normalScoresGiveTheOtherLevelsTheirShares() {
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(rows()), QuantileRows.RARE);
    RandomStream stream = new Seeds(1).stream("scores");
    double[][] drawn = new double[4000][102];
    for (double[] row : drawn) {
      row[100] = 1;
      row[101] = stream.nextGaussian();
    }
    Cells.Levels shops = (Cells.Levels) encoder.decode(drawn).cells("shop");
    int rareLevel = 0;
    for (int row = 0; row < drawn.length; row++) {
      assertThat(shops.value(row)).isGreaterThanOrEqualTo(name(99));
      rareLevel += shops.value(row).equals(name(99)) ? 1 : 0;
    }
    // 1 of 1.966 by weight; a standard error is .008.
    assertThat(rareLevel / 4000.0).isCloseTo(1.0001 / 1.9659, within(.04));
  }

  @Test
  void aScoreBeyondTheScaleIsTheOutermostLevel() {
    FeatureEncoder encoder = FeatureEncoder.fit(Training.whole(rows()), QuantileRows.RARE);
    double[][] drawn = new double[3][102];
    for (int row = 0; row < 3; row++) {
      drawn[row][100] = 1;
      drawn[row][101] = new double[] {-50, 50, Double.NaN}[row];
    }
    Cells.Levels shops =
        (Cells.Levels) encoder.decode(new double[][] {drawn[0], drawn[1]}).cells("shop");
    assertThat(shops.value(0)).isEqualTo(name(99));
    assertThat(shops.value(1)).isEqualTo(name(9999));
    assertThatThrownBy(() -> encoder.decode(drawn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void damagedWeightsAreADataProblem() {
    JsonNode json = FeatureEncoder.fit(Training.whole(rows()), QuantileRows.RARE).toJson();
    ArrayNode weights = (ArrayNode) json.get("columns").get(0).get("others").get("weights");
    weights.set(0, Json.mapper().valueToTree(-1));
    assertThatThrownBy(() -> FeatureEncoder.fromJson(json))
        .hasMessageContaining("the stored encoder is damaged at column 1: the other levels");
  }
}
