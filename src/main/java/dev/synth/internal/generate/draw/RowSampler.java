package dev.synth.internal.generate.draw;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.generate.Generator;
import dev.synth.internal.base.Parallel;
import dev.synth.rule.Conditions;
import dev.synth.split.BrokenRule;
import dev.synth.split.RowRules;
import dev.synth.split.RowRules.Reviewed;
import dev.synth.split.Synthetic;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws rows batch by batch, in constant memory, and hands on those that the row rules accept.
 *
 * <p>Each batch has a stream of random numbers of its own, so that the rows do not depend on how
 * many batches are drawn at once.
 */
public final class RowSampler {
  /**
   * The most rows that are drawn at once, which bounds the memory; all batches of a larger order
   * have this size.
   */
  public static final int LARGEST_BATCH = 10_000;

  private static final String LONGER = "train longer, where the kind has steps (generator.steps)";
  private static final String LOOSEN = "loosen that rule, or " + LONGER;

  /** Below this share of accepted rows a draw is given up. */
  private static final double LEAST_ACCEPTANCE = 0.01;

  /** The number of rows that are drawn before a draw may be given up. */
  private static final int FAIR_TRIAL = 1_000;

  private final Generator generator;
  private final RowRules rules;
  private final Context context;
  private final Consumer<Synthetic> sink;
  private final long wanted;
  private final boolean isLarge;
  private final boolean isFromStart;
  private long accepted;
  private @Nullable SampleLog log;

  private RowSampler(Order order, BatchRange part, Consumer<Synthetic> sink, Context context) {
    this.generator = asked(order, context);
    this.rules = order.rules();
    this.wanted = part.most();
    this.isLarge = order.isLarge();
    this.isFromStart = part.first() == 0;
    this.sink = sink;
    this.context = context;
  }

  /**
   * An order for rows to be drawn.
   *
   * @param generator where rows come from
   * @param rules which of them are accepted
   * @param rows how many accepted rows, at least 1
   * @param jobs how many batches are drawn at once, at least 1; no row depends on it
   */
  public record Order(Generator generator, RowRules rules, long rows, int jobs) {
    /** Returns whether all batches have one size, whatever earlier ones gave. */
    private boolean isLarge() {
      return rows > LARGEST_BATCH;
    }
  }

  /**
   * Some batches in a row of a large order; only the part that begins with the first one judges
   * whether the order is hopeless.
   *
   * @param first the first of them, at least 0
   * @param batches how many, at least 1
   * @param most how many accepted rows are handed on at most, at least 1; no batch is drawn after
   *     these
   */
  public record BatchRange(int first, int batches, long most) {}

  /**
   * Draws until enough rows are accepted.
   *
   * @param sink takes the accepted rows, batch by batch, on the caller's thread
   * @throws Problem (data) when fewer than 1 % of at least 1,000 draws are accepted
   */
  public static SampleLog draw(Order order, Consumer<Synthetic> sink, Context context) {
    BatchRange all = new BatchRange(0, Integer.MAX_VALUE, order.rows());
    RowSampler stream = new RowSampler(order, all, sink, context);
    long likely = Math.ceilDiv(order.rows(), (long) LARGEST_BATCH);
    Parallel.inOrder(order.isLarge() ? order.jobs() : 1, likely, stream::review, stream::take);
    return stream.soFar();
  }

  /**
   * Draws a part of a large order on the caller's thread. All parts one after the other, without
   * limits, have the rows of {@link #draw} and those that follow.
   *
   * @param sink see {@link #draw}
   * @throws Problem see {@link #draw}
   */
  public static SampleLog drawPart(
      Order order, BatchRange part, Consumer<Synthetic> sink, Context context) {
    if (!order.isLarge()) {
      throw new IllegalArgumentException("the batches of a small order depend on each other");
    }
    RowSampler stream = new RowSampler(order, part, sink, context);
    int next = part.first();
    int end = part.first() + part.batches();
    while (next < end && stream.take(stream.review(next))) {
      next++;
    }
    return stream.soFar();
  }

  private static Generator asked(Order order, Context context) {
    Conditions conditions = order.rules().conditions();
    return conditions.isEmpty()
        ? order.generator()
        : order.generator().given(conditions, context.below("conditions"));
  }

  private SampleLog soFar() {
    if (log == null) {
      throw new IllegalStateException("no batch was drawn");
    }
    return log;
  }

  private Reviewed review(int batch) {
    context.cancellation().check();
    Context own = context.below("batch/" + batch);
    return rules.review(generator.sample(sizeOf(batch), own));
  }

  /**
   * Large orders have batches of one size, since the number that earlier ones gave is not known
   * yet. A small one draws what is likely to suffice at the acceptance so far, and a tenth more.
   */
  private int sizeOf(int batch) {
    if (isLarge) {
      return LARGEST_BATCH;
    }
    if (batch == 0) {
      return (int) wanted;
    }
    double acceptance = Math.max(LEAST_ACCEPTANCE, (double) accepted / soFar().drawn());
    return (int) Math.min(LARGEST_BATCH, 1 + (long) (1.1 * (wanted - accepted) / acceptance));
  }

  private boolean take(Reviewed batch) {
    log = log == null ? SampleLog.of(batch) : log.with(batch);
    Synthetic rows = batch.accepted();
    long missing = wanted - accepted;
    sink.accept(rows.rowCount() > missing ? rows.first((int) missing) : rows);
    accepted += Math.min(missing, rows.rowCount());
    giveUpIfHopeless();
    return accepted < wanted;
  }

  private void giveUpIfHopeless() {
    SampleLog soFar = soFar();
    if (!isFromStart
        || accepted >= wanted
        || soFar.drawn() < FAIR_TRIAL
        || accepted >= LEAST_ACCEPTANCE * soFar.drawn()) {
      return;
    }
    BrokenRule rule = soFar.strictest().orElseThrow().getKey();
    throw Problem.data(
        "only %d of %d drawn rows satisfy the rules; %s rejected most of them (%d); %s",
        accepted,
        soFar.drawn(),
        SampleLog.quoted(rule),
        soFar.rejectedBy().getOrDefault(rule, 0L),
        switch (rule) {
          case BrokenRule.Asked asked ->
              "rows like that are too rare to be drawn by this generator; ask for fewer columns at"
                  + " once, or use a kind that starts from real rows, such as oversample";
          case BrokenRule.OfTraining training -> LOOSEN;
          case BrokenRule.OfRelation relation ->
              LONGER + ", or switch that relation off (relations.ignore)";
          case BrokenRule.OfUser own -> LOOSEN;
        });
  }
}
