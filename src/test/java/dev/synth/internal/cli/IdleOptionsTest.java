package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option that could change nothing is refused in a sentence, before any work. */
class IdleOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          generate --from a --driver-path x.jar | --driver-path is for a table of a database
          generate --config a.yaml --rows 5 | with a config say --set generate.rows=N
          generate --config a.yaml --seed 5 | with a config say --set seed=N
          generate --config a.yaml --to b.csv | --to goes with --from RUN
          generate --config a.yaml --dry-run --json | --json does not go with --dry-run
          evaluate --config a.yaml --dry-run --json | --json does not go with --dry-run
          compare --config a.yaml --dry-run --json | --json does not go with --dry-run
          augment --config a.yaml --dry-run --json | --json does not go with --dry-run
          validate --config a.yaml --synthetic b --show-rows | --show-rows is for what --out names
          validate --config a.yaml --synthetic b --overwrite | --overwrite is for what --out names
          validate --config a.yaml --synthetic b --out c.json --show-rows | --show-rows is for a page
          profile a.csv --seed 5 | --seed is about clusters; say --clusters too
          profile a.csv --overwrite | --overwrite is for the page of --out
          profile --config a.yaml --label y | --label goes with a data file
          profile a.csv --clusters --rfm a,b,c --columns d | --columns does not go with --rfm
          report a --overwrite | --overwrite is for the file of --out
          runs clean --dry-run --yes | say one of them
          runs --out nowhere | --out names no folder: nowhere
          completion bash --all x | --all writes the scripts of all shells
          retrain --champion m --rows r --seconds 5 | --seconds needs --mlflow
          retrain --champion m --rows r --token-env T | --token-env needs --mlflow
          monitor m --rows r --id i | --id names the rows that --labels are of
          fit --config a.yaml --to m --unjudged | name it with --arm
          serve m --log-rows 5 | --log-rows is about the log; name its folder with --log
          serve m --tls-password-file p | --tls-password-file is that of --tls-keystore
          """)
  void isRefused(String line, String why) {
    CommandLineRun run = CommandLineRun.of((Object[]) line.split(" ", -1));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(why).doesNotContain("\tat ");
    assertThat(List.of(run.err().split("\n", -1))).hasSizeLessThanOrEqualTo(3);
  }
}
