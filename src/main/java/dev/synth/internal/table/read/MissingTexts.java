package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.CellTexts.MissingText;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** The texts that stand for missing cells in the columns of text files. */
final class MissingTexts {
  private final StagedTable staged;
  private final MissingTokens tokens;
  private final Set<Integer> besideWords;
  private final Map<Integer, Map<String, Integer>> counted = new HashMap<>();

  /**
   * The texts of a staged table.
   *
   * @param besideWords the columns of numbers with words, which are asked together
   */
  MissingTexts(StagedTable staged, MissingTokens tokens, Set<Integer> besideWords) {
    this.staged = staged;
    this.tokens = tokens;
    this.besideWords = besideWords;
  }

  /**
   * Returns the texts of a column's missing cells with their counts, in the order of texts; none
   * where all are empty, where nothing is missing, and of files that hold no texts.
   */
  List<MissingText> of(int position, ColumnType type, Cells cells) {
    int missing = cells.missingCount();
    boolean isText = staged.kind(position) == StagedTable.Kind.TEXT;
    int empty = isText ? staged.texts().emptyCells(position) : missing;
    if (empty >= missing) {
      return List.of();
    }
    Map<String, Integer> rows = new TreeMap<>();
    if (empty > 0) {
      rows.put("", empty);
    }
    counts(position)
        .forEach(
            (text, count) -> {
              if (isMissing(type, text.strip())) {
                rows.merge(text.strip(), count, Integer::sum);
              }
            });
    return rows.keySet().equals(Set.of(""))
        ? List.of()
        : rows.entrySet().stream()
            .map(each -> new MissingText(each.getKey(), each.getValue()))
            .toList();
  }

  private Map<String, Integer> counts(int position) {
    Map<String, Integer> known = counted.get(position);
    if (known != null) {
      return known;
    }
    Set<Integer> together = besideWords.contains(position) ? besideWords : Set.of(position);
    counted.putAll(staged.texts().counts(together, tokens.words(), tokens.numbers()));
    return counted.getOrDefault(position, Map.of());
  }

  private boolean isMissing(ColumnType type, String word) {
    return switch (type) {
      case ColumnType.Numeric numeric -> isNoNumber(word);
      case ColumnType.Timestamp time -> isNoNumber(word);
      case ColumnType.TimeOfDay time -> isNoNumber(word);
      case ColumnType.Categorical categorical -> word.isEmpty() || tokens.isMissing(word);
      case ColumnType.Identifier identifier -> word.isEmpty() || tokens.isMissing(word);
    };
  }

  private boolean isNoNumber(String word) {
    OptionalDouble number = NumberText.parse(word);
    return word.isEmpty()
        || tokens.isMissingInNumbers(word)
        || (number.isPresent() && tokens.isMissing(number.getAsDouble()));
  }
}
