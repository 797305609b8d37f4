package dev.synth.table.reading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * A note on rows that are compared with those of another table.
 *
 * <p>{@code source} is the file or pattern that they come from.
 */
@JsonSubTypes({
  @JsonSubTypes.Type(MatchNote.ExtraColumns.class),
  @JsonSubTypes.Type(MatchNote.LackingColumns.class),
  @JsonSubTypes.Type(MatchNote.WithoutLabel.class),
  @JsonSubTypes.Type(MatchNote.OtherRows.class)
})
public sealed interface MatchNote extends ReadingNote {
  /** Columns that the other table has not. */
  @JsonTypeName("extra_columns")
  record ExtraColumns(String source, List<String> columns) implements MatchNote {
    public ExtraColumns {
      columns = List.copyOf(columns);
    }
  }

  /** Columns that the other table alone has. */
  @JsonTypeName("lacking_columns")
  record LackingColumns(String source, List<String> columns) implements MatchNote {
    public LackingColumns {
      columns = List.copyOf(columns);
    }
  }

  /** No column of the label, so that all rows count as rare. */
  @JsonTypeName("without_label")
  record WithoutLabel(String source, String label) implements MatchNote {}

  /**
   * Rows that are not rare, which are left out.
   *
   * @param rows how many
   */
  @JsonTypeName("other_rows")
  record OtherRows(String source, int rows) implements MatchNote {}
}
