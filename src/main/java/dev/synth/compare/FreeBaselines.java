package dev.synth.compare;

import dev.synth.evaluate.Baseline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The test of an arm against what costs nothing: an intersection-union test (Berger, Technometrics
 * 24, 1982). The largest p-value over the rivals is that of the claim that all are beaten, so the
 * number of rivals needs no correction. Holm's method corrects it for the number of arms.
 */
public sealed interface FreeBaselines {
  /** The rivals that the test needs at least; it takes further ones that were run. */
  List<String> RIVALS =
      Baseline.standard(false, false).stream()
          .filter(baseline -> baseline != Baseline.NONE)
          .map(Baseline::id)
          .toList();

  /**
   * It could not be asked, since rivals were switched off.
   *
   * @param missing their names, in the order of {@link #RIVALS}
   */
  record NotAsked(List<String> missing) implements FreeBaselines {
    public NotAsked {
      missing = List.copyOf(missing);
    }
  }

  /** The arm has not been found better than {@code none} in the first place. */
  record NoUplift() implements FreeBaselines {}

  /**
   * It beats every single rival.
   *
   * @param rivals their names
   */
  record Better(List<String> rivals) implements FreeBaselines {
    public Better {
      rivals = List.copyOf(rivals);
    }
  }

  /**
   * It is not shown to beat some of them.
   *
   * @param unbeaten the differences to those; to the hardest one where each alone is beaten, and
   *     not after the correction for several arms
   * @param correctedP the p-value after that correction, where it alone is too large; else null
   */
  record NotShown(List<PairedDifference> unbeaten, @Nullable Double correctedP)
      implements FreeBaselines {
    public NotShown {
      unbeaten = List.copyOf(unbeaten);
    }
  }

  /**
   * Asks about the rivals that leave one model to serve, as the arm does.
   *
   * @param uplift whether the arm has been found better than {@code none} in the first place
   * @param rivals the differences to these free baselines at the same class ratio
   * @param correctedP {@link #largestP} after Holm over all judged arms; null in older files
   */
  static FreeBaselines of(
      boolean uplift, List<PairedDifference> rivals, @Nullable Double correctedP) {
    List<String> missing = new ArrayList<>(RIVALS);
    rivals.forEach(rival -> missing.remove(rival.reference().name()));
    return missing.isEmpty() ? ofAny(uplift, rivals, correctedP) : new NotAsked(missing);
  }

  /** Asks about any rivals, at least one; the parameters are those of {@link #of}. */
  static FreeBaselines ofAny(
      boolean uplift, List<PairedDifference> rivals, @Nullable Double correctedP) {
    if (!uplift) {
      return new NoUplift();
    }
    List<PairedDifference> unbeaten =
        rivals.stream().filter(rival -> !(p(rival) < Protocol.ALPHA)).toList();
    if (!unbeaten.isEmpty()) {
      return new NotShown(unbeaten, null);
    }
    return correctedP == null || correctedP < Protocol.ALPHA
        ? new Better(rivals.stream().map(rival -> rival.reference().name()).distinct().toList())
        : new NotShown(
            List.of(
                rivals.stream().max(Comparator.comparingDouble(FreeBaselines::p)).orElseThrow()),
            correctedP);
  }

  /** Returns the p-value of the claim that every rival is beaten; 1 where there is none. */
  static double largestP(List<PairedDifference> rivals) {
    return rivals.stream().mapToDouble(FreeBaselines::p).max().orElse(1);
  }

  /** The p-value of the claim that one rival is beaten: 1 where the arm is not ahead. */
  private static double p(PairedDifference rival) {
    Double p = rival.p();
    Double mean = rival.mean();
    return p == null || mean == null || !(mean > 0) ? 1.0 : p;
  }

  /** Returns whether every rival is beaten; null where it could not be asked. */
  default @Nullable Boolean beaten() {
    return switch (this) {
      case NotAsked asked -> null;
      case NoUplift none -> false;
      case Better better -> true;
      case NotShown open -> false;
    };
  }
}
