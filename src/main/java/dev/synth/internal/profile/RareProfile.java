package dev.synth.internal.profile;

import java.util.List;

/**
 * The profile of the label, and the rows where it is in doubt.
 *
 * @param column the label column
 * @param positive the text that marks the rare class
 * @param negative the text of the other class
 * @param rows how many rows there are
 * @param rare how many of them are rare
 * @param rareUnits how many different rare rows there are, or groups with a rare row where rows are
 *     grouped: what a verdict can count
 * @param contradictions how many rows equal a row of the other class in all that is modelled
 * @param lookedAt how many rare rows had their neighbours looked at; 0 where too few are there
 * @param alone how many of those have no rare row among their nearest neighbours
 * @param suspects rows whose label their neighbours deny, the strongest first
 */
public record RareProfile(
    String column,
    String positive,
    String negative,
    int rows,
    int rare,
    int rareUnits,
    int contradictions,
    int lookedAt,
    int alone,
    List<LabelSuspect> suspects) {
  /** The extent to which the rare rows suffice for a judgement. */
  public enum Enough {
    /** Too few to judge anything by. */
    TOO_FEW,
    /** A test part has fewer than twenty: only large effects show. */
    FEW,
    /** Middling effects show. */
    SOME,
    /** Small effects show. */
    PLENTY
  }

  /**
   * A row that is called normal among rare ones.
   *
   * @param row its place among all rows, from 1
   * @param rareNeighbours how many of its nearest neighbours are rare
   * @param neighbours how many were looked at
   */
  public record LabelSuspect(int row, int rareNeighbours, int neighbours) {}

  private static final int TOO_FEW = 20;
  private static final int FEW = 100;
  private static final int SOME = 1_000;

  public RareProfile {
    suspects = List.copyOf(suspects);
  }

  /** Returns how far the rare rows carry. */
  public Enough enough() {
    if (rareUnits < TOO_FEW) {
      return Enough.TOO_FEW;
    }
    return rareUnits < FEW ? Enough.FEW : rareUnits < SOME ? Enough.SOME : Enough.PLENTY;
  }
}
