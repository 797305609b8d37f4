package dev.synth.split;

import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Real rows that were set aside before anything was learned.
 *
 * <p>The role is a type: what takes {@code HeldOut<Validation>} cannot be given the test rows. Only
 * {@code Splitter} creates one, but for {@link #declared}, which judges bare files.
 *
 * @param <R> what the rows were set aside for
 */
@SuppressWarnings("UnusedTypeParameter") // the role is there for the compiler alone
public final class HeldOut<R extends HeldOut.Role> {
  /** The purpose for which rows were set aside. */
  public sealed interface Role permits Validation, Test {}

  /** Rows to choose thresholds and to judge synthetic rows by. */
  public static final class Validation implements Role {
    private Validation() {}
  }

  /** Rows that are opened once, to measure. */
  public static final class Test implements Role {
    private Test() {}
  }

  private final LabelledTable rows;
  private final int[] blocks;

  /**
   * Rows that are set aside.
   *
   * @param blocks for each row what it must stay together with: rows of one number; not copied
   */
  HeldOut(LabelledTable rows, int[] blocks) {
    this.rows = rows;
    this.blocks = blocks;
  }

  /** For each row what it must stay together with; not to be written to. */
  int[] blocks() {
    return blocks;
  }

  /** Returns the number of rows, which is no secret. */
  public int rowCount() {
    return rows.rowCount();
  }

  /** Returns how many rows are of the rare class, which is no secret. */
  public int rareCount() {
    return rows.rareCount();
  }

  /**
   * Returns for each row the number of the first row of the data, from 0, that must stay together
   * with it. In a time split each row stands alone. This is no secret, as it comes from features.
   */
  public static int[] units(HeldOut<?> part) {
    return part.blocks.clone();
  }

  /**
   * Declares real rows of a file to be held out, where the user says that no generator saw them.
   * Only the services of experiment call it.
   */
  public static HeldOut<Validation> declared(LabelledTable rows) {
    return new HeldOut<>(rows, IntStream.range(0, rows.rowCount()).toArray());
  }

  /** Returns the validation rows. */
  public static LabelledTable validationRows(HeldOut<Validation> part) {
    return part.rows;
  }

  /**
   * Returns the features of the test rows, to be scored; which of them are rare stays closed. Only
   * {@code evaluate} may call this.
   */
  public static Table testFeatures(HeldOut<Test> part) {
    return part.rows.features();
  }

  /** Returns the days of the test rows, which are no secret; null where days are not known. */
  public static long @Nullable [] testDays(HeldOut<Test> part) {
    return part.rows.facts().days();
  }

  /**
   * Opens the test rows, and records that it did. Only {@code evaluate} may call this.
   *
   * @param log where the opening is recorded
   * @param reason what for, in a few words
   */
  public static LabelledTable openTest(HeldOut<Test> part, OpeningLog log, String reason) {
    log.record(reason);
    return part.rows;
  }
}
