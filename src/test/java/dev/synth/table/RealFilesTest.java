package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows, positives and missing cells of real files, counted by pandas when they were collected. */
class RealFilesTest {
  private static final Path DATA = Path.of("..", "shared", "data");

  @ParameterizedTest
  @Tag("slow")
  @CsvSource(
      delimiter = '|',
      value = {
        // file | label | positive | rows | positives | numeric, categorical, timestamp, identifier
        // | missing cells
        "abalone19.csv|Class|positive|4174|32|7/1/0/0|0",
        "auto_insurance_claims.csv|fraud_reported|Y|1000|247|17/18/2/2|1881",
        "bank_marketing.csv|y|yes|41188|4640|10/10/0/0|0",
        "car_good.csv|Class|positive|1728|69|0/6/0/0|0",
        "creditcard_ulb_sample.csv.gz|Class|1|16974|492|30/0/0/0|0",
        "ecommerce_fraud_part.csv|class|1|51689|4832|2/4/2/1|0",
        "fdh_window_2018-07-25_08-14.csv.gz|TX_FRAUD|1|201295|1792|20/0/1/1|0",
        "flare_f.csv|Class|positive|1066|43|9/2/0/0|0",
        "give_me_some_credit.csv.gz|SeriousDlqin2yrs|1|150000|10026|10/0/0/1|33655",
        "hypothyroid.csv|class|hypothyroid|3163|151|7/18/0/0|5329",
        "islr_default.csv|default|Yes|10000|333|2/1/0/0|0",
        "kdd_smtp.csv.gz|label|1|95156|30|3/0/0/0|0",
        "kddcup_rootkit_imap_vs_back.csv|Class|positive|2225|22|38/3/0/0|0",
        "mammography.csv|class|1|11183|260|6/0/0/0|0",
        "nslkdd20_r2l_u2r.csv|is_r2l_or_u2r|1|25192|220|38/3/0/0|0",
        "page_blocks0.csv|Class|positive|5472|559|10/0/0/0|0",
        "polish_bankruptcy_5year.csv|class|1|5910|410|64/0/0/0|4666",
        "sick.csv|Class|sick|3772|231|6/23/0/0|6064",
        "yeast5.csv|Class|positive|1484|44|8/0/0/0|0",
      })
  void readsEveryRealFile(
      String name,
      String label,
      String positive,
      int rows,
      int positives,
      String types,
      int missing) {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not there; skipped");
    LabelledTable read = Reading.of(file, label, positive).read().rows();
    assertThat(read.rowCount()).isEqualTo(rows);
    assertThat(read.rareCount()).isEqualTo(positives);
    assertThat(types(read.features().schema())).isEqualTo(types);
    assertThat(
            IntStream.range(0, read.features().schema().columns().size())
                .map(column -> read.features().cells(column).missingCount())
                .sum())
        .isEqualTo(missing);
  }

  private static String types(Schema schema) {
    int[] counts = new int[4];
    for (Column column : schema.columns()) {
      int kind =
          switch (column.type()) {
            case ColumnType.Numeric numeric -> 0;
            case ColumnType.Categorical categorical -> 1;
            case ColumnType.Timestamp timestamp -> 2;
            case ColumnType.TimeOfDay time -> 2;
            case ColumnType.Identifier identifier -> 3;
          };
      counts[kind]++;
    }
    return "%d/%d/%d/%d".formatted(counts[0], counts[1], counts[2], counts[3]);
  }
}
