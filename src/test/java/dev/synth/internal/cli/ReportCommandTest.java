package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Protocol;
import dev.synth.evaluate.Results;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.split.SplitOptions.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report}, as it is called, on a run whose files are made by hand. */
class ReportCommandTest {
  @TempDir Path out;
  private Path run;

  @BeforeEach
  void writeARun() throws IOException {
    run = Files.createDirectories(out.resolve("evaluation/mine-1a2b3c4d"));
    Protocol protocol = new Protocol("random-forest", Method.RANDOM, "max-f1", 0.01);
    Files.writeString(
        run.resolve("comparison.json"),
        Json.write(Comparer.compare(protocol, Results.differing(List.of(.02, .03, .01)))));
  }

  @Test
  void printsMarkdownOrLatexOfAFolderOrAFileInIt() {
    CommandLineRun markdown = report(run.toString());
    assertThat(markdown.code()).as(markdown.err()).isZero();
    assertThat(markdown.out()).startsWith("**random-forest, all rare rows**");
    CommandLineRun latex = report("--format", "latex", run.resolve("runs.csv").toString());
    assertThat(latex.code()).as(latex.err()).isZero();
    assertThat(latex.out()).contains("\\toprule").endsWith("\\end{table}\n");
    assertThat(latex.err()).isEmpty();
  }

  @Test
  void writesAFileAndReplacesItOnlyWhenAsked() throws IOException {
    Path file = out.resolve("paper/table.tex");
    String[] call = {"--format", "latex", "--out", file.toString(), run.toString()};
    CommandLineRun first = report(call);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out().strip()).isEqualTo(file.toString());
    String text = Files.readString(file);
    assertThat(text).isEqualTo(report("--format", "latex", run.toString()).out());

    Files.writeString(file, "mine");
    assertFails(2, report(call), "table.tex exists", "--overwrite");
    assertThat(file).hasContent("mine");
    assertThat(report("--overwrite", "--format", "latex", "--out", file.toString(), run.toString()))
        .satisfies(again -> assertThat(again.code()).as(again.err()).isZero());
    assertThat(file).hasContent(text);
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void renewsThePageOfARun() throws IOException {
    Path page = run.resolve("report.html");
    Files.writeString(page, "stale");
    CommandLineRun html = report("--format", "html", run.toString());
    assertThat(html.code()).as(html.err()).isZero();
    assertThat(html.out().strip()).endsWith("report.html");
    assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Did the synthetic rows");
  }

  @Test
  void putsTwoRunsOnOnePage() throws IOException {
    Path other = Files.createDirectories(out.resolve("evaluation/other"));
    Files.copy(run.resolve("comparison.json"), other.resolve("comparison.json"));
    Path file = out.resolve("two.html");
    CommandLineRun two = report("--out", file.toString(), run.toString(), other.toString());
    assertThat(two.code()).as(two.err()).isZero();
    assertThat(file)
        .content()
        .contains("Two runs side by side", "mine-1a2b3c4d · other", "What they were")
        .contains(
            "Average precision, mine-1a2b3c4d</th><th scope=\"col\" class=\"number\">other</th>");
    assertFails(2, report("--format", "latex", run.toString(), other.toString()), "html or pdf");
    assertFails(
        2, report(run.toString(), other.toString(), other.toString()), "two side by side; not 3");
  }

  @Test
  void tellsWhichRunsThereAre() {
    assertFails(2, report(out.resolve("evaluation/mine").toString()), "there is no run '");
    assertFails(2, report("nothing-of-that-name"), "there is no run 'nothing-of-that-name'");
    assertFails(2, report("--format", "latx", run.toString()), "'latx'", "did you mean 'latex'");
    assertFails(2, report(), "RUN");
  }

  @Test
  void tellsWhatIsMissingInARun() throws IOException {
    Path gated = Files.createDirectories(out.resolve("synthetic-out/gated"));
    Files.writeString(gated.resolve("validation.json"), "{}");
    assertFails(3, report(gated.toString()), "holds no evaluation");
    Files.writeString(run.resolve("comparison.json"), "{\"schema_version\": 1}");
    assertFails(3, report(run.toString()), "comparison.json is not what this version");
  }

  @Test
  void realRowsThatWereNotRecordedAreNotShown() {
    assertFails(2, report("--show-rows", run.toString()), "goes with one run and --format html");
    assertFails(
        3,
        report("--show-rows", "--format", "html", run.toString()),
        "hold no real rows; compute the run anew: synth generate with --show-rows");
  }

  private static CommandLineRun report(String... arguments) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("report"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static void assertFails(int code, CommandLineRun run, String... parts) {
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    assertThat(run.err()).contains(parts).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }
}
