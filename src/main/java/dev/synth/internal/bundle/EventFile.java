package dev.synth.internal.bundle;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.features.FeatureColumns;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.features.Replay;
import dev.synth.internal.table.stage.RowStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of files as events. */
public final class EventFile {
  private EventFile() {}

  /**
   * Feeds the rows of a file or glob to a machine, in the order of their arrival, and returns their
   * features in the order of the file. All of them are held in memory.
   *
   * @throws dev.synth.base.Problem (data) if the rows are no events
   * @throws FeatureMachine.Full if the machine has no room for them
   */
  public static FeatureColumns replay(
      FeatureContract features, Contract contract, String source, FeatureMachine machine) {
    EventAssembler assembler =
        new EventAssembler(
            EventAssembler.Plan.of(features, contract), PlainText.of("'%s'", source));
    RowStream.read(
        source,
        null,
        new RowStream.Sink() {
          @Override
          public void columns(List<String> names) {
            assembler.columns(names);
          }

          @Override
          public void row(RowStream.@Nullable Cell[] cells) {
            assembler.add(cells);
          }
        });
    return Replay.of(assembler.take(), machine);
  }
}
