package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows selected on Spark in one process, held against those of the local tool. */
class SparkSelectionTest {
  private static final int FILES = 8;
  private static final int ROWS = 500;
  private static final List<String> WRITTEN = List.of("rows.parquet", "selection.json");

  /** Two kinds of entities: a channel has half the rows, an amount a few. */
  private static final String FEATURES =
      "{event_id: row, forget: 3000s, calendar: {fields: [hour]}, entities: {channel:"
          + " [time-since-last, {mean: {of: amount, over: [200s, last 3]}}], amount:"
          + " [{count: [ever]}, {distinct: {of: channel, over: 900s}}]}}";

  @TempDir private static Path folder;

  @BeforeAll
  static void selectHere() throws IOException {
    for (int file = 0; file < FILES; file++) {
      StringBuilder rows = new StringBuilder("t,row,amount,channel,fraud\n");
      for (int row = file; row < FILES * ROWS; row += FILES) {
        rows.append(
            String.format(
                Locale.ROOT,
                "%d,r%d,%.2f,%s,%d%n",
                row,
                row,
                7919 * row % 991 / 7.0,
                row % 7 < 2 ? "web" : "shop",
                row % 20 == 0 ? 1 : 0));
      }
      Files.writeString(folder.resolve("part-" + file + ".csv"), rows);
    }
    Files.writeString(
        folder.resolve("large.yaml"),
        """
        data: {source: 'part-*.csv', label: fraud, positive: 1, time: t}
        split: {method: time, validation: 0.2, test: 0.2}
        """);
    Commands.Ended ended = Commands.plain(folder, select("here"));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void anyPartitionsGiveTheSameFiles() {
    Partitions.giveTheSame(folder, "here", WRITTEN, to -> select(to, "--engine", "spark"), 0);
  }

  @Test
  void anyPartitionsMakeTheSameFeatures() {
    String[] features = {"--set", "features=" + FEATURES};
    Commands.Ended plain = Commands.plain(folder, select("made-here", features));
    assertThat(plain.code()).as(plain.err()).isZero();
    String[] there =
        Stream.concat(Stream.of(features), Stream.of("--engine", "spark")).toArray(String[]::new);
    Partitions.giveTheSame(folder, "made-here", WRITTEN, to -> select(to, there), 0);
  }

  /** Parts are hashes of rows and of groups; test rows are never sampled. */
  @Test
  void splitsAtRandomAndByGroupAreTheSame() throws IOException {
    String[][] splits = {
      {"--set", "split.method=random"},
      {"--set", "split.method=group", "--set", "data.group=amount"}
    };
    for (int split = 0; split < splits.length; split++) {
      String here = "split-here-" + split;
      Commands.Ended plain = Commands.plain(folder, select(here, splits[split]));
      assertThat(plain.code()).as(plain.err()).isZero();
      for (int partitions : new int[] {1, 7}) {
        String name = "split-" + split + "-" + partitions;
        Map<String, String> conf =
            Map.of(
                "spark.master",
                "local[2]",
                "spark.default.parallelism",
                String.valueOf(partitions));
        String[] there =
            Stream.concat(Stream.of(splits[split]), Stream.of("--engine", "spark"))
                .toArray(String[]::new);
        Commands.Ended ended = Commands.spark(folder, conf, select(name, there));

        assertThat(ended.code()).as(ended.err()).isZero();
        for (String file : new String[] {"rows.parquet", "selection.json"}) {
          assertThat(folder.resolve(name).resolve(file))
              .hasSameBinaryContentAs(folder.resolve(here).resolve(file));
        }
      }
    }
  }

  /** A scheme that only Hadoop's configuration knows, as that of a store is. */
  @Test
  void aSchemeOfItsOwnIsFetchedToo() throws IOException {
    Path apart = Files.createDirectories(folder.resolve("apart/days"));
    for (int file = 0; file < FILES; file++) {
      String name = "part-" + file + ".csv";
      Files.copy(folder.resolve(name), apart.resolve(name));
    }
    Commands.Ended ended =
        Commands.spark(
            folder,
            Map.of("spark.hadoop.fs.apart.impl", ApartFileSystem.class.getName()),
            select(
                "apart-fetched",
                "--engine",
                "spark",
                "--set",
                "data.source=apart:///days/part-*.csv"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(folder.resolve("apart-fetched/rows.parquet"))
        .hasSameBinaryContentAs(folder.resolve("here/rows.parquet"));
  }

  /** Hadoop has the machine's own files too, under a scheme. */
  @Test
  void filesOfAnotherFileSystemAreFetched() throws IOException {
    String source = "data.source=file://" + folder.toAbsolutePath() + "/part-*.csv";
    Commands.Ended ended =
        Commands.spark(folder, Map.of(), select("fetched", "--engine", "spark", "--set", source));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(folder.resolve("fetched/rows.parquet"))
        .hasSameBinaryContentAs(folder.resolve("here/rows.parquet"));
    assertThat(folder.resolve("fetched/copies")).doesNotExist();

    Commands.Ended none =
        Commands.spark(
            folder,
            Map.of(),
            select("none", "--engine", "spark", "--set", source.replace("part", "nothing")));
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("no file matches 'file:///").doesNotContain("\tat ");
  }

  @Test
  void aFileOfAnotherShapeIsASentence() throws IOException {
    Files.writeString(folder.resolve("odd-1.csv"), "t,fraud\n1,0\n2,1\n");
    Files.writeString(folder.resolve("odd-2.csv"), "t,label\n1,0\n2,1\n");
    Commands.Ended ended =
        Commands.spark(
            folder,
            Map.of(),
            select("none", "--engine", "spark", "--set", "data.source=odd-*.csv"));

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("odd-2.csv' has other columns").doesNotContain("\tat ");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private static String[] select(String to, String... more) {
    return Stream.concat(
            Stream.of("select", "-c", "large.yaml", "--majority", "300", "--to", to),
            Stream.of(more))
        .toArray(String[]::new);
  }
}
