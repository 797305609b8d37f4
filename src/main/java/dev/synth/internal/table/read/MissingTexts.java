package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The texts that stand for missing cells in the columns of text files. */
final class MissingTexts {
  private final StagedTable staged;
  private final MissingTokens tokens;

  MissingTexts(StagedTable staged, MissingTokens tokens) {
    this.staged = staged;
    this.tokens = tokens;
  }

  /**
   * Returns the text that most of a column's missing cells have, the first in the order of texts
   * where two are as frequent; empty where nothing is missing, and of files that hold no texts.
   */
  String of(int position, ColumnType type, Cells cells) {
    int missing = cells.missingCount();
    boolean isText = staged.kind(position) == StagedTable.Kind.TEXT;
    int empty = isText ? staged.texts().emptyCells(position) : missing;
    if (2 * empty >= missing) {
      return "";
    }
    Map<String, Integer> rows = new TreeMap<>(Map.of("", empty));
    staged
        .texts()
        .counts(position, tokens.words(), tokens.numbers())
        .forEach(
            (text, count) -> {
              if (isMissing(type, text.strip())) {
                rows.merge(text.strip(), count, Integer::sum);
              }
            });
    String most = "";
    for (Map.Entry<String, Integer> each : rows.entrySet()) {
      most = each.getValue() > rows.getOrDefault(most, 0) ? each.getKey() : most;
    }
    return most;
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
