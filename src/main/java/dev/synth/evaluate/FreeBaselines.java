package dev.synth.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether an arm beats what costs nothing: an intersection-union test (Berger, Technometrics 24,
 * 1982), which asks for p &lt; 0.05 against every single rival and so needs no further correction.
 *
 * @param beaten whether it does; null where it could not be asked, since a rival was switched off
 * @param why why, in a few words
 */
public record FreeBaselines(@Nullable Boolean beaten, String why) {
  /** The rivals that must be beaten, one by one. */
  public static final List<String> RIVALS = List.of("class-weight", "oversample", "smote");

  /**
   * Asks.
   *
   * @param uplift whether the arm has been found better than {@code none} in the first place
   * @param rivals the differences to the free baselines at the same odds
   */
  static FreeBaselines of(boolean uplift, List<PairedDifference> rivals) {
    List<String> missing = new ArrayList<>(RIVALS);
    List<String> unbeaten = new ArrayList<>();
    for (PairedDifference rival : rivals) {
      missing.remove(rival.reference().name());
      if (RIVALS.contains(rival.reference().name()) && !isBetter(rival)) {
        unbeaten.add(describe(rival));
      }
    }
    if (!missing.isEmpty()) {
      return new FreeBaselines(null, "not compared with " + String.join(" and ", missing));
    }
    if (!uplift) {
      return new FreeBaselines(false, "no uplift against none to begin with");
    }
    return unbeaten.isEmpty()
        ? new FreeBaselines(true, "better than each of " + String.join(", ", RIVALS))
        : new FreeBaselines(false, "not shown to be better than " + String.join(" and ", unbeaten));
  }

  private static boolean isBetter(PairedDifference rival) {
    return rival.p() != null
        && rival.p() < Protocol.ALPHA
        && rival.mean() != null
        && rival.mean() > 0;
  }

  private static String describe(PairedDifference rival) {
    return rival.p() == null
        ? rival.reference().name()
        : String.format(Locale.ROOT, "%s (p = %.3f)", rival.reference().name(), rival.p());
  }
}
