package dev.synth.augment;

import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.split.Training;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of synthetic rare rows that join the training rows. */
public sealed interface AugmentationPlan {
  /** The text that {@link #describe} returns, with any way of writing the number. */
  Pattern DESCRIPTION = Pattern.compile("(ratio|multiply|rows) ([0-9.eE+-]{1,20})");

  /**
   * Resolves the plan to an exact count.
   *
   * @return the number of synthetic rows to add, at least 1
   * @throws Problem if the plan asks for no row at all
   */
  int rowsFor(Training training);

  /** Returns the plan as reports write it, such as {@code ratio 0.1}. */
  String describe();

  /**
   * Returns the plan that a text describes: the reverse of {@link #describe}.
   *
   * @return empty where it describes none
   * @throws InvalidValue if its number is not in the plan's range
   */
  static Optional<AugmentationPlan> parse(String text) {
    Matcher matcher = DESCRIPTION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = matcher.group(2);
    try {
      return Optional.of(
          switch (matcher.group(1)) {
            case "ratio" -> new Ratio(Double.parseDouble(number));
            case "multiply" -> new Multiply(Double.parseDouble(number));
            default -> new Rows(Integer.parseInt(number));
          });
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * As many rows as bring rare : other to a ratio.
   *
   * @param ratio frauds : normals afterwards, in (0, 10]
   */
  record Ratio(double ratio) implements AugmentationPlan {
    public Ratio {
      InvalidValue.unless(ratio > 0 && ratio <= 10, "ratio", "must be in (0, 10]", ratio);
    }

    @Override
    public int rowsFor(Training training) {
      int rare = training.rareCount();
      int others = training.rowCount() - rare;
      long wanted = Math.round(ratio * others) - rare;
      if (wanted < 1) {
        throw Problem.data(
            "a ratio of %s is asked for (augmentation.ratio, compare.ratios), but the training rows"
                + " already have %d rare to %d others (%.4f); choose a larger ratio, or"
                + " 'augmentation: {multiply: 3}'",
            ratio, rare, others, (double) rare / others);
      }
      return Math.toIntExact(wanted);
    }

    @Override
    public String describe() {
      return "ratio " + ratio;
    }
  }

  /**
   * A number of synthetic rows for each real rare row.
   *
   * @param factor synthetic rows a real one, in (0, 1000]
   */
  record Multiply(double factor) implements AugmentationPlan {
    public Multiply {
      InvalidValue.unless(factor > 0 && factor <= 1000, "multiply", "must be in (0, 1000]", factor);
    }

    @Override
    public int rowsFor(Training training) {
      return Math.max(1, Math.toIntExact(Math.round(factor * training.rareCount())));
    }

    @Override
    public String describe() {
      return "multiply " + factor;
    }
  }

  /**
   * A fixed number of synthetic rows.
   *
   * @param count how many, at least 1
   */
  record Rows(int count) implements AugmentationPlan {
    public Rows {
      InvalidValue.unless(count >= 1, "rows", "must be at least 1", count);
    }

    @Override
    public int rowsFor(Training training) {
      return count;
    }

    @Override
    public String describe() {
      return "rows " + count;
    }
  }
}
