package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.validate.PrivacyLever;
import dev.synth.validate.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The meaning of signs of a leak for the people in the data, and what helps against them. */
final class PrivacySentence {
  private PrivacySentence() {}

  /**
   * Returns what the signs mean together, in a sentence without a full stop.
   *
   * @param signs at least one
   */
  static String meaning(List<Sign> signs) {
    List<String> clauses = new ArrayList<>();
    for (Sign sign : signs) {
      String clause = meaning(sign.metric());
      if (!clauses.contains(clause)) {
        clauses.add(clause);
      }
    }
    String all =
        clauses.size() == 1
            ? clauses.getFirst()
            : String.join(", ", clauses.subList(0, clauses.size() - 1))
                + " and "
                + clauses.getLast();
    return PlainText.of("So %s: single customers may be recognisable", all);
  }

  private static String meaning(String metric) {
    return switch (metric) {
      case "identical_match_share", "near_copies" -> "some rows all but repeat a training row";
      case "dcr", "closer_to_training" ->
          "the rows lie closer to training rows than fresh real rows do";
      case "nndr" -> "they single out training rows";
      case "attribute_inference" ->
          "they tell more of the people they were learned from than of others";
      case "membership_inference" -> "an attacker can tell who was learned from";
      case "majority_membership_inference" ->
          "an attacker can tell who of the other class was learned from";
      case "soft_label_inference", "majority_soft_label_inference" ->
          "soft labels tell who the teacher learned from";
      default -> PlainText.of("%s is not what fresh real rows have", metric);
    };
  }

  /** Returns what helps, the likeliest first, without a full stop. */
  static String advice(List<PrivacyLever> levers) {
    return levers.isEmpty()
        ? "What helps depends on what made the rows: less training, more noise in its draws, or"
            + " more rare rows to learn from"
        : levers.stream()
            .map(PrivacySentence::words)
            .collect(Collectors.joining("; or ", "What may help: ", ""));
  }

  private static String words(PrivacyLever lever) {
    return switch (lever) {
      case LATENT_NOISE -> "more noise around each code (generator.latent_noise)";
      case PRIOR_DRAWS -> "draws that start from no real row (generator.sampling: prior)";
      case FEWER_STEPS -> "a shorter training (generator.steps)";
      case WIDER_SPREAD -> "a wider spread around each row (generator.spread)";
      case LARGER_LEAVES -> "more real rows in a leaf (generator.minimum_leaf_rows)";
      case ANOTHER_KIND -> "a kind that does not draw at or between single rows, such as copula";
      case MORE_RARE_ROWS -> "more rare rows to learn from";
    };
  }
}
