package dev.synth.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Results;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.split.SplitOptions.Method;
import dev.synth.validate.Answer;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.PartReading;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
  /** A column's name that breaks out of any page that forgets to escape it. */
  private static final String HOSTILE = "<script>alert(\"a\" & 'b')</script>";

  @TempDir Path folder;

  private String evaluation(Method method, int repeats) throws IOException {
    Protocol protocol = new Protocol("random-forest", method, "max-f1", 0.01);
    Comparison comparison = Comparer.compare(protocol, Results.simulated(repeats));
    Files.writeString(folder.resolve("comparison.json"), Json.write(comparison));
    return RunReport.evaluation(folder);
  }

  private String synthesis() throws IOException {
    Files.writeString(folder.resolve("validation.json"), Json.write(validation()));
    Files.writeString(folder.resolve("training.json"), Json.write(training()));
    Files.writeString(
        folder.resolve("provenance.json"),
        Json.write(
            Map.of(
                "run",
                "1a2b3c4d5e",
                "seed",
                42,
                "machine",
                "a machine",
                "split",
                Map.of("x", HOSTILE))));
    return RunReport.synthesis(folder);
  }

  private static TrainingLog training() {
    List<TrainingLog.Point> falling = new ArrayList<>();
    List<TrainingLog.Point> rising = new ArrayList<>();
    for (int step = 10; step <= 2000; step += 10) {
      double decay = StrictMath.exp(-step / 300.0);
      falling.add(new TrainingLog.Point(step, 12 + 30 * decay));
      rising.add(new TrainingLog.Point(step, 3 - 2 * decay));
    }
    return new TrainingLog(
        List.of(
            new TrainingLog.Curve("reconstruction", falling),
            new TrainingLog.Curve("divergence", rising)),
        2000,
        List.of(new TrainingNote.ChosenSteps(20, 100, 2000, 4000, 0.53)),
        List.of(new TrainingWarning.FlatColumns(List.of("amount & <time>"))));
  }

  private static ValidationReport validation() {
    GateResult failed =
        new GateResult(
            "c2st_forest",
            "at_most 0.9",
            GateStatus.FAILED,
            Reference.VALIDATION,
            0.97,
            0.9,
            null,
            null,
            "look at " + HOSTILE);
    GateResult passed =
        new GateResult("ks", "within_noise 0.95", GateStatus.PASSED, Reference.TRAINING, 0.1, 0.2);
    Floor floor = new Floor(40, 20, false, 0.5, 0.42, 0.61, 0.99);
    return new ValidationReport(
        "standard",
        false,
        120,
        60,
        500,
        Reference.VALIDATION,
        List.of("amount", HOSTILE),
        List.of(),
        List.of(
            new MetricReport(
                "c2st_forest",
                Question.LIKENESS,
                "Tree two-sample AUC",
                Goal.CLOSE_TO_FLOOR,
                0,
                1.0,
                "own",
                List.of(
                    new Reading(
                        Reference.TRAINING,
                        0.93,
                        null,
                        false,
                        0.93,
                        floor,
                        0,
                        List.of(),
                        List.of(new Finding.OldSentence("found in " + HOSTILE))),
                    new Reading(
                        Reference.VALIDATION,
                        0.97,
                        null,
                        false,
                        0.97,
                        floor,
                        0,
                        List.of(),
                        List.of())),
                failed),
            new MetricReport(
                "ks",
                Question.LIKENESS,
                "Column distances",
                Goal.LOWER,
                0,
                1.0,
                "own",
                List.of(
                    new Reading(
                        Reference.TRAINING,
                        0.1,
                        null,
                        false,
                        0.1,
                        new Floor(60, 200, false, 0.12, 0.07, 0.2, 0.4),
                        2,
                        List.of(
                            new PartReading(HOSTILE, 0.3, 0.1, 0.2),
                            new PartReading("amount", 0.1, 0.1, 0.2)),
                        List.of()),
                    new Reading(
                        Reference.VALIDATION,
                        null,
                        "needs at least 50 rows",
                        false,
                        null,
                        null,
                        0,
                        List.of(),
                        List.of())),
                passed)),
        List.of(failed),
        List.of(
            new Answer(Question.LIKENESS, Answer.Rating.BAD),
            new Answer(Question.PRIVACY, Answer.Rating.CANNOT_TELL)));
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    assertThat(evaluation(Method.RANDOM, 3)).isEqualTo(evaluation(Method.RANDOM, 3));
    assertThat(synthesis()).isEqualTo(synthesis());
  }

  @Test
  void pagesNeedNoOtherFile() throws IOException {
    for (String html : List.of(evaluation(Method.RANDOM, 3), synthesis())) {
      assertThat(html).startsWith("<!DOCTYPE html>");
      assertThat(withoutScripts(html)).doesNotContain("<script", "http", "src=", "<link");
    }
  }

  /** Leaves out the scripts, which are the same on every page, and the data of charts. */
  private static String withoutScripts(String html) {
    return html.replaceAll("(?s)<script[^>]*>.*?</script>", "");
  }

  @Test
  void textIsEscaped() throws IOException {
    assertThat(synthesis())
        .contains("&lt;script&gt;alert(&quot;a&quot; &amp; &#39;b&#39;)&lt;/script&gt;");
  }

  @Test
  void theVerdictStandsFirst() throws IOException {
    String html = evaluation(Method.RANDOM, 10);
    assertThat(html).contains("<div class=\"banner good\">\n<strong>Uplift</strong>");
    assertThat(html.indexOf("banner good")).isLessThan(html.indexOf("<section "));
  }

  @Test
  void theVerdictIsInWordsAndNamesStayOnOneLine() throws IOException {
    assertThat(evaluation(Method.RANDOM, 1))
        .contains("<td class=\"name\">undecided</td>")
        .contains("<th scope=\"row\" class=\"name\">oversample, ratio 0.1</th>")
        .contains("95\u00A0% interval");
  }

  @Test
  void descriptiveRunsAreShownWithoutIntervals() throws IOException {
    for (String html : List.of(evaluation(Method.RANDOM, 1), evaluation(Method.TIME, 3))) {
      assertThat(html).contains("descriptive only").doesNotContain("\"low\":");
    }
  }

  @Test
  void everyDrawingHasItsNumbers() throws IOException {
    assertThat(evaluation(Method.RANDOM, 10)).contains("<figure class=\"chart\"");
    assertThat(synthesis()).contains("<svg");
    for (String html : List.of(evaluation(Method.RANDOM, 10), synthesis())) {
      assertThat(withoutScripts(html)).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void failedGatesAndMissingValuesAreShown() throws IOException {
    assertThat(synthesis())
        .contains(
            "<strong>One gate failed</strong>",
            "found in &lt;script&gt;",
            "needs at least 50 rows",
            "The final model was trained for 2,000 steps.",
            "<strong>Reconstruction</strong>");
  }

  @Test
  void theMachineIsNotInTheReport() throws IOException {
    assertThat(synthesis())
        .contains("run 1a2b3c4d", "42")
        .doesNotContain("a machine", String.valueOf(folder.getFileName()));
  }

  @Test
  void aMissingOrBrokenFileIsOneSentence() throws IOException {
    assertThatThrownBy(() -> RunReport.evaluation(folder))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageEndingWith("comparison.json is not there; a finished run has it");
    Files.writeString(folder.resolve("comparison.json"), "{\"schema_version\": 99}");
    assertThatThrownBy(() -> RunReport.evaluation(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("this program reads versions 5 to 7");
  }
}
