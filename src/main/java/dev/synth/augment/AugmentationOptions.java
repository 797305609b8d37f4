package dev.synth.augment;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The number of synthetic rows that join the training rows, and the labels that they get. */
public record AugmentationOptions(
    @Setting(
            "Minority : majority rows afterwards, in (0, 10]; where `multiply` and `rows` are left"
                + " out too, 1 with soft labels and 0.1 with hard ones.")
        @Nullable Double ratio,
    @Setting("Synthetic rows for each real rare row, in (0, 1000].") @Nullable Double multiply,
    @Setting("A fixed number of synthetic rows, at least 1.") @Nullable Integer rows,
    @Setting(
            "`hard`: every synthetic row is rare. `soft`: each is as rare as a teacher says, an"
                + " ensemble fitted on the same training rows. Left out: `soft` where `ratio`,"
                + " `multiply` and `rows` are left out too, else `hard`.")
        @Nullable Labels labels) {
  private static final double HARD_RATIO = 0.1;
  private static final double SOFT_RATIO = 1;

  public AugmentationOptions {
    List<String> given = names(ratio, multiply, rows);
    InvalidValue.unless(
        given.size() <= 1,
        given.isEmpty() ? "rows" : given.getLast(),
        "must be the only one of ratio, multiply and rows",
        "given beside " + String.join(" and ", given.subList(0, Math.max(0, given.size() - 1))));
    var unused = given(ratio, multiply, rows); // each plan checks its range
  }

  private static List<String> names(
      @Nullable Double ratio, @Nullable Double multiply, @Nullable Integer rows) {
    List<String> names = new ArrayList<>();
    if (ratio != null) {
      names.add("ratio");
    }
    if (multiply != null) {
      names.add("multiply");
    }
    if (rows != null) {
      names.add("rows");
    }
    return names;
  }

  private static Optional<AugmentationPlan> given(
      @Nullable Double ratio, @Nullable Double multiply, @Nullable Integer rows) {
    if (ratio != null) {
      return Optional.of(new AugmentationPlan.Ratio(ratio));
    }
    if (multiply != null) {
      return Optional.of(new AugmentationPlan.Multiply(multiply));
    }
    return rows == null ? Optional.empty() : Optional.of(new AugmentationPlan.Rows(rows));
  }

  /** Returns soft labels at the usual class ratio (docs/adr/0055). */
  public static AugmentationOptions defaults() {
    return new AugmentationOptions(null, null, null, null);
  }

  /** Returns what added rows are called. */
  public Labels ofRows() {
    return Objects.requireNonNullElseGet(
        labels, () -> given(ratio, multiply, rows).isPresent() ? Labels.HARD : Labels.SOFT);
  }

  /** Returns how many rows are added. */
  public AugmentationPlan plan() {
    return given(ratio, multiply, rows)
        .orElseGet(
            () ->
                new AugmentationPlan.Ratio(
                    switch (ofRows()) {
                      case Labels.Hard hard -> HARD_RATIO;
                      case Labels.Soft soft -> SOFT_RATIO;
                    }));
  }

  /** Returns the same with {@code ratio} changed. */
  public AugmentationOptions withRatio(@Nullable Double ratio) {
    return Records.with(this, "ratio", ratio);
  }

  /** Returns the same with {@code multiply} changed. */
  public AugmentationOptions withMultiply(@Nullable Double multiply) {
    return Records.with(this, "multiply", multiply);
  }

  /** Returns the same with {@code rows} changed. */
  public AugmentationOptions withRows(@Nullable Integer rows) {
    return Records.with(this, "rows", rows);
  }

  /** Returns the same with {@code labels} changed. */
  public AugmentationOptions withLabels(@Nullable Labels labels) {
    return Records.with(this, "labels", labels);
  }
}
