package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole loop on real files with a config of a few lines; skipped where they are absent. */
@Tag("slow")
class RealDataTest {
  private static final Path DATA = Path.of("..", "shared", "data");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // file | label | positive | further keys of the data section | augmentation | failed gate
        "creditcard_ulb_sample.csv.gz | Class | 1 | | ratio: 0.1 |",
        "fdh_window_2018-07-25_08-14.csv.gz | TX_FRAUD | 1 | , exclude: [TRANSACTION_ID,"
            + " TERMINAL_ID, TX_FRAUD_SCENARIO], group: CUSTOMER_ID | ratio: 0.1 |",
        "nslkdd20_r2l_u2r.csv | is_r2l_or_u2r | 1 | | ratio: 0.1 |",
        "hypothyroid.csv | class | hypothyroid | | ratio: 0.1 |",
        "car_good.csv | Class | positive | | ratio: 0.1 |",
        "auto_insurance_claims.csv | fraud_reported | Y | | multiply: 1 |",
        "give_me_some_credit.csv.gz | SeriousDlqin2yrs | 1 | , exclude: [Id] | ratio: 0.1 |",
      })
  void runsThrough(
      String file,
      String label,
      String positive,
      String more,
      String augmentation,
      String failedGate)
      throws IOException {
    Path data = DATA.resolve(file);
    assumeThat(Files.exists(data)).as("%s is there", data).isTrue();
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            data: {source: '%s', label: %s, positive: %s%s}
            augmentation: {%s}
            evaluation: {repeats: 1}
            """
                .formatted(data, label, positive, more == null ? "" : more, augmentation));

    CommandLineRun run =
        CommandLineRun.withConfig("generate", config, folder, "--run-name", "real", "--force");

    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(failedGate == null ? 0 : 4);
    if (failedGate != null) {
      assertThat(run.out()).contains("1 failed.", "Failed: " + failedGate);
    }
    assertThat(run.out()).contains("one repeat").contains("average precision");
    List<String> synthetic = Files.readAllLines(folder.resolve("synthetic-out/real/synthetic.csv"));
    assertThat(synthetic).hasSizeGreaterThan(8);
    assertThat(synthetic.getFirst().split(",")).contains(label);
    assertThat(folder.resolve("evaluation/real/DONE")).exists();
  }
}
