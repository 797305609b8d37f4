package dev.synth.benchmarks;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The real data sets of the benchmarks, read from a folder beside the project. */
public enum BenchmarkSet {
  CREDITCARD(Half.DEVELOPMENT, "creditcard_ulb_sample.csv.gz", "Class", "1", "[]"),
  MAMMOGRAPHY(Half.DEVELOPMENT, "mammography.csv", "class", "1", "[]"),
  NSLKDD20(Half.DEVELOPMENT, "nslkdd20_r2l_u2r.csv", "is_r2l_or_u2r", "1", "[]"),
  POLISH_BANKRUPTCY(Half.DEVELOPMENT, "polish_bankruptcy_5year.csv", "class", "1", "[]"),
  HYPOTHYROID(Half.UNTOUCHED, "hypothyroid.csv", "class", "hypothyroid", "[]"),
  BANK_MARKETING(Half.UNTOUCHED, "bank_marketing.csv", "y", "yes", "[duration]"),
  FDH_WINDOW(
      Half.UNTOUCHED,
      "fdh_window_2018-07-25_08-14.csv.gz",
      "TX_FRAUD",
      "1",
      "[TRANSACTION_ID, CUSTOMER_ID, TERMINAL_ID, TX_DATETIME, TX_TIME_SECONDS, TX_TIME_DAYS,"
          + " TX_FRAUD_SCENARIO]"),
  PAGE_BLOCKS0(Half.UNTOUCHED, "page_blocks0.csv", "Class", "positive", "[]"),
  ABALONE19(Half.BEYOND, "abalone19.csv", "Class", "positive", "[]"),
  AUTO_INSURANCE(
      Half.BEYOND,
      "auto_insurance_claims.csv",
      "fraud_reported",
      "Y",
      "[policy_number, incident_location, _c39]"),
  CAR_GOOD(Half.BEYOND, "car_good.csv", "Class", "positive", "[]"),
  ECOMMERCE_FRAUD(Half.BEYOND, "ecommerce_fraud_part.csv", "class", "1", "[user_id, device_id]"),
  FLARE_F(Half.BEYOND, "flare_f.csv", "Class", "positive", "[]"),
  GIVE_ME_SOME_CREDIT(Half.BEYOND, "give_me_some_credit.csv.gz", "SeriousDlqin2yrs", "1", "[Id]"),
  ISLR_DEFAULT(Half.BEYOND, "islr_default.csv", "default", "Yes", "[]"),
  KDD_SMTP(Half.BEYOND, "kdd_smtp.csv.gz", "label", "1", "[]"),
  KDDCUP_ROOTKIT(Half.BEYOND, "kddcup_rootkit_imap_vs_back.csv", "Class", "positive", "[]"),
  SICK(Half.BEYOND, "sick.csv", "Class", "sick", "[TBG]"),
  YEAST5(Half.BEYOND, "yeast5.csv", "Class", "positive", "[]");

  /** More rows of the other class would change times more than results. */
  private static final int MOST_OTHERS = 10_000;

  /** The use that a set is kept for. */
  enum Half {
    /** Defaults were chosen on these. */
    DEVELOPMENT,
    /** These were only reported. */
    UNTOUCHED,
    /** These have no part in the benchmark of generators, only in that of {@code auto}. */
    BEYOND
  }

  private final Half half;
  private final String file;
  private final String label;
  private final String positive;
  private final String excluded;

  BenchmarkSet(Half half, String file, String label, String positive, String excluded) {
    this.half = half;
    this.file = file;
    this.label = label;
    this.positive = positive;
    this.excluded = excluded;
  }

  Half half() {
    return half;
  }

  /** Returns the sets of the benchmark of generators. */
  static List<BenchmarkSet> ofGenerators() {
    return Arrays.stream(values()).filter(set -> set.half != Half.BEYOND).toList();
  }

  /** Returns the name in results, such as {@code page-blocks0}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a config's data section for a file that holds what {@link #read} keeps. */
  String dataSection(Path source) {
    return dataSection(source, "[]");
  }

  private String dataSection(Path source, String without) {
    return PlainText.of(
        "data: {source: '%s', label: %s, positive: '%s', exclude: %s}",
        source, label, positive, without);
  }

  /** Reads the set: all rare rows, and at most 10,000 others, always the same ones. */
  LabelledTable read(Path folder) {
    LabelledTable all = readAll(folder);
    int[] others = IntStream.range(0, all.rowCount()).filter(row -> !all.isRare(row)).toArray();
    RandomStream stream = new Seeds(0).stream("benchmark/" + title());
    stream.shuffle(others);
    IntStream kept = Arrays.stream(others).limit(MOST_OTHERS);
    return all.rows(IntStream.concat(all.rareRows().stream(), kept).sorted().toArray());
  }

  /** Reads all rows of the set. */
  public LabelledTable readAll(Path folder) {
    return TableReader.read(options(folder), Context.quiet(0)).rows();
  }

  /** Returns how the set is read. */
  public DataOptions options(Path folder) {
    String config = dataSection(folder.resolve(file), excluded);
    return ConfigLoader.parse(config, title(), List.of()).data();
  }
}
