package dev.synth.internal.generate.draw;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.generate.Generator;
import dev.synth.split.RowRules;
import dev.synth.split.Synthetic;
import java.util.ArrayList;
import java.util.List;

/**
 * A generator's draws, after the row rules, in memory.
 *
 * @param accepted as many rows as were asked for
 * @param log what became of all draws
 */
public record AcceptedRows(Synthetic accepted, SampleLog log) {
  /**
   * Draws until enough rows are accepted.
   *
   * @param rows how many accepted rows, at least 1
   * @throws Problem (data) when fewer than 1 % of at least 1,000 draws are accepted
   */
  public static AcceptedRows draw(Generator generator, RowRules rules, int rows, Context context) {
    List<Synthetic> parts = new ArrayList<>();
    RowSampler.Order order = new RowSampler.Order(generator, rules, rows, 1);
    SampleLog log = RowSampler.draw(order, parts::add, context);
    return new AcceptedRows(joined(parts), log);
  }

  /** Joins neighbours again and again, so that no row is copied more than a few times. */
  private static Synthetic joined(List<Synthetic> parts) {
    List<Synthetic> left = parts;
    while (left.size() > 1) {
      List<Synthetic> pairs = new ArrayList<>();
      for (int i = 0; i < left.size(); i += 2) {
        Synthetic first = left.get(i);
        pairs.add(i + 1 < left.size() ? first.followedBy(left.get(i + 1)) : first);
      }
      left = pairs;
    }
    return left.getFirst();
  }
}
