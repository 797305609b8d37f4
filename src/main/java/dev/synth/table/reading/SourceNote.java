package dev.synth.table.reading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note on the files or the query that rows come from. */
@JsonSubTypes({
  @JsonSubTypes.Type(SourceNote.ReadAsPattern.class),
  @JsonSubTypes.Type(SourceNote.SameFile.class),
  @JsonSubTypes.Type(SourceNote.EqualFiles.class),
  @JsonSubTypes.Type(SourceNote.OtherCharset.class),
  @JsonSubTypes.Type(SourceNote.BackslashQuotes.class),
  @JsonSubTypes.Type(SourceNote.DrawnTable.class),
  @JsonSubTypes.Type(SourceNote.TitleLeftOut.class),
  @JsonSubTypes.Type(SourceNote.RemarkLeftOut.class),
  @JsonSubTypes.Type(SourceNote.HeadersLeftOut.class),
  @JsonSubTypes.Type(SourceNote.TotalsLeftOut.class),
  @JsonSubTypes.Type(SourceNote.DashesLeftOut.class),
  @JsonSubTypes.Type(SourceNote.EmptyLinesLeftOut.class),
  @JsonSubTypes.Type(SourceNote.DoubledDelimiter.class),
  @JsonSubTypes.Type(SourceNote.RareDelimiter.class),
  @JsonSubTypes.Type(SourceNote.UnorderedQuery.class)
})
public sealed interface SourceNote extends ReadingNote {
  /**
   * A source that is no file, and names others as a pattern.
   *
   * @param source as the user wrote it
   * @param file the first file that it names
   */
  @JsonTypeName("read_as_pattern")
  record ReadAsPattern(String source, String file) implements SourceNote {}

  /**
   * A file that is an earlier one by another name, and is read once.
   *
   * @param file the later name
   * @param same the name by which it is read
   */
  @JsonTypeName("same_file")
  record SameFile(String file, String same) implements SourceNote {}

  /**
   * Two files of the same bytes, so that each of their rows counts twice.
   *
   * @param file the earlier one
   * @param other the later one
   */
  @JsonTypeName("equal_files")
  record EqualFiles(String file, String other) implements SourceNote {}

  /**
   * A text file that is not read as UTF-8.
   *
   * @param charset its charset's name in Java
   * @param isGuessed whether nothing but its bytes speaks for that charset
   */
  @JsonTypeName("other_charset")
  record OtherCharset(String file, String charset, boolean isGuessed) implements SourceNote {}

  /** A file with a backslash before each quote inside quotes. */
  @JsonTypeName("backslash_quotes")
  record BackslashQuotes(String file) implements SourceNote {}

  /** A table that is drawn with lines; rows are written without them. */
  @JsonTypeName("drawn_table")
  record DrawnTable(String file) implements SourceNote {}

  /**
   * Lines before the column names, which are left out.
   *
   * @param title the beginning of the first of them
   */
  @JsonTypeName("title_left_out")
  record TitleLeftOut(String file, String title) implements SourceNote {}

  /**
   * A remark behind the rows, which is left out.
   *
   * @param line where it stands, from 1; null where that is not known
   * @param remark its beginning
   */
  @JsonTypeName("remark_left_out")
  record RemarkLeftOut(String file, @Nullable Integer line, String remark) implements SourceNote {}

  /**
   * Lines that hold the column names once more, and are left out.
   *
   * @param lines where the first of them stand, from 1
   * @param count how many there are
   */
  @JsonTypeName("headers_left_out")
  record HeadersLeftOut(String file, List<Integer> lines, int count) implements SourceNote {
    public HeadersLeftOut {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of totals at the end, which is left out.
   *
   * @param line where it stands, from 1
   */
  @JsonTypeName("totals_left_out")
  record TotalsLeftOut(String file, int line) implements SourceNote {}

  /**
   * A line of dashes below the column names, which is left out.
   *
   * @param line where it stands, from 1
   */
  @JsonTypeName("dashes_left_out")
  record DashesLeftOut(String file, int line) implements SourceNote {}

  /**
   * Lines of empty cells at the end, which are left out.
   *
   * @param count how many there are
   */
  @JsonTypeName("empty_lines_left_out")
  record EmptyLinesLeftOut(String file, int count) implements SourceNote {}

  /**
   * A file with two delimiters between cells; rows are written with one.
   *
   * @param delimiter one of the two
   */
  @JsonTypeName("doubled_delimiter")
  record DoubledDelimiter(String file, String delimiter) implements SourceNote {}

  /**
   * A file whose delimiter is a rare one, by which all lines have as many cells.
   *
   * @param delimiter a character
   */
  @JsonTypeName("rare_delimiter")
  record RareDelimiter(String file, String delimiter) implements SourceNote {}

  /** A query whose rows may come in another order the next time. */
  @JsonTypeName("unordered_query")
  record UnorderedQuery() implements SourceNote {}
}
