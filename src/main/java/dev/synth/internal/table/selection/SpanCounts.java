package dev.synth.internal.table.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The answers of a second look at files.
 *
 * @param spans for each span of time, and each part of it that given cuts make, its rows
 * @param sums the sums of the number columns, of rare rows and of others
 * @param levels for each column of few levels its levels, each with its rare rows and its others
 */
public record SpanCounts(
    NavigableMap<SpanPart, Rows> spans,
    Map<Boolean, Map<Integer, ExactSums>> sums,
    NavigableMap<Integer, NavigableMap<String, long[]>> levels) {
  public SpanCounts {
    spans = new TreeMap<>(spans);
    sums = new TreeMap<>(sums);
    levels = new TreeMap<>(levels);
  }

  /**
   * A part of a span of time.
   *
   * @param span the span's number
   * @param cuts how many of the given cuts are at or before it
   */
  public record SpanPart(long span, int cuts) implements Comparable<SpanPart> {
    @Override
    public int compareTo(SpanPart other) {
      int order = Long.compare(span, other.span);
      return order != 0 ? order : Integer.compare(cuts, other.cuts);
    }
  }

  /**
   * Rows of both classes.
   *
   * @param rare those of the rare class
   * @param others the others
   */
  public record Rows(long rare, long others) {
    /** No rows. */
    public static final Rows NONE = new Rows(0, 0);

    /** Returns these rows and others. */
    public Rows and(Rows more) {
      return new Rows(rare + more.rare, others + more.others);
    }
  }

  /** Returns the rows of each span, and the others among them. */
  public NavigableMap<Long, long[]> bySpan() {
    NavigableMap<Long, long[]> all = new TreeMap<>();
    spans.forEach(
        (part, rows) -> {
          long[] counts = all.computeIfAbsent(part.span(), span -> new long[2]);
          counts[0] += rows.rare() + rows.others();
          counts[1] += rows.others();
        });
    return all;
  }

  /**
   * Returns the rows of each stretch. Its start is a given cut, or that of a span.
   *
   * @param width the spans' width
   */
  public List<Rows> byStretch(Stretches stretches, long width) {
    Rows[] all = new Rows[stretches.count()];
    Arrays.fill(all, Rows.NONE);
    spans.forEach(
        (part, rows) -> {
          int stretch =
              part.cuts() > 0
                  ? stretches.training() - 1 + part.cuts()
                  : stretches.of(part.span() * (double) width);
          all[stretch] = all[stretch].and(rows);
        });
    return List.of(all);
  }
}
