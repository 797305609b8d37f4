package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.files.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code synth generate --from}: drawing from a run whose data is gone. */
class GenerateFromTest {
  @TempDir private static Path out;
  @TempDir private static Path folder;

  @BeforeAll
  static void makeARun() throws IOException {
    Path data = SmallData.csv(folder, 600, 60);
    Path config =
        SmallData.config(folder, data, "rules: [amount > 5]", "generate: {where: {channel: web}}");
    CommandLineRun run = CommandLineRun.withConfig("generate", config, out, "--run-name", "mine");
    assertThat(run.code()).as(run.err()).isZero();
    Files.delete(data);
  }

  @Test
  void theConfigsOwnRowsAreAsTheConfigAsks() throws IOException {
    List<String> rows = Files.readAllLines(out.resolve("synthetic-out/mine/synthetic.csv"));
    assertThat(rows).hasSizeGreaterThan(50);
    assertThat(rows.subList(1, rows.size())).allMatch(row -> row.contains(",web,"));
  }

  @Test
  void drawsTheSameBytesFromTheSameSeedWhateverTheNumberOfJobs() throws IOException {
    Path first = draw("a.csv", "--rows", "25000", "--seed", "9", "--jobs", "1");
    Path again = draw("b.csv", "--rows", "25000", "--seed", "9", "--jobs", "3");
    Path other = draw("c.csv", "--rows", "25000", "--seed", "10");

    assertThat(again).hasSameBinaryContentAs(first);
    List<String> rows = Files.readAllLines(first);
    assertThat(rows).hasSize(25_001).first().isEqualTo("amount,hour,channel,note,fraud");
    assertThat(rows.subList(1, rows.size()))
        .allMatch(row -> row.endsWith(",1"))
        .allMatch(row -> Double.parseDouble(row.substring(0, row.indexOf(','))) > 5);
    // Of 99 times 99 pairs of rows a few may be equal by chance: columns have few values.
    assertThat(Files.readAllLines(other).subList(1, 100))
        .filteredOn(rows.subList(1, 100)::contains)
        .hasSizeLessThan(10);
  }

  @Test
  void theFirstRowsDoNotDependOnHowManyBatchesFollow() throws IOException {
    List<String> few = Files.readAllLines(draw("few.csv", "--rows", "20000"));
    List<String> more = Files.readAllLines(draw("more.csv", "--rows", "40000"));
    assertThat(more.subList(0, few.size())).isEqualTo(few);
  }

  @Test
  void writesTheFormatThatTheNameAsksFor() throws IOException {
    Path plain = draw("rows.csv", "--rows", "500");
    try (GZIPInputStream packed =
        new GZIPInputStream(Files.newInputStream(draw("rows.csv.gz", "--rows", "500")))) {
      assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(Files.readString(plain));
    }
    assertThat(Files.readString(draw("rows.parquet", "--rows", "500"), StandardCharsets.ISO_8859_1))
        .startsWith("PAR1");
  }

  @Test
  void drawsRowsThatHaveGivenValues() throws IOException {
    Path shop = draw("shop.csv", "--rows", "100", "--where", "channel=shop", "--where", "note=n1");
    List<String> rows = Files.readAllLines(shop);
    assertThat(rows).hasSize(101);
    assertThat(rows.subList(1, 101)).allMatch(row -> row.contains(",shop,n1,"));
  }

