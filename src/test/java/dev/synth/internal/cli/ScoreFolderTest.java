package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.table.Duck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows scored into a folder, block by block, held against the same rows scored into one file. */
class ScoreFolderTest {
  private static final int ROWS = 600;

  @TempDir static Path folder;
  private static Path rows;

  /** The model hands the column 'note' on. */
  private static Path carrying;

  /** The model looks at all columns, so that the scored rows are numbered. */
  private static Path numbering;

  @BeforeAll
  static void fit() throws IOException, SQLException {
    rows = SmallData.csv(folder, ROWS, 60);
    carrying = fit("carrying", "exclude: [note]");
    numbering = fit("numbering", "exclude: []");
    List<String> lines = Files.readAllLines(rows);
    Files.write(folder.resolve("part-1.csv"), lines.subList(0, 251));
    List<String> rest = new ArrayList<>(lines.subList(251, lines.size()));
    rest.addFirst(lines.getFirst());
    Files.write(folder.resolve("part-2.csv"), rest);
    try (Duck duck = Duck.open(false)) {
      String from = "COPY (SELECT * FROM read_csv(" + Duck.file(rows) + ")) TO ";
      duck.execute(
          from
              + Duck.file(folder.resolve("rows.parquet"))
              + " (FORMAT parquet, ROW_GROUP_SIZE 2048)");
    }
  }

  private static Path fit(String name, String data) throws IOException {
    Path config =
        SmallData.config(
            Files.createDirectories(folder.resolve("of-" + name)),
            rows,
            "generator: {kind: mgs}",
            "data: {source: '%s', label: fraud, positive: 1, %s}".formatted(rows, data),
            "evaluation: {classifiers: [{kind: xgboost, trees: 20}], repeats: 1}");
    Path model = folder.resolve(name);
    CommandLineRun run =
        CommandLineRun.of("fit", "-q", "--config", config, "--to", model, "--out", folder);
    assertThat(run.code()).as(run.err()).isZero();
    return model;
  }

  private static CommandLineRun score(Path model, Object source, Object to, Object... more) {
    Object[] line = Stream.of("score", model, source, "--to", to).toArray();
    return CommandLineRun.of(Stream.concat(Stream.of(line), Stream.of(more)).toArray());
  }

