package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.split.RowRules;
import dev.synth.split.RowRules.Rejection;
import dev.synth.split.RowRules.Reviewed;
import dev.synth.split.Synthetic;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A generator's draws, after the row rules.
 *
 * @param accepted as many rows as were asked for
 * @param rejected the rows that broke a rule
 * @param rejections for each rejected row the first rule that it broke; {@code row} is the row's
 *     position in {@code rejected}
 * @param drawn how many rows were drawn in all
 */
public record AcceptedRows(
    Synthetic accepted, Table rejected, List<Rejection> rejections, int drawn) {
  /** Below this share of accepted rows a draw is given up. */
  private static final double LEAST_ACCEPTANCE = 0.01;

  /** So many rows are drawn before a draw may be given up. */
  private static final int FAIR_TRIAL = 1_000;

  /** So many rows are drawn at once at most, which bounds the memory. */
  private static final int LARGEST_BATCH = 100_000;

  public AcceptedRows {
    rejections = List.copyOf(rejections);
  }

  /**
   * Draws until enough rows are accepted.
   *
   * @param rows how many accepted rows, at least 1
   * @throws Problem (data) when fewer than 1 % of at least 1,000 draws are accepted
   */
  public static AcceptedRows draw(Generator generator, RowRules rules, int rows, Context context) {
    Reviewed first = review(generator, rules, Math.min(rows, LARGEST_BATCH), 0, context);
    Synthetic accepted = first.accepted();
    Table rejected = first.rejected();
    List<Rejection> rejections = new ArrayList<>(first.rejections());
    int drawn = accepted.rowCount() + rejected.rowCount();
    for (int batch = 1; accepted.rowCount() < rows; batch++) {
      giveUpIfHopeless(accepted.rowCount(), drawn, rejections);
      int next = nextBatch(rows - accepted.rowCount(), accepted.rowCount(), drawn);
      Reviewed reviewed = review(generator, rules, next, batch, context);
      for (Rejection rejection : reviewed.rejections()) {
        rejections.add(
            new Rejection(
                rejected.rowCount() + rejection.row(),
                rejection.column(),
                rejection.rule(),
                rejection.value()));
      }
      accepted = accepted.followedBy(reviewed.accepted());
      rejected = rejected.followedBy(reviewed.rejected());
      drawn += next;
    }
    return new AcceptedRows(accepted.first(rows), rejected, rejections, drawn);
  }

  private static Reviewed review(
      Generator generator, RowRules rules, int rows, int batch, Context context) {
    context.cancellation().check();
    return rules.review(generator.sample(rows, context.below("batch/" + batch)));
  }

  /** Draws what is likely to suffice at the acceptance seen so far, and a tenth more. */
  private static int nextBatch(int wanted, int accepted, int drawn) {
    double acceptance = Math.max(LEAST_ACCEPTANCE, (double) accepted / drawn);
    return (int) Math.min(LARGEST_BATCH, 1 + (long) (1.1 * wanted / acceptance));
  }

  private static void giveUpIfHopeless(int accepted, int drawn, List<Rejection> rejections) {
    if (drawn < FAIR_TRIAL || accepted >= LEAST_ACCEPTANCE * drawn) {
      return;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Rejection rejection : rejections) {
      counts.merge(rejection.rule(), 1, Integer::sum);
    }
    String rule = "";
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > counts.getOrDefault(rule, 0)) {
        rule = entry.getKey();
      }
    }
    throw Problem.data(
        "only %d of %d drawn rows satisfy the rules; '%s' rejected most of them (%d); loosen that"
            + " rule, or train longer (generator.steps)",
        accepted, drawn, rule, counts.getOrDefault(rule, 0));
  }
}
