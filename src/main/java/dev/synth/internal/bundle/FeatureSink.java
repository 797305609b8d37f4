package dev.synth.internal.bundle;

import dev.synth.base.Problem;
import dev.synth.internal.features.FeatureColumns;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.table.stage.RowStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows on with their features, which were computed from all rows of the source before; rows
 * of a history come before these.
 */
final class FeatureSink implements RowStream.Sink {
  private final FeatureCells cells;
  private final List<String> computed;
  private final double[][] values;
  private final String source;
  private final RowStream.Sink sink;
  private int row;

  private FeatureSink(
      FeatureContract features, FeatureColumns columns, String source, RowStream.Sink sink) {
    this.cells = new FeatureCells(features);
    this.computed = features.computed();
    this.values = columns.values();
    this.source = source;
    this.sink = sink;
  }

  /**
   * Returns what adds features to the rows of a source on their way to a sink; the sink itself
   * where the model computes none.
   *
   * @param history a file or glob of earlier rows, or null
   */
  static RowStream.Sink before(
      RowStream.Sink sink, Bundle bundle, String source, @Nullable String history) {
    FeatureContract features = bundle.features();
    if (features == null) {
      if (history != null) {
        throw Problem.usage("the model computes no features, so that it needs no history");
      }
      return sink;
    }
    FeatureMachine machine = new FeatureMachine(features.definition().plan(), Integer.MAX_VALUE);
    if (history != null) {
      EventFile.replay(features, bundle.contract(), history, machine);
    }
    FeatureColumns columns = EventFile.replay(features, bundle.contract(), source, machine);
    return new FeatureSink(features, columns, source, sink);
  }

  @Override
  public void columns(List<String> names) {
    for (String name : computed) {
      if (names.contains(name)) {
        throw Problem.data(
            "'%s': the column '%s' is there already, which is a feature that the model computes",
            source, name);
      }
    }
    sink.columns(cells.columns(names));
  }

  @Override
  public void row(RowStream.@Nullable Cell[] own) {
    double[] computedValues = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      computedValues[i] = values[i][row];
    }
    row++;
    sink.row(cells.row(computedValues, own));
  }
}
