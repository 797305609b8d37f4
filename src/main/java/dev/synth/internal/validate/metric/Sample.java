package dev.synth.internal.validate.metric;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as metrics see them: for each column an array of plain numbers.
 *
 * <p>A number is itself, a point in time is in microseconds, a level is its index in {@link
 * SampleColumn#levels}, and a missing cell is NaN. The arrays are shared with the metrics, which
 * must not change them.
 */
public final class Sample {
  private final SampleSpace space;
  private final double[][] values;
  private final int rowCount;
  private final Beside beside;

  Sample(SampleSpace space, double[][] values, int rowCount) {
    this(space, values, rowCount, Beside.NOTHING);
  }

  private Sample(SampleSpace space, double[][] values, int rowCount, Beside beside) {
    this.space = space;
    this.values = values;
    this.rowCount = rowCount;
    this.beside = beside;
  }

  /** The data beside real rows, for the metrics that ask for it. */
  private record Beside(
      @Nullable Sample majority,
      @Nullable Sample unseen,
      ShadowSet shadows,
      @Nullable LabelledDraws labelled,
      List<BrokenRelation> marks) {
    static final Beside NOTHING = new Beside(null, null, ShadowSet.NO_GENERATOR, null, List.of());
  }

  /** Returns which rows break which relations of the training rows; none where nobody looked. */
  public List<BrokenRelation> marks() {
    return beside.marks;
  }

  /** Returns the same rows, with the relations that they break. */
  public Sample marked(List<BrokenRelation> marks) {
    return with(
        new Beside(
            beside.majority, beside.unseen, beside.shadows, beside.labelled, List.copyOf(marks)));
  }

  /** Returns the columns. */
  public List<SampleColumn> columns() {
    return space.columns();
  }

  /** Returns the number of columns. */
  public int columnCount() {
    return values.length;
  }

  /** Returns the pairs of columns that are compared, the same for all samples of a space. */
  public ColumnPairs pairs() {
    return space.pairs();
  }

  /** Returns the pairs of columns of levels that are compared. */
  public ColumnPairs levelPairs() {
    return space.levelPairs();
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return rowCount;
  }

  /** Returns a column's values, one a row, NaN where missing; shared, not to be changed. */
  public double[] values(int column) {
    return values[column];
  }

  /**
   * Returns training rows of the other class, over the same columns, for metrics that ask to which
   * class a row belongs; null where there are none. A level that no rare and no synthetic row has
   * is −1 there.
   */
  public @Nullable Sample majority() {
    return beside.majority;
  }

  /**
   * Returns rare real rows that no generator saw, however few, over the same columns, for metrics
   * that ask what a row gives away; null where there are none.
   */
  public @Nullable Sample unseen() {
    return beside.unseen;
  }

  /**
   * Returns what generators gave that learned from half of these rows each, or why there are none.
   */
  public ShadowSet shadows() {
    return beside.shadows;
  }

  /**
   * Returns the synthetic rows with the labels of a teacher that learned from these rows; null
   * where they have none, or nobody asks.
   */
  public @Nullable LabelledDraws labelled() {
    return beside.labelled;
  }

  /** Returns the same rows, with labelled synthetic rows beside them. */
  public Sample besideLabelled(@Nullable LabelledDraws labelled) {
    return with(new Beside(beside.majority, beside.unseen, beside.shadows, labelled, beside.marks));
  }

  /** Returns the same rows, with rows of the other class beside them. */
  public Sample beside(Sample otherClass) {
    return with(
        new Beside(otherClass, beside.unseen, beside.shadows, beside.labelled, beside.marks));
  }

  /** Returns the same rows, with rows beside them that no generator saw. */
  public Sample besideUnseen(@Nullable Sample unseen) {
    return with(new Beside(beside.majority, unseen, beside.shadows, beside.labelled, beside.marks));
  }

  /** Returns the same rows, with what shadow generators gave beside them. */
  public Sample besideShadows(ShadowSet shadows) {
    return with(new Beside(beside.majority, beside.unseen, shadows, beside.labelled, beside.marks));
  }

  private Sample with(Beside more) {
    return new Sample(space, values, rowCount, more);
  }

  /** Returns these rows followed by others over the same columns. */
  public Sample followedBy(Sample more) {
    double[][] joined = new double[values.length][];
    for (int column = 0; column < values.length; column++) {
      joined[column] = Arrays.copyOf(values[column], rowCount + more.rowCount);
      System.arraycopy(more.values[column], 0, joined[column], rowCount, more.rowCount);
    }
    return new Sample(space, joined, rowCount + more.rowCount, beside).marked(List.of());
  }

  /** Returns the given rows, in the given order; a row may come more than once. */
  public Sample rows(int[] rows) {
    double[][] picked = new double[values.length][rows.length];
    for (int column = 0; column < values.length; column++) {
      for (int i = 0; i < rows.length; i++) {
        picked[column][i] = values[column][rows[i]];
      }
    }
    List<BrokenRelation> picks = beside.marks.stream().map(mark -> mark.rows(rows)).toList();
    return new Sample(space, picked, rows.length, beside).marked(picks);
  }
}
