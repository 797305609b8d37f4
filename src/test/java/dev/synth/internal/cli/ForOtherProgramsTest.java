package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines of Python in {@code docs/soft-labels.md}, each run on a file that synth wrote, in a
 * virtual environment made for it.
 */
@Tag("slow") // installs scikit-learn and XGBoost
class ForOtherProgramsTest {
  private static final Path PAGE = Path.of("docs", "soft-labels.md");
  private static final Pattern CODE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
  private static final List<String> PACKAGES = List.of("pandas", "scikit-learn", "xgboost-cpu");

  @TempDir private static Path folder;
  private static Path python = Path.of("none");

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    Path environment = folder.resolve("python");
    assumeTrue(
        run(folder, List.of("python3", "-m", "venv", "--copies", environment.toString())) == 0,
        "there is no python3 that makes virtual environments");
    python = environment.resolve("bin").resolve("python");
    List<String> install =
        new ArrayList<>(List.of(python.toString(), "-m", "pip", "install", "--quiet"));
    install.addAll(PACKAGES);
    assumeTrue(run(folder, install) == 0, "pip cannot install " + PACKAGES);
  }

  @Test
  void everyExampleOfThePageLearnsFromTheFile() throws IOException, InterruptedException {
    Path config = config();
    List<String> examples = examples();
    assertThat(examples).hasSize(4);
    List<double[]> scores = new ArrayList<>();
    for (String example : examples) {
      assertThat(example.lines()).hasSize(5);
      scores.add(scores(config, example));
    }
    for (double[] each : scores) {
      // 400 rows, then 60 rare ones that lie 1.5 standard deviations off in both columns
      double others = Arrays.stream(each, 0, 400).average().orElseThrow();
      double rare = Arrays.stream(each, 400, 460).average().orElseThrow();
      assertThat(rare).isGreaterThan(others + 0.3);
    }
    // XGBoost's gradient of a row with label p is that of two rows that weigh p and 1 - p; the same
    // trees grow but for cuts that tie, and for where bins of values lie
    double apart = 0;
    for (int row = 0; row < 460; row++) {
      apart += Math.abs(scores.get(1)[row] - scores.get(2)[row]) / 460;
    }
    assertThat(apart).isCloseTo(0, within(0.05));
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher matcher = CODE.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    return examples;
  }

  private static Path config() throws IOException {
    RandomStream stream = new Seeds(5).stream("for other programs");
    StringBuilder text = new StringBuilder("amount,hour,channel,fraud\n");
    for (int row = 0; row < 460; row++) {
      double shift = row < 400 ? 0 : 1.5;
      text.append(
          String.format(
              Locale.ROOT,
              "%.3f,%.3f,%s,%d%n",
              shift + stream.nextGaussian(),
              shift + stream.nextGaussian(),
              row % 3 == 0 ? "web" : "shop",
              row < 400 ? 0 : 1));
    }
    Path data = Files.writeString(folder.resolve("rows.csv"), text);
    return Files.writeString(
        folder.resolve("mine.yaml"),
        "data: {source: '%s', label: fraud, positive: 1}\n".formatted(data)
            + "augmentation: {labels: soft}\n"
            + "evaluation: {classifiers: [{kind: xgboost, trees: 1, maximum_depth: 1}]}\n");
  }

  /** Returns what a model of the example's lines says of the file's real rows. */
  private static double[] scores(Path config, String example)
      throws IOException, InterruptedException {
    String form = example.contains("probability") ? "probability" : "pairs";
    Path own = Files.createDirectories(folder.resolve(form));
    Path file = own.resolve("augmented.csv");
    CommandLineRun augmented =
        CommandLineRun.withConfig(
            "augment",
            config,
            own,
            "--arm",
            "mgs, ratio 1.0, soft labels",
            "--labels",
            form,
            "--to",
            file.toString());
    assertThat(augmented.code()).as(augmented.err()).isZero();
    String predict =
        example.contains("DMatrix") ? "model.predict(data)" : "model.predict_proba(features)[:, 1]";
    Path script =
        Files.writeString(
            own.resolve("train.py"),
            example + "print(*%s[:460], file=open('scores.txt', 'w'))%n".formatted(predict));
    assertThat(run(own, List.of(python.toString(), script.toString()))).as(example).isZero();
    return Arrays.stream(Files.readString(own.resolve("scores.txt")).strip().split(" "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** Returns the exit code, or -1 where there is no such program. */
  private static int run(Path where, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile()).inheritIO();
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return -1;
    }
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(command.toString()).isTrue();
    return process.exitValue();
  }
}
