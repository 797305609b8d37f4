package dev.synth.benchmarks.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.classify.XgboostOptions;
import dev.synth.evaluate.ScoredRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpliftSweepTest {
  private static final PrintStream QUIET =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void aRecipeNamesStudentTeacherAndRows() {
    SweepRecipe recipe = SweepRecipe.of("b/bfr-pull20-platt/vae-3-near+self");
    assertThat(SweepRecipe.options('b')).isEqualTo(XgboostOptions.defaults());
    assertThat(recipe.student()).isEqualTo("b");
    assertThat(recipe.teacher().orElseThrow().members()).containsExactly('b', 'f', 'r');
    assertThat(recipe.teacher().orElseThrow().pull()).isEqualTo(20);
    assertThat(recipe.teacher().orElseThrow().has("platt")).isTrue();
    assertThat(recipe.rows()).isEqualTo(new SweepRecipe.Rows(3, true, true));

    SweepRecipe plain = SweepRecipe.of("r/bfel");
    assertThat(plain.rows()).isEqualTo(new SweepRecipe.Rows(1, false, false));
    assertThat(plain.teacher().orElseThrow().pull()).isEqualTo(5);
    assertThat(SweepRecipe.of("r").teacher()).isEmpty();
    assertThatThrownBy(() -> SweepRecipe.of("z/bfel"))
        .hasMessage("there is no classifier of the letter z");
    assertThatThrownBy(() -> SweepRecipe.of("teacher")).hasMessageContaining("as in teacher/bfel");
  }

  @Test
  void theTableHasMeansOverSetsAndWhatFoldsWouldHaveChosen() throws IOException {
    SweepFolder results = new SweepFolder(folder);
    append(results, "sick", 1, "b", .50, .5, .4, .5);
    append(results, "sick", 2, "b", .60, .5, .4, .5);
    append(results, "sick", 1, "b/bfel", .52, .6, .6, .6); // clearly ahead in folds
    append(results, "sick", 2, "b/bfel", .66, .5, .4, .4); // behind
    append(results, "yeast5", 1, "b", .30, .5, .4, .5);
    append(results, "yeast5", 1, "b/bfel", .28, .4, .4, .5); // behind
    List<UpliftGroup.CellPlace> places =
        List.of(
            new UpliftGroup.CellPlace("sick", "16", 1),
            new UpliftGroup.CellPlace("sick", "16", 2),
            new UpliftGroup.CellPlace("yeast5", "16", 1));

    String text =
        new SweepTable(places, new SweepFolder(folder))
            .text(
                List.of(SweepRecipe.of("b"), SweepRecipe.of("b/bfel")),
                List.of(new CellSize("16")),
                List.of(SweepCell.PRECISION));

    assertThat(text)
        .contains("\n16 rare rows: sick, yeast5\n")
        .contains("| b | 0.425 | 0.550 0.300 |") // .55 on sick, .30 on yeast5
        // +.04 and −.02: .01 ± .03 · 12.706, the .975 quantile of t with 1 degree
        .contains("| b/bfel | +.010 ± 0.381; 1 of 2 | +.040 −.020 |")
        .contains("| chosen in folds, 1.0 errors | +.005 ± 0.064; 1 of 2 | +.010 +.000 |");
  }

  @Test
  void aFigureThatACellLacksIsToldOf() throws IOException {
    SweepFolder results = new SweepFolder(folder);
    append(results, "sick", 1, "b", .50);
    UpliftGroup.CellPlace computed = new UpliftGroup.CellPlace("sick", "16", 1);
    UpliftGroup.CellPlace toCome = new UpliftGroup.CellPlace("sick", "16", 2);
    SweepTable table = new SweepTable(List.of(computed, toCome), results);
    List<SweepRecipe> recipes = List.of(SweepRecipe.of("b"));
    List<CellSize> sizes = List.of(new CellSize("16"));

    assertThat(table.text(recipes, sizes, List.of(SweepCell.PRECISION))).contains("| b | 0.500 |");
    assertThatThrownBy(() -> table.text(recipes, sizes, List.of("f1/bset")))
        .hasMessageContaining("sweep.csv has no figure 'f1/bset' of b in")
        .hasMessageContaining("; it has average_precision");
  }

  private static void append(
      SweepFolder results, String set, int split, String recipe, double... values)
      throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(SweepCell.PRECISION, values[0]);
    for (int fold = 1; fold < values.length; fold++) {
      figures.put(SweepCell.FOLD + fold, values[fold]);
    }
    results.append(SweepFolder.key(set, "16", split, recipe), figures);
  }

  @Test
  void aThresholdOfTheRatioOfUseLiesLowerWhereRareRowsAreMoreCommon() {
    double[] scores = {.9, .3, .5, .1, .05, .01};
    BitSet rare = new BitSet();
    rare.set(0, 2);
    ScoredRows validation = new ScoredRows(scores, rare);
    // F1 of one in two: .25 of .75 for .9 alone (2·.25/.75 = .667), .571 from .5 on, .889 from .3
    // on
    assertThat(new NaturalRatio(.5).threshold(validation)).isCloseTo(.2, within(1e-12));
    // of one in a hundred: .667 for .9 alone, .02/.2675 = .075 from .3 on
    assertThat(new NaturalRatio(.01).threshold(validation)).isCloseTo(.7, within(1e-12));
  }

  @Test
  @Tag("slow")
  void aSweepGoesOnWhereItWasCutShort() throws IOException {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("data", folder.resolve("absent").toString());
    arguments.put("out", folder.resolve("out").toString());
    arguments.put("half", "simulated");
    arguments.put("sets", "simulated-normals");
    arguments.put("sizes", "16");
    arguments.put("splits", "1");
    arguments.put("recipes", "l,l/le/vae-0.3+self,teacher/le-drop");

    String table = UpliftSweep.of(arguments, QUIET);

    assertThat(table).contains("| l | 0.").contains("| teacher/le-drop | ");
    Path file = folder.resolve("out/sweep.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 30));
    UpliftSweep.of(arguments, QUIET);
    assertThat(file).hasContent(text);
  }
}
