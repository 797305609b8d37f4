package dev.synth.compare;

import dev.synth.evaluate.Baseline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an arm beats what costs nothing: an intersection-union test (Berger, Technometrics 24,
 * 1982), which asks for p &lt; 0.05 against every single rival and so needs no further correction.
 */
public sealed interface FreeBaselines {
  /** The rivals without which nothing can be said; where others stand beside them, these too. */
  List<String> RIVALS =
      Baseline.standard(false).stream()
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

  /** It beats every single rival. */
  record Better() implements FreeBaselines {}

  /**
   * It is not shown to beat some of them.
   *
   * @param unbeaten the differences to those
   */
  record NotShown(List<PairedDifference> unbeaten) implements FreeBaselines {
    public NotShown {
      unbeaten = List.copyOf(unbeaten);
    }
  }

  /**
   * Asks.
   *
   * @param uplift whether the arm has been found better than {@code none} in the first place
   * @param rivals the differences to the free baselines at the same class ratio
   */
  static FreeBaselines of(boolean uplift, List<PairedDifference> rivals) {
    List<String> missing = new ArrayList<>(RIVALS);
    List<PairedDifference> unbeaten = new ArrayList<>();
    for (PairedDifference rival : rivals) {
      missing.remove(rival.reference().name());
      if (!isBeaten(rival)) {
        unbeaten.add(rival);
      }
    }
    if (!missing.isEmpty()) {
      return new NotAsked(missing);
    }
    if (!uplift) {
      return new NoUplift();
    }
    return unbeaten.isEmpty() ? new Better() : new NotShown(unbeaten);
  }

  private static boolean isBeaten(PairedDifference rival) {
    return rival.p() != null
        && rival.p() < Protocol.ALPHA
        && rival.mean() != null
        && rival.mean() > 0;
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
