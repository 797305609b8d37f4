package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The number of real rare training rows that would have done what an arm did: AP⁻¹(AP(n) + Δ) − n,
 * where AP is the learning curve without added rows and Δ the arm's difference.
 *
 * @param arm the arm, on fewer real rare rows than there are
 * @param rareRows n, the real rare rows that it had
 * @param most N − n, where N is the largest number on the curve; what would take more is not known
 * @param realRowEquivalent in [0, {@code most}]; 0 where the arm gained nothing; null where it
 *     cannot be told
 * @param low lower end of its 95 % interval, or null where there is none
 * @param high upper end, or null
 * @param note why something is null, or null
 */
public record RealRowEquivalent(
    Arm arm,
    int rareRows,
    int most,
    @JsonAlias("worth") @Nullable Double realRowEquivalent,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Untested note) {
  public RealRowEquivalent {
    if (rareRows < 1 || most < 1 || !isPossible(realRowEquivalent, most)) {
      throw new IllegalArgumentException(
          PlainText.of("%s real rows of at most %d beyond %d", realRowEquivalent, most, rareRows));
    }
  }

  private static boolean isPossible(@Nullable Double rows, int most) {
    return rows == null || (rows >= 0 && rows <= most);
  }

  public static RealRowEquivalent unknown(Arm arm, int rareRows, int most, Untested note) {
    return new RealRowEquivalent(arm, rareRows, most, null, null, null, note);
  }

  /** Returns whether a number of rows is all that the curve can tell of, so that it may be more. */
  @JsonIgnore
  public boolean isCensored(double rows) {
    return rows >= most;
  }
}
