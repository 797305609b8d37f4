package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The direction in which a metric's value is better. */
public enum Goal {
  /** The lower the better; 0, or nearly, for real rows. */
  @JsonProperty("lower")
  LOWER,
  /** The higher the better. */
  @JsonProperty("higher")
  HIGHER,
  /** Best where real rows land among themselves; far below it is as bad as far above. */
  @JsonProperty("close_to_floor")
  CLOSE_TO_FLOOR
}