  private static List<Path> blocks(Path scored) throws IOException {
    try (Stream<Path> files = Files.list(scored)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("block-"))
          .sorted()
          .toList();
    }
  }

  /** Returns the lines of all blocks without the headers of all but the first. */
  private static List<String> lines(Path scored) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path block : blocks(scored)) {
      List<String> own = Files.readAllLines(block);
      lines.addAll(lines.isEmpty() ? own : own.subList(1, own.size()));
    }
    return lines;
  }

  @ParameterizedTest
  // 600 rows by 250: three blocks; 250 and 350 rows by 200: two and two; 600 rows of Parquet: three
  @CsvSource({"small.csv, 250, 3", "part-*.csv, 200, 4", "rows.parquet, 250, 3"})
  void blocksHaveTheRowsOfOneFile(String source, int rowsPerFile, int count) throws IOException {
    for (Path model : List.of(carrying, numbering)) {
      Path one = folder.resolve("one.csv");
      String to = folder.resolve(model.getFileName() + "-" + count + source.charAt(0)) + ".csv/";
      assertThat(score(model, folder.resolve(source), one, "--overwrite").code()).isZero();

      CommandLineRun run =
          score(model, folder.resolve(source), to, "--rows-per-file", rowsPerFile, "--jobs", 2);

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("Scored 600 rows;").contains("Scores: " + to);
      assertThat(blocks(Path.of(to))).hasSize(count);
      assertThat(lines(Path.of(to))).isEqualTo(Files.readAllLines(one));
    }
  }

  @Test
  void theManifestHasTheHashOfEachFileAndNoJobsInIt() throws IOException {
    Path one = folder.resolve("with-1-job.parquet");
    Path two = folder.resolve("with-2-jobs.parquet");
    assertThat(score(carrying, rows, one + "/", "--rows-per-file", 250, "--jobs", 1).code())
        .isZero();
    assertThat(score(carrying, rows, two + "/", "--rows-per-file", 250, "--jobs", 2).code())
        .isZero();

    assertThat(WrittenFiles.all(two)).isEqualTo(WrittenFiles.all(one));
    JsonNode manifest = Json.mapper().readTree(Files.readString(one.resolve("_manifest.json")));
    assertThat(manifest.path("rows").asInt()).isEqualTo(ROWS);
    long alerts = 0;
    for (JsonNode file : manifest.path("files")) {
      Path block = one.resolve(file.path("file").asText());
      assertThat(file.path("sha256").asText()).isEqualTo(Hashes.ofFiles(List.of(block)));
      assertThat(file.path("bytes").asLong()).isEqualTo(Files.size(block));
      alerts += file.path("alerts").asLong();
    }
    assertThat(manifest.path("alerts").asLong()).isEqualTo(alerts).isPositive();
  }

  @Test
  void aCompressedFileIsOneBlock() throws IOException, SQLException {
    Path packed = folder.resolve("packed.csv.gz");
    try (Duck duck = Duck.open(false)) {
      String all = "(SELECT * FROM read_csv(" + Duck.file(rows) + ", all_varchar = true))";
      duck.execute("COPY " + all + " TO " + Duck.file(packed) + " (FORMAT csv, HEADER true)");
    }
    Path to = folder.resolve("of-packed");
    assertThat(score(carrying, packed, to + "/", "--rows-per-file", 250).code()).isZero();
    Path one = folder.resolve("of-plain");
    assertThat(score(carrying, rows, one + "/").code()).isZero();
    assertThat(WrittenFiles.all(to).get("block-000000.csv"))
        .isEqualTo(WrittenFiles.all(one).get("block-000000.csv"));
    assertThat(blocks(to)).hasSize(1);
  }

  @Test
  void theLocalEngineIsTheDefaultOne() {
    Path plain = folder.resolve("plain.csv");
    Path named = folder.resolve("named.csv");
    assertThat(score(carrying, rows, plain).code()).isZero();
    assertThat(score(carrying, rows, named, "--engine", "local").code()).isZero();
    assertThat(named).isRegularFile().hasSameBinaryContentAs(plain);
  }

  @Test
  void aFileWithoutRowsIsABlockWithout() throws IOException {
    Path header = folder.resolve("header.csv");
    Files.writeString(header, Files.readAllLines(rows).getFirst() + "\n");
    Path to = folder.resolve("of-header");
    assertThat(score(carrying, header, to + "/").code()).isZero();
    assertThat(lines(to)).containsExactly("note,score,probability,decision");
  }

  @Test
  void aBrokenRowIsNamedByItsNumberInAllFilesAndNothingIsLeft() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(rows));
    lines.set(420, lines.get(420).replaceFirst("[0-9.]+,", "much,"));
    Path broken = Files.write(folder.resolve("broken.csv"), lines);
    Path to = folder.resolve("never");

    CommandLineRun run = score(carrying, broken, to + "/", "--rows-per-file", 250);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("row 420: the column 'amount' should hold a number");
    assertThat(to).doesNotExist();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith(".never"));
    }
    CommandLineRun lenient =
        score(carrying, broken, to + "/", "--rows-per-file", 250, "--lenient", "--json");
    assertThat(lenient.code()).as(lenient.err()).isZero();
    JsonNode json = Json.mapper().readTree(lenient.out());
    assertThat(json.path("odd").path("misfits").path("amount").asInt()).isEqualTo(1);
    assertThat(json.path("scored").asText()).isEqualTo(to + "/");
  }

  @Test
  void aFolderThatIsThereIsReplacedOnlyIfItIsOne() throws IOException {
    Path to = folder.resolve("twice");
    assertThat(score(carrying, rows, to + "/").code()).isZero();
    assertThat(score(carrying, rows, to).err()).contains("twice exists");
    assertThat(score(carrying, rows, to, "--overwrite").code()).isZero();
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.txt"), "mine");
    CommandLineRun refused = score(carrying, rows, foreign, "--overwrite");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("is no folder of drawn or scored rows");
    assertThat(foreign.resolve("thesis.txt")).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--rows-per-file 9 | --rows-per-file goes with a folder; name it with --to FOLDER/ | 2",
        "--engine spark | the engine 'spark' is not here | 6",
        "--engine sparc | there is no engine 'sparc'; here there is local | 2"
      })
  void whatDoesNotGoIsToldInASentence(String text) {
    List<String> parts = Stream.of(text.split(" \\| ", -1)).toList();
    Object[] more = parts.getFirst().split(" ", -1);

    CommandLineRun run = score(carrying, rows, folder.resolve("not.csv"), more);

    assertThat(run.err()).contains(parts.get(1)).hasLineCount(1);
    assertThat(run.code()).isEqualTo(Integer.parseInt(parts.get(2)));
  }

  @Test
  void jsonIsScoredIntoOneFile() throws IOException {
    Path json = Files.writeString(folder.resolve("rows.json"), "{\"amount\": 1}");
    CommandLineRun run = score(carrying, json, folder.resolve("of-json") + "/");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is JSON, whose rows are scored into one file");
    assertThat(score(carrying, rows, "hdfs://host/rows/").err())
        .contains("is on storage that only an engine such as spark reaches")
        .hasLineCount(1);
    assertThat(score(carrying, rows, folder.resolve("n") + "/", "--rows-per-file", 0).err())
        .contains("must be at least 1, but is 0");
    assertThat(score(carrying, rows, folder.resolve("n") + "/", "--history", rows).err())
        .contains("computes no features, so that it needs no history");
  }

  @Test
  void aModelOfWhatWasBeforeIsScoredIntoOneFile() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("past.yaml"),
            """
            data: {source: demo, demo_rows: 8000}
            features: {event_id: transaction_id, forget: 60d, entities: {card_id: [{count: [1d]}]}}
            split: {method: time}
            generator: {kind: oversample}
            augmentation: {ratio: 0.1}
            evaluation: {classifiers: [{kind: xgboost, trees: 5}]}
            """);
    Path model = folder.resolve("past");
    CommandLineRun fitted =
        CommandLineRun.of("fit", "-q", "--config", config, "--to", model, "--out", folder);
    assertThat(fitted.code()).as(fitted.err()).isZero();

    CommandLineRun run = score(model, rows, folder.resolve("of-past") + "/");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("past computes features of the rows before each row")
        .hasLineCount(1);
  }
}
