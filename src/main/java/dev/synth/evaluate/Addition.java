package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import java.util.Optional;

/** The rows that an arm adds to its training rows; a text in files, such as {@code ratio 0.1}. */
public sealed interface Addition {
  /** Adds no rows, or different ones in each repeat. */
  Addition NOTHING = new Nothing();

  /** Adds as many rows as the arm that was selected in the repeat. */
  Addition AS_SELECTED = new AsSelected();

  /** Returns the text that files and tables have; empty for nothing. */
  @JsonValue
  String text();

  /**
   * Returns the addition that a text describes.
   *
   * @throws IllegalArgumentException if it is none that {@link #text} returns
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Addition parse(String text) {
    if (text.equals(NOTHING.text())) {
      return NOTHING;
    }
    if (text.equals(AS_SELECTED.text())) {
      return AS_SELECTED;
    }
    return Planned.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("no plan of rows to add: " + text));
  }

  /** No rows. */
  record Nothing() implements Addition {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * Synthetic rows.
   *
   * @param plan how many
   * @param labels what they are called
   */
  record Planned(AugmentationPlan plan, Labels labels) implements Addition {
    private static final String SOFT = ", soft labels";

    /** Returns the rows that a text describes, as {@link #text} does; empty where it is none. */
    public static Optional<Planned> parse(String text) {
      boolean isSoft = text.endsWith(SOFT);
      String plan = isSoft ? text.substring(0, text.length() - SOFT.length()) : text;
      Labels labels = isSoft ? Labels.SOFT : Labels.HARD;
      return AugmentationPlan.parse(plan).map(each -> new Planned(each, labels));
    }

    @Override
    public String text() {
      return switch (labels) {
        case Labels.Hard hard -> plan.describe();
        case Labels.Soft soft -> plan.describe() + SOFT;
      };
    }
  }

  /** As many rows as what was selected has. */
  record AsSelected() implements Addition {
    @Override
    public String text() {
      return "as selected";
    }
  }
}
