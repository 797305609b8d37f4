package dev.synth.internal.neural.flow;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.neural.layer.HiddenActivation;
import dev.synth.internal.neural.layer.StackShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a flow model's network.
 *
 * @param layout what an encoded row consists of, at least one number
 * @param hidden widths of the hidden layers, at least one; a layer as wide as the one before it is
 *     added to it
 * @param conditions numbers that stand behind each encoded row, known to the network and not
 *     generated; at least 0
 */
public record FlowShape(EncodedLayout layout, List<Integer> hidden, int conditions) {
  public FlowShape {
    hidden = List.copyOf(hidden);
    if (layout.width() < 1 || hidden.isEmpty() || conditions < 0) {
      throw new IllegalArgumentException(
          PlainText.of("width %d, hidden %s, %d conditions", layout.width(), hidden, conditions));
    }
  }

  /** Returns where the time's features stand in the network's input: behind the row's numbers. */
  int timeOffset() {
    return layout.width();
  }

  /** Returns where the conditions stand in the network's input: last. */
  int conditionOffset() {
    return layout.width() + StepFeatures.COUNT;
  }

  StackShape stack() {
    List<Integer> widths = new ArrayList<>();
    widths.add(conditionOffset() + conditions);
    widths.addAll(hidden);
    widths.add(layout.width());
    return new StackShape(widths, HiddenActivation.LEAKY_RELU, true, true);
  }
}
