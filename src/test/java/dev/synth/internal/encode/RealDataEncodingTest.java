package dev.synth.internal.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.FeatureEncoder.QuantileRows;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.RowRules;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Splitter;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files split, encoded, decoded and reviewed; skipped where they are absent. */
@Tag("slow")
class RealDataEncodingTest {
  private static final Path DATA = Path.of("..", "shared", "data");

  /** Enough to meet each trouble of a file, and few enough for a wide encoding in memory. */
  private static final int MOST_ROWS = 5000;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "abalone19.csv, Class, positive",
    "auto_insurance_claims.csv, fraud_reported, Y",
    "bank_marketing.csv, y, yes",
    "car_good.csv, Class, positive",
    "creditcard_ulb_sample.csv.gz, Class, 1",
    "ecommerce_fraud_part.csv, class, 1",
    "fdh_window_2018-07-25_08-14.csv.gz, TX_FRAUD, 1",
    "flare_f.csv, Class, positive",
    "give_me_some_credit.csv.gz, SeriousDlqin2yrs, 1",
    "hypothyroid.csv, class, hypothyroid",
    "islr_default.csv, default, Yes",
    "kdd_smtp.csv.gz, label, 1",
    "kddcup_rootkit_imap_vs_back.csv, Class, positive",
    "mammography.csv, class, 1",
    "nslkdd20_r2l_u2r.csv, is_r2l_or_u2r, 1",
    "page_blocks0.csv, Class, positive",
    "polish_bankruptcy_5year.csv, class, 1",
    "sick.csv, Class, sick",
    "yeast5.csv, Class, positive"
  })
  void trainingRowsSurviveTheRoundTripAndTheirRules(String file, String label, String positive) {
    Path path = DATA.resolve(file);
    assumeThat(Files.exists(path)).as("%s is there", path).isTrue();
    LabelledTable rows = TableReader.read(options(path, label, positive), Context.quiet(1)).rows();
    SplitOptions options = new SplitOptions(SplitOptions.Method.RANDOM, 0.2, 0.2, Duration.ZERO, 1);
    Split split = Splitter.split(rows, options, null, null, new Seeds(1));
    FeatureEncoder encoder = FeatureEncoder.fit(split.training(), QuantileRows.RARE);
    int[] first = IntStream.range(0, Math.min(MOST_ROWS, split.training().rowCount())).toArray();
    Table all = split.training().rows().features();
    Table some = all.rows(first);

    Table decoded = encoder.decode(encoder.encode(some));

    SameTables.assertSame(decoded, some, all);
    Table rare = encoder.decode(encoder.encode(split.training().rare()));
    assertThat(RowRules.fit(split.training(), List.of()).review(rare).rejections()).isEmpty();
  }

  private static DataOptions options(Path path, String label, String positive) {
    return DataOptions.of(path.toString(), label, positive).withMissing(List.of("NA", "?"));
  }
}
