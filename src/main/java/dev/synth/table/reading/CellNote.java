package dev.synth.table.reading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note on the cells of several columns, in the columns' order. */
@JsonSubTypes({
  @JsonSubTypes.Type(CellNote.MissingWords.class),
  @JsonSubTypes.Type(CellNote.OwnForms.class),
  @JsonSubTypes.Type(CellNote.WithoutValue.class),
  @JsonSubTypes.Type(CellNote.OneValue.class),
  @JsonSubTypes.Type(CellNote.MissingCells.class)
})
public sealed interface CellNote extends ReadingNote {
  /** Words among numbers or times that are read as missing cells. */
  @JsonTypeName("missing_words")
  record MissingWords(List<ColumnWords> columns) implements CellNote {
    public MissingWords {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column's words for missing cells.
   *
   * @param words the most frequent first
   */
  record ColumnWords(String column, List<Counted> words) {
    public ColumnWords {
      words = List.copyOf(words);
    }
  }

  /** Columns whose numbers or times are not written as programs write them. */
  @JsonTypeName("own_forms")
  record OwnForms(List<ColumnForm> columns) implements CellNote {
    public OwnForms {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column's form.
   *
   * @param example a text of the column
   * @param readAs the pattern of its times, or the unit of its durations; null where the example
   *     says enough
   */
  record ColumnForm(String column, String example, @Nullable String readAs) {}

  /** Columns without any value. */
  @JsonTypeName("without_value")
  record WithoutValue(List<String> columns) implements CellNote {
    public WithoutValue {
      columns = List.copyOf(columns);
    }
  }

  /** Columns with one value only. */
  @JsonTypeName("one_value")
  record OneValue(List<String> columns) implements CellNote {
    public OneValue {
      columns = List.copyOf(columns);
    }
  }

  /** Columns with missing cells. */
  @JsonTypeName("missing_cells")
  record MissingCells(List<ColumnGaps> columns) implements CellNote {
    public MissingCells {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column's missing cells.
   *
   * @param missing how many there are
   */
  record ColumnGaps(String column, int missing) {}
}