  @Test
  void aFolderHasTheRowsOfTheFileBlockByBlock() throws IOException {
    String[] order = {"--rows", "25000", "--seed", "9", "--where", "hour=3"};
    List<String> rows = Files.readAllLines(draw("whole.csv", order));
    Path folder = draw("blocks/", with(order, "--rows-per-file", "10000", "--jobs", "2"));

    List<String> joined = new ArrayList<>(rows.subList(0, 1));
    JsonNode manifest = Json.mapper().readTree(folder.resolve("_manifest.json").toFile());
    for (JsonNode file : manifest.path("files")) {
      Path block = folder.resolve(file.path("file").asText());
      List<String> own = Files.readAllLines(block);
      assertThat(own).first().isEqualTo(rows.getFirst());
      assertThat(own).hasSize(file.path("rows").asInt() + 1);
      assertThat(Files.size(block)).isEqualTo(file.path("bytes").asLong());
      assertThat(Hashes.ofFiles(List.of(block))).isEqualTo(file.path("sha256").asText());
      joined.addAll(own.subList(1, own.size()));
    }
    assertThat(joined).isEqualTo(rows);
    assertThat(manifest.path("rejected").elements()).as("some draws were rejected").hasNext();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("and no other file").hasSize(manifest.path("files").size() + 1);
    }
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(Path::getFileName).map(String::valueOf))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void aSmallFolderHasOneBlockInTheFormatOfItsName() {
    Path folder = draw("few.parquet/", "--rows", "50");
    assertThat(folder.resolve("block-000000.parquet")).isNotEmptyFile();
    assertThat(folder.resolve("block-000001.parquet")).doesNotExist();
  }

  @Test
  void aFolderIsReplacedOnRequestAndOnlyIfItHasAManifest() throws IOException {
    draw("again/", "--rows", "50");
    CommandLineRun second = from("mine", "--rows", "50", "--to", out + "/again/");
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.err()).contains("exists").contains("--overwrite");
    draw("again/", "--rows", "40");

    Path foreign = Files.createDirectory(out.resolve("foreign"));
    Path precious = Files.writeString(foreign.resolve("thesis.txt"), "mine");
    CommandLineRun refused = from("mine", "--rows", "9", "--overwrite", "--to", out + "/foreign/");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("is no folder of drawn or scored rows");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void theLocalEngineIsTheDefaultOne() throws IOException {
    Path plain = draw("plain.csv", "--rows", "50");
    Path named = draw("named.csv", "--rows", "50", "--engine", "local");
    assertThat(named).isRegularFile().hasSameBinaryContentAs(plain);
  }

  @Test
  void thereIsNoSparkWithoutItsJar() {
    CommandLineRun run = from("mine", "--rows", "9", "--to", out + "/x", "--engine", "spark");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains("Spark jar").contains("docs/spark.md").doesNotContain("\tat ");
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void putsTheFileBesideTheRunAndReplacesNothing() {
    CommandLineRun first = from("mine", "--seed", "3", "--rows", "10");
    Path expected = out.resolve("synthetic-out/mine-seed-3.csv");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).isEqualTo(expected + ": 10 synthetic rows, seed 3\n");

    CommandLineRun second = from("mine", "--seed", "3", "--rows", "10");
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.err()).contains("exists").contains("--overwrite");
    assertThat(from("mine", "--seed", "3", "--rows", "10", "--overwrite").code()).isZero();
  }

  @Test
  void findsTheRunByAnythingInItAndTellsTheResultToMachines() {
    for (String given : List.of("", "model", "model/model.json", "synthetic.csv")) {
      Path path = out.resolve("synthetic-out/mine").resolve(given);
      CommandLineRun run =
          from(path.toString(), "--rows", "5", "--to", out + "/found.csv", "--overwrite", "--json");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("\"rows\": 5").contains("\"drawn\": ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from mine --engine spark | draws to a folder; name it with --to",
        "--from mine --engine sprak | there is no engine 'sprak'; here there is local",
        "--from mine --engine lokal --to x | there is no engine 'lokal'; here there is local; did"
            + " you mean 'local'?",
        "--from mine --rows-per-file 10000 --to a.csv | goes with a folder",
        "--from mine --to x/ --rows-per-file 15000 | --rows-per-file must be a multiple of 10000",
        "--config a.yaml --engine spark | --engine goes with --from",
        "--from mine --config a.yaml | --config does not go with --from",
        "--from mine --set seed=1 | --set does not go with --from",
        "--config a.yaml --rows 10 | --rows goes with --from",
        "--from mime | there is no run 'mime'; did you mean 'mine'?",
        "--from nothing-like-it | there are ",
        "--from pom.xml | is a file; --from takes a finished run",
        "--from mine --rows 0 | --rows must be at least 1, but is 0",
        "--from mine --to-table a.b.c | --to-table must be a name, or a schema and a name with",
        "--from mine --to-table t --to-jdbc x | --to-jdbc must be a URL that begins with jdbc:",
        "--from mine --to-table t --to-jdbc jdbc:no:x | name the driver's jar with --driver-path",
        "--from mine --to-table t --to-jdbc jdbc:no:x --driver-path no.jar"
            + " | there is no file 'no.jar' with the database's driver",
        "--from mine --to rows.txt | end the name in .csv, .csv.gz or .parquet",
        "--from mine --where chanel=web | no modelled column 'chanel'; did you mean 'channel'?",
        "--from mine --where channel=wep | no level 'wep' in the training rows; did you mean"
            + " 'web'?",
        "--from mine --where channel=1 | it has shop, web",
        "--from mine --where hour=25 | 'hour' is in [0, 23], but is asked to be 25",
        "--from mine --where hour=1.5 | has at most 0 decimals",
        "--from mine --where hour=noon | is no number",
        "--from mine --where fraud=1 | is the label, and every drawn row is of the rare class",
        "--from mine --where hour>3 | --where takes COLUMN=VALUE",
        "--from mine --where hour=3 --where hour=4 | two values",
      })
  void saysWhatIsWrong(String arguments, String message) {
    List<String> line = new ArrayList<>(List.of("generate"));
    line.addAll(List.of(arguments.split(" ", -1)));
    if (arguments.contains("--from")) {
      line.addAll(List.of("--out", out.toString()));
    }
    CommandLineRun run = CommandLineRun.of(line.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void saysWhenRowsAreTooRareToBeDrawn() {
    CommandLineRun run =
        from(
            "mine",
            "--to",
            out + "/rare.csv",
            "--where",
            "channel=shop",
            "--where",
            "amount=77.77");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("drawn rows satisfy the rules").contains("too rare");
    assertThat(out.resolve("rare.csv")).doesNotExist();
  }

  @Test
  void refusesARunWhoseRulesAreGoneOrDamaged() throws IOException {
    Path copy = Files.createDirectories(out.resolve("synthetic-out/broken/model"));
    Path model = out.resolve("synthetic-out/mine/model");
    for (String file : List.of("model.json", "tensors.bin")) {
      Files.copy(model.resolve(file), copy.resolve(file));
    }
    assertThat(from("broken").err()).contains("has no model/rules.json").contains("--rerun");

    String rules = Files.readString(model.resolve("rules.json"));
    Files.writeString(copy.resolve("rules.json"), rules.replace("\"digits\": 2", "\"digits\": 12"));
    assertThat(from("broken").err())
        .contains("is damaged")
        .contains("'digits' is not in [0, 9]: 12"); // of the steps that amounts have
    Files.writeString(
        copy.resolve("rules.json"), rules.replace("\"version\": 1", "\"version\": 2"));
    assertThat(from("broken").code()).isEqualTo(3);
    Files.writeString(copy.resolve("rules.json"), rules.replace("\"hour\"", "\"stunde\""));
    assertThat(from("broken").err()).contains("the model and its rules have different columns");
  }

  private static Path draw(String file, String... more) {
    List<String> line = new ArrayList<>(List.of("--to", out + "/" + file, "--overwrite"));
    line.addAll(List.of(more));
    CommandLineRun run = from("mine", line.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return out.resolve(file);
  }

  private static CommandLineRun from(String run, String... more) {
    List<String> line =
        new ArrayList<>(List.of("generate", "--from", run, "--out", out.toString()));
    line.addAll(List.of(more));
    return CommandLineRun.of(line.toArray(String[]::new));
  }
}
