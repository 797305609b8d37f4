package dev.synth.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Problem;
import dev.synth.evaluate.Arm;
import dev.synth.split.RareRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTableTest {
  @TempDir Path folder;

  private RunsTable read(String text) throws IOException {
    return RunsTable.read(Files.writeString(folder.resolve("runs.csv"), text));
  }

  @Test
  void namesWithCommasAndQuotesAreReadAsTheyWere() throws IOException {
    RunsTable table =
        read(
            """
            repeat,arm,plan,rare_rows,classifier,recall,threshold_fallback,saved
            2,"vae hidden=[8, ""4""]",ratio 0.1,16,xgboost,,"few, equal",-1.5
            """);
    RunsTable.Line line = table.lines().getFirst();
    Arm arm =
        Arm.generator("vae hidden=[8, \"4\"]", new AugmentationPlan.Ratio(0.1))
            .withRareRows(new RareRows.AtMost(16));
    assertThat(line.place()).isEqualTo(RunsTable.Place.of(2, arm, "xgboost"));
    assertThat(line.text("threshold_fallback")).isEqualTo("few, equal");
    assertThat(line.figure("recall")).isNull();
    assertThat(line.figure("saved")).isEqualTo(-1.5);
    assertThat(table.asked()).containsExactly("saved");
  }

  @Test
  void whatIsMissingIsOneSentence() throws IOException {
    RunsTable table = read("repeat,arm\n1\n");
    assertThatThrownBy(() -> table.lines().getFirst().text("arm"))
        .isInstanceOf(Problem.class)
        .hasMessage("runs.csv has no column 'arm' in one of its lines");
    assertThatThrownBy(() -> read("")).isInstanceOf(Problem.class).hasMessageContaining("is empty");
    assertThatThrownBy(() -> RunsTable.read(folder.resolve("none.csv")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot be read");
  }
}
