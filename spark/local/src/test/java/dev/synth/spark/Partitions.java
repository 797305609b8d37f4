package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Commands on Spark whose partitions must not show in what they write. */
final class Partitions {
  private static final int[] COUNTS = {1, 2, 7};

  private Partitions() {}

  /**
   * Runs a command with several numbers of partitions, and holds its files against those that were
   * made here.
   *
   * @param here the folder that the local tool wrote
   * @param files the names of the files that must be the same
   * @param command gives the command that writes to a folder
   * @param codes the exit codes that it may have
   */
  static void giveTheSame(
      Path folder,
      String here,
      List<String> files,
      Function<String, String[]> command,
      Integer... codes) {
    for (int partitions : COUNTS) {
      String name = here + "-by-" + partitions;
      Map<String, String> conf =
          Map.of(
              "spark.master",
              partitions == 1 ? "local[1]" : "local[2]",
              "spark.default.parallelism",
              String.valueOf(partitions));
      Commands.Ended ended = Commands.spark(folder, conf, command.apply(name));
      assertThat(ended.code()).as(ended.err()).isIn((Object[]) codes);
      for (String file : files) {
        assertThat(folder.resolve(name).resolve(file))
            .hasSameBinaryContentAs(folder.resolve(here).resolve(file));
      }
    }
  }
}
