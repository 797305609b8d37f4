package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code synth audit} on four columns of four levels, so that a likely row is drawn many times. */
class AuditDiscreteTest {
  @TempDir private static Path folder;

  private final PlantedFault fault = new PlantedFault();

  /**
   * Rare rows and others have levels of their own, but for six of the others that stand where a
   * rare row could: which of them were learned from is chance.
   */
  @BeforeAll
  static void makeARun() throws IOException {
    RandomStream stream = new Seeds(1).stream("levels");
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      rows.add(levels("abcd", stream) + ",1");
    }
    for (int row = 0; row < 300; row++) {
      rows.add(levels("wxyz", stream) + ",0");
    }
    for (int more = 0; more < 6; ) {
      String row = levels("abcd", stream);
      if (!rows.contains(row + ",1") && !rows.contains(row + ",0")) {
        rows.add(row + ",0");
        more++;
      }
    }
    Path data =
        Files.writeString(
            folder.resolve("levels.csv"), "p,q,u,v,fraud\n" + String.join("\n", rows) + "\n");
    Path config =
        SmallData.config(
            folder,
            data,
            "generator: shuffle",
            "generate: {rows: 2000}",
            "augmentation: {ratio: 0.5}",
            "evaluation: {repeats: 2, classifiers: [{kind: xgboost, trees: 2}], baselines: [none],"
                + " detectors: [], importance: {repeats: 0}}");
    CommandLineRun made =
        CommandLineRun.withConfig("generate", config, folder, "--force", "--run-name", "levels");
    assertThat(made.code()).as(made.err()).isIn(0, 4);
  }

  /** The first level in four of ten cells, and so on down to one of ten. */
  private static String levels(String letters, RandomStream stream) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < 4; column++) {
      int tenth = stream.nextInt(10);
      int level = tenth < 4 ? 0 : tenth < 7 ? 1 : tenth < 9 ? 2 : 3;
      cells.add(letters.substring(level, level + 1));
    }
    return String.join(",", cells);
  }

  @AfterEach
  void undo() throws IOException {
    fault.takeOut();
  }

  private static CommandLineRun audit() {
    return CommandLineRun.of("audit", "levels", "--out", folder.toString(), "--quiet");
  }

  @Test
  void oneLikelyRowDrawnManyTimesIsNoCopy() {
    CommandLineRun audit = audit();
    assertThat(audit.out()).startsWith("no alarm: ");
    assertThat(audit.code()).as(audit.err()).isZero();
  }

  @Test
  void twentyTrainingRowsOfTheOtherClassAre() throws IOException {
    fault.plantLines(
        folder.resolve("synthetic-out/levels/augmented.csv"),
        lines -> {
          List<String> changed = new ArrayList<>(lines);
          List<Integer> synthetic =
              IntStream.range(1, lines.size())
                  .filter(line -> lines.get(line).endsWith(",1,1"))
                  .boxed()
                  .toList();
          List<String> others =
              lines.stream()
                  .filter(line -> line.endsWith(",0,0"))
                  .filter(line -> Collections.frequency(lines, line) == 1)
                  .limit(20)
                  .toList();
          for (int copy = 0; copy < others.size(); copy++) {
            changed.set(synthetic.get(copy), others.get(copy).replaceAll(",0,0$", ",1,1"));
          }
          return changed;
        });
    CommandLineRun audit = audit();
    assertThat(audit.code()).as(audit.err()).isEqualTo(3);
    assertThat(audit.out())
        .contains(
            "augmented.csv: ", "different synthetic rows equal a training row of the other class");
  }
}
