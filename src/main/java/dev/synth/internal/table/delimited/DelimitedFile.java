package dev.synth.internal.table.delimited;

import dev.synth.base.Problem;
import dev.synth.table.TextStyle;
import dev.synth.table.reading.SourceNote;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A delimited text file's outer form: its charset, how its cells are parted and what its columns
 * are called.
 *
 * <p>DuckDB reads the rows of plain files. This class reads the header, so that nothing is guessed
 * that can be known; it reads the rows of all other files, and finds the line that is to blame
 * where there is none to read.
 *
 * @param path the file
 * @param encoding how bytes become characters
 * @param form how the text is parted
 * @param style how its cells are parted and quoted
 * @param header the line of column names, as it stands there
 * @param names the column names, unique, not empty
 * @param titles what stands before the column names, a text each line
 * @param remarks what stands behind the rows and is none, a text each line
 * @param noRows the lines among those behind the header, from 0, that are no rows, such as the
 *     header again, in their order; known of a file that was {@link #examined}
 */
public record DelimitedFile(
    Path path,
    Encoding encoding,
    TextForm form,
    TextStyle style,
    List<String> header,
    List<String> names,
    List<String> titles,
    List<String> remarks,
    List<Long> noRows) {
  private static final int HEAD = 1 << 16;

  /** The number of characters of a title that a message shows. */
  private static final int SHOWN = 40;

  private static final String END_OF_FILE = "\u001a";

  public DelimitedFile {
    header = List.copyOf(header);
    names = List.copyOf(names);
    titles = List.copyOf(titles);
    remarks = List.copyOf(remarks);
    noRows = List.copyOf(noRows);
  }

  /** Takes the cells of a row, in the order of the names. */
  public interface RowSink {
    /** Takes one row. */
    void row(List<String> cells);
  }

  /**
   * Reads the header.
   *
   * @param given the charset that the file is said to have where no mark says otherwise, or null
   */
  public static DelimitedFile open(Path path, @Nullable Charset given) {
    return open(path, Encoding.of(path, given));
  }

  /** Opens; where two delimiters do not part the cells of all lines, one does. */
  private static DelimitedFile open(Path path, Encoding encoding) {
    DelimitedFile file = open(path, encoding, true);
    if (file.form.layout() != TextForm.Layout.DOUBLED || file.hasAllRows()) {
      return file;
    }
    DelimitedFile single = open(path, encoding, false);
    return single.hasAllRows() ? single : file;
  }

  private boolean hasAllRows() {
    return RowFaults.first(this, new ArrayList<>(), new NoRowsFinder(header)).isEmpty();
  }

  private static DelimitedFile open(Path path, Encoding encoding, boolean mayBeDoubled) {
    try {
      TextForm form;
      String beginning;
      try (BufferedReader text = encoding.open(path)) {
        char[] head = new char[HEAD];
        int length = 0;
        int read = text.read(head, 0, HEAD);
        while (read > 0) {
          length += read;
          read = text.read(head, length, HEAD - length);
        }
        beginning = new String(head, 0, length);
        HeaderLine.checkIsTable(path, beginning);
        OtherFormat.checkHasNoZeros(path, beginning);
        TextForm likely = TextForm.of(beginning, length < HEAD);
        form = mayBeDoubled ? likely : likely.withLines();
      }
      try (BufferedReader text = text(path, encoding, form)) {
        CsvRecords records = new CsvRecords(text, form.delimiter());
        List<String> titles = new ArrayList<>();
        List<String> header = record(records);
        for (int i = 0; i < form.before() && header != null; i++) {
          titles.add(String.join(String.valueOf(form.delimiter()), header));
          header = record(records);
        }
        if (header == null) {
          throw Problem.data("'%s' is empty; it must hold a header and rows", path);
        }
        if (records.isUnclosed()) {
          throw Problem.data(
              "'%s', line %d: a quote is opened and never closed", path, records.line());
        }
        List<String> names = HeaderLine.names(path, records.line(), header);
        TextStyle style =
            form.isRewritten() ? styleOf(form) : QuoteHabit.of(beginning, form, names);
        return new DelimitedFile(
            path, encoding, form, style, header, names, titles, List.of(), List.of());
      }
    } catch (IOException e) {
      throw problem(path, encoding, 1, e);
    }
  }

  /** Returns the text as cells that delimiters part. */
  static BufferedReader text(Path path, Encoding encoding, TextForm form) throws IOException {
    BufferedReader text = encoding.open(path);
    return switch (form.layout()) {
      case LINES, BLANK_FIRST -> text;
      case DRAWN -> new BufferedReader(new DrawnTable(text));
      case DOUBLED -> new BufferedReader(new DoubledDelimiter(text, form.delimiter()));
    };
  }

  /** Rows come back parted by one delimiter, without the drawing. */
  private static TextStyle styleOf(TextForm form) {
    return TextStyle.isDelimiter(form.delimiter())
        ? new TextStyle(form.delimiter(), false, Set.of())
        : TextStyle.PLAIN;
  }

  /**
   * Returns the text's first bytes, unpacked and without a byte order mark; all if it has fewer.
   */
  public byte[] bytes(int most) {
    try (InputStream in = encoding.bytes(path)) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw problem(path, encoding, 1, e);
    }
  }

  /** Returns whether DuckDB can be asked to read the rows as they stand. */
  public boolean isPlain() {
    return encoding.isUtf8() && form.isPlain();
  }

  /** Returns whether the header ends in a delimiter, so that its last name is missing. */
  public boolean hasClosingDelimiter() {
    return names.size() > 1 && header.getLast().isBlank();
  }

  /**
   * Returns the file with a form in which all rows can be read.
   *
   * @throws Problem if there is none: a line with too few or too many cells, a quote that is never
   *     closed, a byte that is not of the charset; the message says where
   */
  public DelimitedFile examined() {
    DelimitedFile file = this;
    if (encoding.isUtf8() && encoding.mark() == 0) {
      Encoding whole = Encoding.examined(path, encoding.compressed());
      file = whole.equals(encoding) ? this : open(path, whole);
    }
    NoRowsFinder finder = new NoRowsFinder(header);
    List<String> ends = new ArrayList<>();
    Optional<Problem> fault = RowFaults.first(file, ends, finder);
    if (fault.isEmpty()) {
      return file.with(file.form, ends, finder);
    }
    DelimitedFile other = file.with(file.form.with(CsvRecords.Quoting.BACKSLASH), List.of());
    NoRowsFinder otherFinder = new NoRowsFinder(header);
    List<String> otherEnds = new ArrayList<>();
    if (RowFaults.first(other, otherEnds, otherFinder).isEmpty()) {
      return other.with(other.form, otherEnds, otherFinder);
    }
    throw fault.get();
  }

  private DelimitedFile with(TextForm other, List<String> ends, NoRowsFinder finder) {
    DelimitedFile file = with(other, ends);
    List<Long> found = finder.found(file);
    return new DelimitedFile(path, encoding, other, file.style, header, names, titles, ends, found);
  }

  private DelimitedFile with(TextForm other, List<String> ends) {
    return new DelimitedFile(path, encoding, other, style, header, names, titles, ends, List.of());
  }

  /** Returns whether a record is a remark, where the file ends in such. */
  boolean isRemark(List<String> cells) {
    return !remarks.isEmpty() && Remarks.isShort(cells, names.size());
  }

  /** Reads the rows without lines that are none; {@link #examined} must have returned this file. */
  public void trueRows(RowSink sink) {
    NoRowMarks marks = new NoRowMarks(noRows);
    rows(
        cells -> {
          if (!marks.next()) {
            sink.row(cells);
          }
        });
  }

  /** Reads all lines of rows; {@link #examined} must have returned this file. */
  public void rows(RowSink sink) {
    CsvRecords records = null;
    try (BufferedReader text = text(path, encoding, form)) {
      records = afterHeader(text);
      for (List<String> cells = record(records); cells != null; cells = record(records)) {
        if (isRemark(cells)) {
          return; // nothing but remarks follows
        }
        while (cells.size() < names.size()) {
          cells.add("");
        }
        sink.row(cells.subList(0, names.size()));
      }
    } catch (IOException e) {
      throw problem(path, encoding, records == null ? 1 : records.lineReached(), e);
    }
  }

  /**
   * Returns the line, from 1, of dashes, or of the last total or remark, which are no rows; nothing
   * where there is none. A plain file's rows are read only where its first or last line may be
   * such.
   */
  public OptionalInt lineThatIsNoRow() {
    try (BufferedReader text = text(path, encoding, form)) {
      List<String> first = record(afterHeader(text));
      List<String> last = TextEnd.cells(this);
      boolean mayBe = first != null && last.size() == names.size() && NoRows.mayBe(last);
      if (!mayBe && (first == null || !NoRows.areDashes(first))) {
        return OptionalInt.empty();
      }
    } catch (IOException e) {
      throw problem(path, encoding, 1, e);
    }
    return examined().lastNoRow();
  }

  private OptionalInt lastNoRow() {
    List<String> folded = header.stream().map(NoRowsFinder::folded).toList();
    NoRowMarks marks = new NoRowMarks(noRows);
    long[] row = {0, -1};
    rows(
        cells -> {
          boolean hasText = !cells.stream().allMatch(String::isBlank);
          if (marks.next()
              && hasText
              && !cells.stream().map(NoRowsFinder::folded).toList().equals(folded)) {
            row[1] = row[0];
          }
          row[0]++;
        });
    return row[1] < 0 ? OptionalInt.empty() : OptionalInt.of(line(row[1]));
  }

  /** Returns the line, from 1, on which a row begins. */
  public int line(long row) {
    try (BufferedReader text = text(path, encoding, form)) {
      CsvRecords records = afterHeader(text);
      for (long i = 0; i <= row; i++) {
        record(records);
      }
      return records.line();
    } catch (IOException e) {
      throw problem(path, encoding, 1, e);
    }
  }

  /** Returns the names of the columns of a row; a nameless last one is none. */
  public List<String> columns() {
    return hasClosingDelimiter() ? names.subList(0, names.size() - 1) : names;
  }

  /** Returns what the user ought to know of how the file is read. */
  public List<SourceNote> notes() {
    String name = path.toString();
    List<SourceNote> notes = new ArrayList<>();
    encoding.note(path).ifPresent(notes::add);
    if (form.quoting() == CsvRecords.Quoting.BACKSLASH) {
      notes.add(new SourceNote.BackslashQuotes(name));
    }
    switch (form.layout()) {
      case LINES, BLANK_FIRST -> {
        // nothing to tell
      }
      case DRAWN -> notes.add(new SourceNote.DrawnTable(name));
      case DOUBLED ->
          notes.add(new SourceNote.DoubledDelimiter(name, String.valueOf(form.delimiter())));
    }
    if (isGuessedDelimiter()) {
      notes.add(new SourceNote.RareDelimiter(name, String.valueOf(form.delimiter())));
    }
    titles.stream()
        .filter(title -> !isDelimiterLine(title))
        .findFirst()
        .ifPresent(first -> notes.add(new SourceNote.TitleLeftOut(name, shown(first))));
    if (!remarks.isEmpty()) {
      notes.add(new SourceNote.RemarkLeftOut(name, null, shown(remarks.getFirst())));
    }
    return notes;
  }

  /** Returns the beginning of a line, for a note. */
  public static String shown(String line) {
    String text = line.strip();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private boolean isGuessedDelimiter() {
    return form.layout() != TextForm.Layout.DOUBLED
        && TextStyle.RARE_DELIMITERS.indexOf(form.delimiter()) >= 0
        && titles.stream().noneMatch(TextForm::namesDelimiter);
  }

  private boolean isDelimiterLine(String title) {
    return titles.size() == 1 && TextForm.namesDelimiter(title);
  }

  /** Returns the records of a text whose column names are passed over. */
  CsvRecords afterHeader(Reader text) throws IOException {
    CsvRecords records = new CsvRecords(text, form.delimiter(), form.quoting());
    for (int i = 0; i <= form.before(); i++) {
      record(records);
    }
    return records;
  }

  /** Returns the next record; a line of blanks is none, nor is the mark with which DOS ends. */
  static @Nullable List<String> record(CsvRecords records) throws IOException {
    List<String> cells = records.next();
    while (cells != null && cells.size() == 1 && isNothing(cells.getFirst())) {
      cells = records.next();
    }
    return cells;
  }

  private static boolean isNothing(String cell) {
    return cell.isBlank() || cell.equals(END_OF_FILE);
  }

  static Problem problem(Path path, Encoding encoding, int line, IOException cause) {
    if (!(cause instanceof CharacterCodingException)) {
      return Encoding.problem(path, cause);
    }
    boolean utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
    return Problem.data(
            "'%s', line %d or soon after: the text is not %s; save the file as UTF-8",
            path, line, utf8 ? "UTF-8" : "whole " + encoding.charset().name())
        .causedBy(cause);
  }
}
