package dev.synth.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.Cluster;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.SplitAdvice.Reason;
import dev.synth.internal.profile.TrainingProfile;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrainingRowsProfilerTest {
  /** No charts of no rows. */
  static final Plots EMPTY =
      new Plots(
          Plots.VERSION,
          new Plots.RowCounts(0, 0, 0, 0),
          false,
          0,
          List.of(),
          null,
          null,
          null,
          List.of(),
          List.of(),
          null,
          null,
          null);

  private static final DataOptions DATA =
      DataOptions.defaults().withTime("timestamp").withGroup("card_id");

  private static Plots look(int rows, DataOptions data) {
    LabelledTable training = TransactionSimulator.labelled(new Seeds(1), rows).modelled();
    return TrainingRowsProfiler.add(
        EMPTY, training, training.rareFeatures(), data, Context.quiet(3));
  }

  private static List<Reason> reasons(Plots plots) {
    TrainingProfile profile = Objects.requireNonNull(plots.training());
    SplitAdvice split = Objects.requireNonNull(profile.split());
    return split.reasons();
  }

  /** The synthetic rows are the real ones, so that they cover every cluster. */
  @Test
  void patternsAreFoundWithTheirCoverageAndWithoutRows() throws JsonProcessingException {
    Plots plots = look(10_000, DATA);
    Segmentation patterns = Objects.requireNonNull(plots.patterns());

    assertThat(patterns.map()).isEmpty();
    assertThat(patterns.clusters()).extracting(Cluster::coverage).containsOnly(1.0);
    assertThat(patterns.clusters())
        .filteredOn(cluster -> cluster.rows() < 5)
        .allMatch(cluster -> cluster.traits().isEmpty());
    assertThat(Json.mapper().readValue(Json.writeDense(plots), Plots.class)).isEqualTo(plots);
  }

  /** The training rows lack the cards, which the config names: nothing is said of groups. */
  @Test
  void aGroupThatIsNotModelledIsNotCalledMissing() {
    assertThat(reasons(look(10_000, DATA))).doesNotContain(Reason.NO_GROUP, Reason.NO_TIME);
    assertThat(reasons(look(10_000, DATA.withGroup(null)))).contains(Reason.NO_GROUP);
  }

  @Test
  void aTimeThatIsNotModelledAdvisesNothing() {
    TrainingProfile profile = look(10_000, DATA.withTime("card_id")).training();
    assertThat(Objects.requireNonNull(profile).split()).isNull();
  }

  /** A thousand rows have some five frauds; clusters take twenty rows, doubts take twelve. */
  @Test
  void fewRareRowsHaveNoPatterns() {
    Plots plots = look(1_000, DATA);
    assertThat(plots.patterns()).isNull();
    assertThat(Objects.requireNonNull(plots.training()).label().lookedAt()).isZero();
  }
}
