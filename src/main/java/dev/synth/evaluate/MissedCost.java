package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.synth.base.InvalidValue;

/** The cost of a rare row that raises no alert. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(MissedCost.Each.class),
  @JsonSubTypes.Type(MissedCost.Column.class)
})
public sealed interface MissedCost {
  /**
   * The same for every row. In a config a bare number stands for it.
   *
   * @param each finite, not negative
   */
  record Each(double each) implements MissedCost {
    public Each {
      InvalidValue.unless(
          each >= 0 && Double.isFinite(each), "each", "must be finite and not negative", each);
    }
  }

  /**
   * The row's value in a column, such as the amount of a transaction.
   *
   * @param column a column of numbers that are not negative; whether it is a feature too is not
   *     decided here but by {@code data.exclude}
   */
  record Column(String column) implements MissedCost {
    public Column {
      InvalidValue.unless(!column.isBlank(), "column", "must not be empty", "''");
    }
  }
}
