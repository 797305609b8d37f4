package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of {@code synth validate} on good, bad and awkward files. */
class ValidateCommandTest {
  @TempDir Path folder;

  private Path real;

  @BeforeEach
  void writeRealRows() throws IOException {
    real = write("real.csv", "amount,rate,channel,fraud", rows(40, 1, ",1"), rows(60, 2, ",0"));
  }

  @Test
  void freshRowsPassAndTheFourQuestionsAreAnswered() throws IOException {
    CommandLineRun run = validate(write("fake.csv", "amount,rate,channel", rows(60, 3, "")));

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .startsWith("Validation passed\n")
        .contains(
            "Is it like the real thing?",
            "Is it as varied?",
            "Does it belong to the rare class?",
            "Does it give anyone away?",
            "so all of its rows count as");
  }

  @Test
  void copiesEndInFour() throws IOException {
    CommandLineRun run = validate(write("copies.csv", "amount,rate,channel", rows(40, 1, "")));

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out())
        .startsWith("Validation FAILED\n")
        .contains("It may: identical_match_share", "Failed: identical_match_share is 1.000");
  }

  @Test
  void orderDelimiterDecimalsAndStrangersDoNotMatter() throws IOException {
    List<String> cells = new ArrayList<>();
    for (String row : rows(60, 3, ",1")) {
      String[] cell = row.split(",", -1);
      cells.add("%s;new;x;%s".formatted(cell[3], cell[0].replace('.', ',')));
    }
    Path fake = write("fake.csv", "fraud;channel;colour;amount", cells);
    CommandLineRun run = validate(fake, "--json");

    assertThat(run.err()).isEmpty();
    JsonNode json = Json.mapper().readTree(run.out());
    assertThat(json.path("validation").path("columns"))
        .extracting(JsonNode::asText)
        .containsExactly("amount", "channel");
    assertThat(json.path("validation").path("not_compared").get(0).asText()).isEqualTo("rate");
    assertThat(json.path("notes"))
        .extracting(note -> note.path("text").asText().replace(folder + "/", ""))
        .contains(
            "'fake.csv' has columns that the real rows lack: colour",
            "'fake.csv' lacks columns of the real rows: rate");
    // The amounts read as the numbers that they are: a level that no real row has fails alone.
    assertThat(json.path("validation").path("failed_gates"))
        .extracting(gate -> gate.path("metric").asText())
        .contains("mean_tvd")
        .doesNotContain("mean_ks");
    assertThat(run.code()).isEqualTo(4);
  }

  @Test
  void threeRealRowsAreAnAnswerToo() throws IOException {
    fewRealRows();
    CommandLineRun run = validate(write("fake.csv", "amount,rate,channel", rows(60, 3, "")));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("Validation could judge nothing\n")
        .contains("needs at least 20 rare training rows; there are 3");
  }

  @Test
  void whatCannotBeJudgedIsOneSentence() throws IOException {
    assertThat(complaint(write("none.csv", "amount,rate,channel", List.of())))
        .isEqualTo("synth: 'none.csv' has columns but no rows\n");
    assertThat(complaint(write("inf.csv", "amount,rate,channel", List.of("1,2,a", "inf,2,a"))))
        .isEqualTo(
            "synth: 'inf.csv', line 3: column 'amount' holds 'inf', which is infinite or beyond"
                + " 1.8e308, so it can't be modelled; write a smaller number, leave the cell empty,"
                + " or add it to data.missing (`missing: [inf]`)\n");
    assertThat(complaint(write("text.csv", "amount,rate,channel", List.of("one,2,a"))))
        .isEqualTo(
            "synth: 'amount' is typed numeric, but 1 of 1 cells are not numbers: 'one' (1,"
                + " 'text.csv', line 2)\n");
    assertThat(complaint(write("other.csv", "a,b", List.of("1,2"))))
        .isEqualTo(
            "synth: 'other.csv' has none of the columns that are compared (amount, rate, channel);"
                + " its columns are a, b\n");
    assertThat(complaint(write("normal.csv", "amount,fraud", List.of("1,0", "2,0"))))
        .isEqualTo(
            "synth: no row has '1' in the label column 'fraud'; its values are '0' (2 rows)\n");
  }

  @Test
  void referenceRowsDecideAndAReportIsWritten() throws IOException {
    Path fake = write("fake.csv", "amount,rate,channel", rows(60, 3, ""));
    Path unseen = write("unseen.csv", "amount,rate,channel,fraud", rows(60, 4, ",1"));
    Path out = folder.resolve("judged");
    CommandLineRun run = validate(fake, "--reference", "" + unseen, "--out", "" + out);

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("against rare held-out rows");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Four questions", "Does it give anyone away?", "unseen.csv");
    CommandLineRun again = validate(fake, "--out", "" + out);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("--overwrite");
    fewRealRows();
    assertThat(validate(fake, "--out", "" + out, "--overwrite").code()).isZero();
  }

  @Test
  void writesOneFileWhereTheNameIsThatOfOne() throws IOException {
    Path fake = write("fake.csv", "amount,rate,channel", rows(60, 3, ""));
    Path page = folder.resolve("new").resolve("judged.html");
    Path figures = folder.resolve("judged.json");
    assertThat(validate(fake, "--out", "" + figures).code()).isZero();
    assertThat(Json.mapper().readTree(Files.readString(figures)).path("passed").asBoolean())
        .isTrue();
    fewRealRows();
    assertThat(validate(fake, "--out", "" + page).code()).isZero();
    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>")
        .contains("identical_match_share");
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      assertThat(files).containsExactly(page);
    }
    CommandLineRun again = validate(fake, "--out", "" + figures);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .contains("judged.json exists; choose another name, or replace it with --overwrite");
    assertThat(validate(fake, "--out", "judged.pdf").err())
        .contains("--out is a folder, or a file that ends in .html or .json, and not 'judged.pdf'");
  }

  @Test
  void thePageTellsOfTheRealRowsWhatARunsPageTells() throws IOException {
    List<String> days = new ArrayList<>();
    List<String> both = new ArrayList<>(rows(40, 1, ",1"));
    both.addAll(rows(60, 2, ",0"));
    for (int row = 0; row < both.size(); row++) {
      days.add(both.get(row) + ",2025-01-%02d".formatted(1 + row % 28));
    }
    real = write("dated.csv", "amount,rate,channel,fraud,day", days);
    Path fake = write("fake.csv", "amount,rate,channel", rows(60, 3, ""));
    Path out = folder.resolve("judged");
    assertThat(validate(fake, "--out", "" + out).err()).isEmpty();

    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<h3>Labels in doubt</h3>", "<h3>Advisable split</h3>", "split: {method: ")
        .contains("<strong>Elbow</strong>", "<h3>K-means beside DBSCAN</h3>", "covered")
        .contains("Over time: &#39;day&#39;", "From 2025-01-01 to 2025-01-28.")
        .contains("Not on this page: how training went");
    JsonNode plots = Json.mapper().readTree(out.resolve("plots.json").toFile());
    assertThat(plots.at("/training/label/rare").asInt()).isEqualTo(40);
    assertThat(plots.at("/patterns/rows").asInt()).isEqualTo(40);

    real = write("rare.csv", "amount,rate,channel,fraud", rows(40, 1, ",1"));
    validate(fake, "--out", "" + out, "--overwrite");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("a label is in doubt beside the other class alone")
        .contains("Which split is advisable shows in rows of both classes alone.");
    fewRealRows();
    validate(fake, "--out", "" + out, "--overwrite");
    assertThat(Files.readString(out.resolve("report.html"))).contains("No patterns: clusters take");
  }

  /** Synthetic rows that are not there would end in 3: the place is looked at first. */
  @Test
  void aPlaceThatCannotBeWrittenToEndsInSixBeforeTheWork() throws IOException {
    Path none = folder.resolve("none.csv");
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Path blocked = folder.resolve("blocked");
    Files.createDirectories(blocked.resolve("report.html"));
    for (Path out : List.of(file, file.resolve("below"), file.resolve("page.html"), blocked)) {
      CommandLineRun run = validate(none, "--out", "" + out);
      assertThat(run.code()).as(run.err()).isEqualTo(6);
      assertThat(run.err()).contains("cannot write " + folder);
    }
    Path fresh = folder.resolve("fresh/below");
    assertThat(validate(none, "--out", "" + fresh).code()).isEqualTo(3);
    assertThat(folder.resolve("fresh")).doesNotExist();
  }

  @Test
  void aNameWithoutADotIsThatOfAFolder() throws IOException {
    Path fake = write("fake.csv", "amount,rate,channel", rows(60, 3, ""));
    fewRealRows();
    for (String name : List.of("html", "json", "csv")) {
      Path out = folder.resolve(name);
      assertThat(validate(fake, "--out", "" + out).code()).as(name).isZero();
      assertThat(out.resolve("report.html")).exists();
    }
  }

  @Test
  void numbersWithThousandsAreReadWhereTheirSeparatorsCanBeTold() throws IOException {
    String[] both = {"1.018,90;x", "12,50;x"};
    CommandLineRun grouped = validate(write("grouped.csv", "amount;channel", List.of(both)));
    assertThat(grouped.code()).as(grouped.err()).isNotEqualTo(3);
    CommandLineRun doubtful =
        validate(write("doubtful.csv", "amount;channel", List.of("1,250;x", "3,500;x")));
    assertThat(doubtful.code()).isEqualTo(3);
    assertThat(doubtful.err())
        .contains("'amount' can be read in two ways: whether the separator in '1,250' parts")
        .contains("write its numbers with a decimal point, and without thousands separators");
  }

  @Test
  void mistakesOnTheLineEndInTwo() throws IOException {
    Path fake = write("fake.csv", "amount,rate,channel", rows(20, 3, ""));
    CommandLineRun bare = CommandLineRun.of("validate", "--synthetic", "" + fake);
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.err()).contains("For example: synth validate --real a.csv");
    CommandLineRun preset = validate(fake, "--preset", "hard");
    assertThat(preset.code()).isEqualTo(2);
    assertThat(preset.err()).contains("--preset must be one of").contains("lenient");
    CommandLineRun gate = validate(fake, "--set", "validation.gates.tree_acu=off");
    assertThat(gate.code()).isEqualTo(2);
    assertThat(gate.err()).contains("did you mean 'c2st_forest'?");
  }

  /** Leaves too few real rows to judge by, where only what is written matters. */
  private void fewRealRows() throws IOException {
    real = write("real.csv", "amount,rate,channel,fraud", rows(3, 1, ",1"));
  }

  private String complaint(Path synthetic) {
    CommandLineRun run = validate(synthetic);
    assertThat(run.code()).isEqualTo(3);
    return run.err().replace(folder + "/", "");
  }

  private CommandLineRun validate(Path synthetic, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "validate",
                "--quiet",
                "--real",
                "" + real,
                "--synthetic",
                "" + synthetic,
                "--label",
                "fraud",
                "--positive",
                "1"));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  @SafeVarargs
  private Path write(String name, String header, List<String>... rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    for (List<String> part : rows) {
      lines.addAll(part);
    }
    return Files.write(folder.resolve(name), lines);
  }

  /** Rows of one law: an amount, a rate that follows it, and a channel that follows both. */
  private static List<String> rows(int count, long seed, String label) {
    RandomStream stream = new Seeds(seed).stream("rows");
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      double amount = StrictMath.exp(stream.nextGaussian());
      double rate = amount + stream.nextGaussian();
      String channel = rate > 1 ? "web" : "shop";
      rows.add(String.format(Locale.ROOT, "%.3f,%.3f,%s%s", amount, rate, channel, label));
    }
    return rows;
  }
}
