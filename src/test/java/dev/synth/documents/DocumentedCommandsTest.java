package dev.synth.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.browser.Browser;
import dev.synth.documents.Block.Step;
import dev.synth.documents.PageShell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command that a page shows, in a folder of the page's own, and holds what a page shows
 * behind a prompt against what is printed. {@link Block} has the marks by which a page says what is
 * needed first, what makes a run short, and what cannot be run. Benchmarks take minutes to hours:
 * their names are looked up, and Maven's lines are left to continuous integration.
 */
@DisabledOnOs(OS.WINDOWS)
class DocumentedCommandsTest {
  /** The reasons for not running a command. */
  private static final List<String> REASONS =
      List.of(
          "MonitoringPageTest does, and looks at what comes",
          "needs a file that Kaggle gives to accounts",
          "needs a server of MLflow; TrackCommandTest has one",
          "needs the Spark jar; SparkEngineTest draws on Spark and compares the bytes",
          "needs the Spark jar; SparkGridTest compares the files",
          "needs the Spark jar; SparkScoringTest compares the bytes",
          "needs weeks of rows that a model has scored; MonitorTest has some",
          "runs until it is stopped; FeaturesPageTest calls what it serves",
          "runs until it is stopped; ProductionPageTest calls what it serves",
          "runs until it is stopped; TlsTest has its certificates",
          "takes minutes, and measures the machine",
          "the coordinates are no driver that everyone has");

  /** The options that make a run short where a page says nothing. */
  private static final String SHORT = "--set evaluation.repeats=1";

  @TempDir Path folder;

  static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>(List.of("README.md", "evaluation/README.md"));
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      files
          .map(file -> "docs/" + file.getFileName())
          .filter(file -> file.endsWith(".md"))
          .sorted()
          .forEach(pages::add);
    }
    return pages;
  }

  static List<String> pagesWithCommands() throws IOException {
    List<String> all = new ArrayList<>();
    for (String page : pages()) {
      if (blocks(page).stream().anyMatch(block -> isRun(block))) {
        all.add(page);
      }
    }
    return all;
  }

  private static List<Block> blocks(String page) throws IOException {
    return Block.of(page, Files.readAllLines(Path.of(page)));
  }

  private static boolean isRun(Block block) {
    return block.isCommands()
        && block.mark("not run").isEmpty()
        && block.steps().stream().anyMatch(step -> !isMade(step));
  }

  /** A benchmark, a program beside it, or Maven. */
  private static boolean isMade(Step step) {
    return step.command()
        .matches("(.* )?(\\./synth-bench|mvn|\\./mvnw|python3 benchmarks/.*)( .*)?");
  }

  /** Printing to PDF takes a browser, which not every machine has. */
  private static boolean canRun(Step step) {
    return !step.command().contains("--format pdf") || Browser.program().isPresent();
  }

  @Test
  void whatIsNotRunHasAReason() throws IOException {
    TreeSet<String> reasons = new TreeSet<>();
    for (String page : pages()) {
      for (Block block : blocks(page)) {
        block.mark("not run").ifPresent(reasons::add);
      }
    }
    assertThat(REASONS).containsExactlyElementsOf(reasons);
  }

  @Test
  void everyBenchmarkIsThere() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.walk(Path.of("src/bench/java"))) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    for (String page : pages()) {
      for (Block block : blocks(page)) {
        for (Step step : block.isCommands() ? block.steps() : List.<Step>of()) {
          if (step.command().contains("./synth-bench ")) {
            String name = step.command().replaceFirst(".*\\./synth-bench (\\S+).*", "$1");
            assertThat(names).as(block.place()).anyMatch(file -> isOf(file, name));
          }
        }
      }
    }
  }

  private static boolean isOf(String file, String benchmark) {
    String words = benchmark.replace("-", "");
    return file.equalsIgnoreCase(words + "Benchmark.java")
        || file.equalsIgnoreCase(words + ".java");
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("pagesWithCommands")
  void everyCommandOfAPageRuns(String page) throws IOException, InterruptedException {
    PageShell shell = new PageShell(folder);
    Map<String, Ended> ended = new HashMap<>();
    for (Block block : blocks(page)) {
      if (block.mark("file").isPresent()) {
        shell.write(block.mark("file").orElseThrow(), block.lines());
      }
      if (isRun(block)) {
        for (String command : block.all("first")) {
          Ended made = shell.run(command, block.mark("with").orElse(SHORT));
          assertThat(made.code()).as(block.place() + " " + command + "\n" + made.err()).isZero();
        }
        run(block, shell, ended);
      }
    }
  }

  /** Runs a block's commands; what is shown again is run once. */
  private static void run(Block block, PageShell shell, Map<String, Ended> ended)
      throws IOException, InterruptedException {
    List<Step> steps =
        block.steps().stream().filter(step -> !isMade(step) && canRun(step)).toList();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Ended one = ended.get(step.command());
      if (one == null || step.shown().isEmpty()) {
        one = shell.run(step.command(), block.mark("with").orElse(SHORT));
        ended.put(step.command(), one);
      }
      int code = i == steps.size() - 1 ? Integer.parseInt(block.mark("exit").orElse("0")) : 0;
      assertThat(one.code())
          .as(block.place() + " " + step.command() + "\n" + one.out() + one.err())
          .isEqualTo(code);
      assertThat(PageShell.missing(step.shown(), one.out() + one.err()))
          .as(block.place() + " " + step.command() + " does not print\n" + one.out() + one.err())
          .isEmpty();
    }
  }
}
