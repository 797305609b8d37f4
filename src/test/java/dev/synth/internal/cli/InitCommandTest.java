package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
  @TempDir Path folder;

  private CommandLineRun init(Path data, Path config, String... more) {
    String[] first = {"init", data.toString(), "--to", config.toString(), "--quiet"};
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return CommandLineRun.of(all);
  }

  @Test
  void theConfigThatItWritesRuns() throws IOException {
    Path config = folder.resolve("my.yaml");
    CommandLineRun init = init(SmallData.csv(folder, 400, 60), config);

    assertThat(init.code()).as(init.err()).isZero();
    assertThat(init.out())
        .contains("label: 'fraud', guessed: its name", "positive: '1', guessed: the rarer value");
    assertThat(Files.readString(config))
        .contains("label: fraud", "# guessed: its name", "repeats: 20");
    CommandLineRun plan =
        CommandLineRun.of(
            "generate",
            "--config",
            config.toString(),
            "--dry-run",
            "--set", // quick to estimate
            "generator.steps=1",
            "--set",
            "augmentation={ratio: 0.5}",
            "--set",
            "evaluation.classifiers=[logistic-regression]");
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("20 repeats");
  }

  /** From a table to scored rows of cards that no fitted row had, without a change by hand. */
  @Test
  @Tag("slow")
  void aModelOfItsConfigScoresNewCards() throws IOException {
    Path data = folder.resolve("cards.csv");
    Path config = folder.resolve("cards.yaml");
    Path model = folder.resolve("model");
    assertThat(CommandLineRun.of("demo", "--rows", "4000", data.toString()).code()).isZero();
    CommandLineRun init = init(data, config);
    assertThat(init.out()).contains("exclude: 'card_id', a name and no feature");
    CommandLineRun fit =
        CommandLineRun.of(
            "fit",
            "--quiet",
            "--config",
            config.toString(),
            "--to",
            model.toString(),
            "--arm",
            "none",
            "--set",
            "evaluation.classifiers=[logistic-regression]");
    assertThat(fit.code()).as(fit.err()).isZero();

    List<String> lines = Files.readAllLines(data);
    String renamed = lines.get(1).replaceFirst("C[0-9]{6}", "D999999");
    Path rows = Files.write(folder.resolve("new.csv"), List.of(lines.getFirst(), renamed));
    Path scored = folder.resolve("scored.csv");
    CommandLineRun score =
        CommandLineRun.of("score", model.toString(), rows.toString(), "--to", scored.toString());
    assertThat(score.code()).as(score.err()).isZero();
    assertThat(scored).content().contains("D999999");
  }

  /** Twelve rare rows are below the twenty that anything can be judged by. */
  @Test
  void whereRareRowsAreTooFewTheNextStepIsNotTraining() throws IOException {
    Path data = SmallData.csv(folder, 400, 12);
    CommandLineRun init = init(data, folder.resolve("few.yaml"), "--label", "fraud");

    assertThat(init.out())
        .contains("too few: 12 rare rows count", "next: more real rare rows")
        .contains("synth profile " + data + " --label fraud")
        .doesNotContain("synth generate");
  }

  @Test
  void nothingIsOverwrittenUnasked() throws IOException {
    Path data = SmallData.csv(folder, 400, 60);
    Path config = Files.writeString(folder.resolve("my.yaml"), "mine");

    CommandLineRun refused = init(data, config);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("exists; choose another file, or replace it with --overwrite");
    assertThat(config).hasContent("mine");
    assertThat(init(data, config, "--overwrite").code()).isZero();
  }

  /**
   * A column that is the label in other words, under names that YAML would read as something else.
   */
  @Test
  void oddNamesAreQuotedAndLeaksAreExcluded() throws IOException {
    StringBuilder text = new StringBuilder("x,yes: #1,target\n");
    for (int row = 0; row < 200; row++) {
      boolean isRare = row % 8 == 0;
      text.append(row * 37 % 101).append(isRare ? ",9,on\n" : ",3,off\n");
    }
    Path data = Files.writeString(folder.resolve("odd name.csv"), text);
    Path config = folder.resolve("odd.yaml");
    CommandLineRun init = init(data, config);

    assertThat(init.code()).as(init.err()).isZero();
    assertThat(Files.readString(config))
        .contains("name: odd-name", "positive: 'on'", "exclude: ['yes: #1']");
  }

  @Test
  void withoutALabelItAsksForOne() throws IOException {
    Path data = Files.writeString(folder.resolve("d.csv"), "a,b\n1,2\n2,3\n3,4\n");
    CommandLineRun init = init(data, folder.resolve("d.yaml"));

    assertThat(init.code()).isEqualTo(2);
    assertThat(init.err())
        .contains("--label must be named: no column looks like one (the columns are a, b)");
    assertThat(folder.resolve("d.yaml")).doesNotExist();
  }
}
