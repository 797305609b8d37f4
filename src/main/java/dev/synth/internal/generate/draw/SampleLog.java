package dev.synth.internal.generate.draw;

import dev.synth.split.BrokenRule;
import dev.synth.split.RowRules.Rejection;
import dev.synth.split.RowRules.Reviewed;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of a generator's draws.
 *
 * @param drawn how many rows were drawn in all, at least 1
 * @param rejected the first 10,000 rows that broke a rule
 * @param rejections for each of these the first rule that it broke; {@code row} is the row's
 *     position in {@code rejected}
 * @param rejectedBy how many rows each rule rejected, in the order of first use; what training rows
 *     say of a column has the column's name before it
 */
public record SampleLog(
    long drawn, Table rejected, List<Rejection> rejections, Map<BrokenRule, Long> rejectedBy) {
  /** The most rejected rows that are kept. */
  public static final int MOST_KEPT = 10_000;

  public SampleLog {
    rejections = List.copyOf(rejections);
    rejectedBy = new LinkedHashMap<>(rejectedBy);
  }

  /** The log of a first batch. */
  static SampleLog of(Reviewed batch) {
    Table none = batch.rejected().rows(new int[0]);
    return new SampleLog(0, none, List.of(), Map.of()).with(batch);
  }

  /** Returns this log with a further batch. */
  SampleLog with(Reviewed batch) {
    Map<BrokenRule, Long> counts = new LinkedHashMap<>(rejectedBy);
    for (Rejection rejection : batch.rejections()) {
      counts.merge(named(rejection), 1L, Long::sum);
    }
    long all = drawn + batch.accepted().rowCount() + batch.rejected().rowCount();
    int kept = Math.min(batch.rejected().rowCount(), MOST_KEPT - rejected.rowCount());
    if (kept == 0) {
      return new SampleLog(all, rejected, rejections, counts);
    }
    int[] first = new int[kept];
    List<Rejection> reasons = new ArrayList<>(rejections);
    for (int i = 0; i < kept; i++) {
      Rejection reason = batch.rejections().get(i);
      first[i] = i;
      reasons.add(
          new Rejection(rejected.rowCount() + i, reason.column(), reason.broken(), reason.value()));
    }
    return new SampleLog(all, rejected.followedBy(batch.rejected().rows(first)), reasons, counts);
  }

  /** A range or a set of levels says nothing without its column. */
  private static BrokenRule named(Rejection rejection) {
    return switch (rejection.broken()) {
      case BrokenRule.OfTraining training ->
          new BrokenRule.OfTraining("'" + rejection.column() + "' " + training.text());
      case BrokenRule.Asked asked -> asked;
      case BrokenRule.OfUser own -> own;
      case BrokenRule.OfRelation relation -> relation;
    };
  }

  /** Returns the same counts by the rules' texts. */
  public Map<String, Long> rejectedByText() {
    Map<String, Long> counts = new LinkedHashMap<>();
    rejectedBy.forEach((rule, count) -> counts.merge(rule.text(), count, Long::sum));
    return counts;
  }

  /** Returns how many rows were rejected, kept or not. */
  public long rejectedCount() {
    return rejectedBy.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the share of accepted rows, in [0, 1]. */
  public double acceptance() {
    return 1 - (double) rejectedCount() / drawn;
  }

  /** Returns the rule that rejected most rows, the first of several; empty if none did. */
  public Optional<Map.Entry<BrokenRule, Long>> strictest() {
    return rejectedBy.entrySet().stream()
        .reduce((most, next) -> next.getValue() > most.getValue() ? next : most);
  }

  /** Returns a rule's text in quotes, unless it begins with a column's name in quotes. */
  public static String quoted(BrokenRule rule) {
    return quoted(rule.text());
  }

  /** Returns a rule's text in quotes, unless it begins with a column's name in quotes. */
  public static String quoted(String text) {
    return text.startsWith("'") ? text : "'" + text + "'";
  }
}
