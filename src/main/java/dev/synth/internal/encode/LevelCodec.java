package dev.synth.internal.encode;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A categorical column as a one-hot span of its cases: missing, where training rows are, and the
 * levels that training rows have, rare ones too.
 *
 * <p>Of more than 100 levels the 99 most frequent ones have a case each, and all others share the
 * last case, under which a scalar says which of them it is. So the width is bounded, and no level
 * is lost.
 */
final class LevelCodec implements ColumnCodec {
  /**
   * The most cases that a column has for its levels: enough for countries or the United States, and
   * no wider than a network's hidden layer.
   */
  static final int MOST_CASES = 100;

  private final Column column;
  private final int offset;
  private final boolean missing;
  private final List<String> levels;
  private final @Nullable OtherLevels others;

  LevelCodec(
      Column column,
      int offset,
      boolean missing,
      List<String> levels,
      @Nullable OtherLevels others) {
    this.column = column;
    this.offset = offset;
    this.missing = missing;
    this.levels = List.copyOf(levels);
    this.others = others;
    if (new LinkedHashSet<>(all()).size() != all().size()) {
      throw new IllegalArgumentException("two levels are equal");
    }
    ColumnCodec.requireCases(missing || !levels.isEmpty());
  }

  static LevelCodec fit(
      Column column,
      int offset,
      Cells.Levels cells,
      IntPredicate isRare,
      FeatureEncoder.QuantileRows scope) {
    double[] shares = new double[cells.levels().size()];
    double[] counts = new double[shares.length];
    int present = cells.size() - cells.missingCount();
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        shares[cells.code(row)] += 1.0 / present;
        boolean counted = scope == FeatureEncoder.QuantileRows.ALL || isRare.test(row);
        counts[cells.code(row)] += counted ? 1 : 0;
      }
    }
    int[] used = IntStream.range(0, shares.length).filter(code -> shares[code] > 0).toArray();
    // The rows that the scope asks for, and one more that is spread over the levels of all rows.
    double[] weights = new double[shares.length];
    Arrays.setAll(weights, code -> counts[code] + shares[code]);
    BitSet kept = mostFrequent(used, weights);
    List<String> own = kept.stream().mapToObj(cells.levels()::get).toList();
    int[] rest = Arrays.stream(used).filter(code -> !kept.get(code)).toArray();
    OtherLevels others =
        rest.length == 0
            ? null
            : new OtherLevels(
                Arrays.stream(rest).mapToObj(cells.levels()::get).toList(),
                Arrays.stream(rest).mapToDouble(code -> weights[code]).toArray());
    return new LevelCodec(column, offset, cells.missingCount() > 0, own, others);
  }

  private static BitSet mostFrequent(int[] codes, double[] weights) {
    int count = codes.length <= MOST_CASES ? codes.length : MOST_CASES - 1;
    BitSet kept = new BitSet();
    Arrays.stream(codes)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer code) -> -weights[code]))
        .limit(count)
        .forEach(kept::set);
    return kept;
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(levels);
    if (others != null) {
      all.addAll(others.levels());
    }
    return all;
  }

  private int first() {
    return missing ? 1 : 0;
  }

  /** The case of the other levels, where there are any. */
  private int otherCase() {
    return first() + levels.size();
  }

  private int cases() {
    return otherCase() + (others == null ? 0 : 1);
  }

  @Override
  public Column column() {
    return column;
  }

  @Override
  public List<Span> spans() {
    if (cases() < 2) {
      return List.of();
    }
    Span.OneHot oneHot = new Span.OneHot(column.name(), offset, cases());
    return others == null
        ? List.of(oneHot)
        : List.of(oneHot, new Span.Scalar(column.name(), offset + cases(), offset + otherCase()));
  }

  @Override
  public void encode(Cells cells, double[][] rows) {
    if (cases() < 2) {
      return;
    }
    Cells.Levels given = (Cells.Levels) cells;
    int[] caseOfCode = casesOf(given.levels());
    double[] scoreOfCode = scoresOf(given.levels());
    for (int row = 0; row < rows.length; row++) {
      if (given.isMissing(row)) {
        if (missing) {
          rows[row][offset] = 1;
        }
        continue;
      }
      int code = given.code(row);
      if (caseOfCode[code] >= 0) {
        rows[row][offset + caseOfCode[code]] = 1;
      }
      if (others != null && caseOfCode[code] == otherCase()) {
        rows[row][offset + cases()] = scoreOfCode[code];
      }
    }
  }

  private int[] casesOf(List<String> given) {
    Map<String, Integer> known = new HashMap<>();
    for (String level : all()) {
      known.put(level, first() + Math.min(known.size(), levels.size()));
    }
    return given.stream().mapToInt(level -> known.getOrDefault(level, -1)).toArray();
  }

  private double[] scoresOf(List<String> given) {
    Map<String, Double> scores = others == null ? Map.of() : others.scores();
    return given.stream().mapToDouble(level -> scores.getOrDefault(level, 0.0)).toArray();
  }

  @Override
  public Cells decode(double[][] rows) {
    int[] codes = new int[rows.length];
    BitSet missingRows = new BitSet();
    double[] bounds = others == null ? new double[0] : others.bounds();
    for (int row = 0; row < rows.length; row++) {
      int index = cases() < 2 ? 0 : ColumnCodec.largest(rows[row], offset, cases());
      if (index < first()) {
        missingRows.set(row);
      } else if (others != null && index == otherCase()) {
        codes[row] = levels.size() + interval(bounds, rows[row][offset + cases()]);
      } else {
        codes[row] = index - first();
      }
    }
    return new Cells.Levels(codes, missingRows, all());
  }

  /** Returns how many bounds are below a score. */
  private static int interval(double[] bounds, double score) {
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException("NaN is not on the scale");
    }
    int found = Arrays.binarySearch(bounds, score);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public void write(ObjectNode json) {
    json.put("missing", missing);
    ArrayNode names = json.putArray("levels");
    levels.forEach(names::add);
    if (others != null) {
      others.write(json.putObject("others"));
    }
  }
}
