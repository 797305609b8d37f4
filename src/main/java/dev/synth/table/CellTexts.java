package dev.synth.table;

import dev.synth.internal.table.cell.DigitScript;
import java.util.Comparator;
import java.util.List;

/**
 * The habits of a column's text file that no {@link CellForm} holds: how missing cells are written,
 * and in which script its digits are.
 *
 * @param missing the texts of missing cells, in the order of texts; none where they are empty
 * @param script the digits and signs of another script: its zero, then each ASCII character beside
 *     its own, such as {@code ٠.٫}. Empty where digits are 0 to 9
 */
public record CellTexts(List<MissingText> missing, String script) {
  /** Empty missing cells, and digits from 0 to 9. */
  public static final CellTexts USUAL = new CellTexts(List.of(), "");

  /** The multiplier of SplitMix64, which spreads counted numbers over all 64 bits. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /**
   * A text of missing cells.
   *
   * @param text the text, which may be empty
   * @param cells how many cells have it, at least 1
   */
  public record MissingText(String text, int cells) {
    public MissingText {
      if (cells < 1) {
        throw new IllegalArgumentException("a text of missing cells needs a cell");
      }
    }
  }

  public CellTexts {
    missing = List.copyOf(missing);
    script = DigitScript.of(script).text(); // throws where it is none
  }

  /** Returns the same with one text of all missing cells. */
  public CellTexts withMissing(String text) {
    return new CellTexts(text.isEmpty() ? List.of() : List.of(new MissingText(text, 1)), script);
  }

  /** Returns the same with other texts of missing cells. */
  public CellTexts withMissing(List<MissingText> texts) {
    return texts.size() == 1 ? withMissing(texts.getFirst().text()) : new CellTexts(texts, script);
  }

  /** Returns the same with another script. */
  public CellTexts withScript(String other) {
    return new CellTexts(missing, other);
  }

  /** Returns the text that most missing cells have, the first in the order of texts of several. */
  public String mostMissing() {
    return missing.stream()
        .max(
            Comparator.comparingInt(MissingText::cells)
                .thenComparing(MissingText::text, Comparator.reverseOrder()))
        .map(MissingText::text)
        .orElse("");
  }

  /**
   * Returns the text of a missing cell. Where the file has several, each is drawn by its share; the
   * same place always gets the same one, whatever the seed of a run.
   *
   * @param column the column's name
   * @param place the number of the missing cell in its column
   */
  public String missing(String column, long place) {
    if (missing.size() < 2) {
      return mostMissing();
    }
    long all = missing.stream().mapToLong(MissingText::cells).sum();
    long left = Math.floorMod(mixed(column.hashCode() + GOLDEN * (place + 1)), all);
    for (MissingText each : missing) {
      left -= each.cells();
      if (left < 0) {
        return each.text();
      }
    }
    throw new IllegalStateException("no share is left");
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
