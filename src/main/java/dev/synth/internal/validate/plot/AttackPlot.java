package dev.synth.internal.validate.plot;

import java.util.List;

/**
 * The ROC curve of an attacker who guesses which rows were learned from.
 *
 * @param kind how the attacker scores rows
 * @param members how many rows were learned from
 * @param others how many were not
 * @param area the area under the curve, 0.5 for guesses
 * @param noise how far the area lies from 0.5 by chance at most, in 19 cases of 20
 * @param points false alarms and found members as shares, ascending, from (0, 0) to (1, 1)
 */
public record AttackPlot(
    Kind kind, int members, int others, double area, double noise, List<List<Double>> points) {
  public AttackPlot {
    points = points.stream().map(List::copyOf).toList();
  }

  /** The way in which an attacker scores rows. */
  public enum Kind {
    /** By how near the nearest synthetic row is: training rows against unseen ones. */
    DISTANCE,
    /** By shadow generators, as in the metric {@code membership_inference}. */
    SHADOWS
  }
}
