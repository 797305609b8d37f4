package dev.synth.internal.validate.privacy;

import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.Shadow;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The rows that an attacker asks for. */
enum AttackedRows {
  RARE,
  OTHERS;

  /** Returns the rows; null where there are none. */
  @Nullable Sample rows(Sample real) {
    return switch (this) {
      case RARE -> real;
      case OTHERS -> real.majority();
    };
  }

  BitSet members(Shadow shadow) {
    return switch (this) {
      case RARE -> shadow.members();
      case OTHERS -> shadow.others();
    };
  }

  Metric.Definition definition() {
    return switch (this) {
      case RARE -> ofRare();
      case OTHERS -> ofOthers();
    };
  }

  private static Metric.Definition ofRare() {
    return new Metric.Definition(
        "The generator is fitted to eight halves of the training rows, each row in four of them. An"
            + " attacker scores a row by the distance to the closest synthetic row, less its mean"
            + " over three fits without the row. The value is the area under the ROC curve of"
            + " members against non-members. 0.5: the attacker guesses; 1: knows. It measures the"
            + " method on halves, which give away more than the whole. It is one simple attack: a"
            + " stronger one may do better, so 0.5 is no guarantee.",
        "At most 2,000 rows and 5,000 synthetic rows of each fit are looked at. The interval is"
            + " clustered by row. The share of members found at 1 % false alarms is said where"
            + " there are 1,000 distinct non-members. The floor calls, for each row, four random"
            + " fits its own. Skipped unless `validation.privacy: full`, and for bare files, which"
            + " have no generator to fit. So its gate in `strict` asks with `privacy: full` only.");
  }

  private static Metric.Definition ofOthers() {
    return new Metric.Definition(
        "`membership_inference` for training rows of the other class, by the same eight fits: a"
            + " generator may learn from them too, as the autoencoder does. Synthetic rows lie"
            + " where rare rows are, so that far from there 0.5 is expected. The attacker sees no"
            + " labels: `soft_label_inference` does.",
        "At most 2,000 of 10,000 rows are looked at. Distances are in the spread of the rare rows."
            + " Left out unless `validation.privacy: full` and at least twenty such rows are there."
            + " `strict` has a gate on it then.");
  }
}
