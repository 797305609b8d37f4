package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.table.Table;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationOptions.Preset;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sets that the standard gates let pass or catch, with 300 real and 300 synthetic rows.
 *
 * <p>Each claim is a count over twenty seeds. To be quick, noise floors have 20 draws instead of
 * 200, and the forest, with 4 instead of 20, judges the first two seeds only.
 */
@Tag("slow")
final class ValidatorPowerTest {

  private static final int SEEDS = 20;
  private static final int SEEDS_WITH_FOREST = 2;
  private static final int ROWS = 300;

  @Test
  void freshRowsOfTheSameLawPass() {
    assertThat(failures(seed -> RareTables.draw(ROWS, 1000 + seed)))
        .filteredOn(List::isEmpty)
        .hasSizeGreaterThanOrEqualTo(18);
  }

  @Test
  void copiesAreCaught() {
    assertThat(failures(seed -> RareTables.copies(RareTables.draw(ROWS, seed), ROWS, seed)))
        .filteredOn(failed -> failed.contains("identical_match_share"))
        .hasSizeGreaterThanOrEqualTo(19);
  }

  @Test
  void copiesWithALittleNoiseAreCaught() {
    assertThat(failures(seed -> RareTables.noisyCopies(RareTables.draw(ROWS, seed), ROWS, seed)))
        .filteredOn(failed -> failed.contains("dcr"))
        .hasSizeGreaterThanOrEqualTo(19);
  }

  @Test
  void columnsShuffledByThemselvesAreCaught() {
    assertThat(failures(seed -> RareTables.shuffledColumns(RareTables.draw(ROWS, seed), seed)))
        .filteredOn(failed -> failed.contains("mean_pair_difference"))
        .hasSizeGreaterThanOrEqualTo(19);
  }

  @Test
  void theMeanRowRepeatedIsCaught() {
    assertThat(failures(seed -> RareTables.meanRow(RareTables.draw(ROWS, seed), ROWS)))
        .filteredOn(failed -> failed.contains("mean_ks"))
        .hasSizeGreaterThanOrEqualTo(19);
  }

  /** Returns the gates that failed, one list a seed. */
  private static List<List<String>> failures(LongFunction<Table> synthetic) {
    List<List<String>> failures = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      failures.add(failed(RareTables.draw(ROWS, seed), synthetic.apply(seed), seed));
    }
    return failures;
  }

  private static List<String> failed(Table real, Table synthetic, long seed) {
    SampleSpace space = SampleSpace.of(real, List.of(synthetic));
    ComparedSamples samples =
        new ComparedSamples(space.sample(real), null, space.sample(synthetic));
    MetricRunner measuring = new MetricRunner(samples, Context.quiet(seed));
    List<String> failed = new ArrayList<>();
    GateRules.of(new ValidationOptions(Preset.STANDARD, Map.of()))
        .forEach(
            (id, rule) -> {
              Metric metric = new FewerDraws(metric(id));
              boolean model = metric.protocol().band() == Metric.Band.STUDENT_T;
              if (!model || seed < SEEDS_WITH_FOREST) {
                MetricResult measured = measuring.measure(metric, Reference.TRAINING);
                if (new GateKeeper(metric, rule, 0.005).judge(measured, measured).status()
                    == GateStatus.FAILED) {
                  failed.add(id);
                }
              }
            });
    return failed;
  }

  private static Metric metric(String id) {
    return MetricCatalogue.metrics().stream()
        .filter(metric -> metric.description().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A metric with fewer draws. */
  private record FewerDraws(Metric metric) implements Metric {
    @Override
    public Description description() {
      return metric.description();
    }

    @Override
    public Definition definition() {
      return metric.definition();
    }

    @Override
    public MetricProtocol protocol() {
      MetricProtocol full = metric.protocol();
      return new MetricProtocol(
          full.band() == Band.STUDENT_T ? 4 : 20,
          full.minimumRows(),
          full.rowLimit(),
          full.valueRowLimit(),
          full.band(),
          full.scope(),
          full.partsShown());
    }

    @Override
    public String readsDrawsOf() {
      return metric.readsDrawsOf();
    }

    @Override
    public MetricOutcome read(MetricOutcome drawn) {
      return metric.read(drawn);
    }

    @Override
    public boolean lowMeansCopies() {
      return metric.lowMeansCopies();
    }

    @Override
    public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
      return metric.compute(real, synthetic, context);
    }
  }
}
