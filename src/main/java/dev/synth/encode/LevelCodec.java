package dev.synth.encode;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A categorical column as a one-hot span of its cases: missing, where training rows are, and the
 * levels that training rows have, rare ones too.
 */
final class LevelCodec implements ColumnCodec {
  private final Column column;
  private final int offset;
  private final boolean missing;
  private final List<String> levels;

  LevelCodec(Column column, int offset, boolean missing, List<String> levels) {
    if (new LinkedHashSet<>(levels).size() != levels.size()) {
      throw new IllegalArgumentException("two levels are equal");
    }
    ColumnCodec.requireCases(missing || !levels.isEmpty());
    this.column = column;
    this.offset = offset;
    this.missing = missing;
    this.levels = List.copyOf(levels);
  }

  static LevelCodec fit(Column column, int offset, Cells.Levels cells) {
    BitSet used = new BitSet();
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        used.set(cells.code(row));
      }
    }
    List<String> levels = used.stream().mapToObj(code -> cells.levels().get(code)).toList();
    return new LevelCodec(column, offset, cells.missingCount() > 0, levels);
  }

  private int first() {
    return missing ? 1 : 0;
  }

  private int cases() {
    return first() + levels.size();
  }

  @Override
  public Column column() {
    return column;
  }

  @Override
  public List<Span> spans() {
    return cases() < 2 ? List.of() : List.of(new Span.OneHot(column.name(), offset, cases()));
  }

  @Override
  public void encode(Cells cells, double[][] rows) {
    if (cases() < 2) {
      return;
    }
    Cells.Levels given = (Cells.Levels) cells;
    int[] caseOfCode = casesOf(given.levels());
    for (int row = 0; row < rows.length; row++) {
      boolean isMissing = given.isMissing(row);
      int index = isMissing ? (missing ? 0 : -1) : caseOfCode[given.code(row)];
      if (index >= 0) {
        rows[row][offset + index] = 1;
      }
    }
  }

  private int[] casesOf(List<String> given) {
    Map<String, Integer> known = new HashMap<>();
    for (String level : levels) {
      known.put(level, first() + known.size());
    }
    return given.stream().mapToInt(level -> known.getOrDefault(level, -1)).toArray();
  }

  @Override
  public Cells decode(double[][] rows) {
    int[] codes = new int[rows.length];
    BitSet missingRows = new BitSet();
    for (int row = 0; row < rows.length; row++) {
      int index = cases() < 2 ? 0 : ColumnCodec.largest(rows[row], offset, cases());
      if (index < first()) {
        missingRows.set(row);
      } else {
        codes[row] = index - first();
      }
    }
    return new Cells.Levels(codes, missingRows, new ArrayList<>(levels));
  }

  @Override
  public void write(ObjectNode json) {
    json.put("missing", missing);
    ArrayNode names = json.putArray("levels");
    levels.forEach(names::add);
  }
}
