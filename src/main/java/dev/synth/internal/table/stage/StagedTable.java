package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.table.DataOptions;
import dev.synth.table.DatabaseOptions;
import dev.synth.table.FileFormat;
import dev.synth.table.TextStyle;
import dev.synth.table.reading.ReadingNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all files inside DuckDB, in their order, before anything is decided about types.
 *
 * <p>Cells of text files are texts as they stand there; Parquet and JSON columns keep the type that
 * the file gives them. Inside, the columns are named c0, c1 and so on, and the table {@code data}.
 * A small text file of plain numbers is read without DuckDB, unless something else is asked of it.
 */
public final class StagedTable implements AutoCloseable {
  /** The kind of a column, as a file gives it. */
  public enum Kind {
    TEXT,
    NUMBER,
    WHOLE,
    DATE,
    INSTANT,
    NESTED
  }

  /** Cells that are read ahead at most: 2 MB. */
  private static final int BLOCK_CELLS = 250_000;

  private static final int MOST_COLUMNS_A_BLOCK = 200;

  private final StagedDuck duck;
  private final List<Path> files;
  private final Contents contents;
  private final @Nullable NumberRows plain;
  private final StagedTexts texts;
  private final Map<Integer, double[]> readAhead = new HashMap<>();

  /**
   * The contents of the table {@code data}.
   *
   * @param names the columns' names, as the files give them
   * @param kinds what the files say of each
   * @param parts the text files in their order; empty for other files
   * @param rowCount the number of rows
   * @param notes what the user ought to know of how the files are read
   */
  record Contents(
      List<String> names,
      List<Kind> kinds,
      List<Part> parts,
      int rowCount,
      List<ReadingNote> notes) {
    Contents {
      names = List.copyOf(names);
      kinds = List.copyOf(kinds);
      parts = List.copyOf(parts);
      notes = List.copyOf(notes);
    }

    Contents withoutLastColumn() {
      int left = names.size() - 1;
      return new Contents(names.subList(0, left), kinds.subList(0, left), parts, rowCount, notes);
    }
  }

  /**
   * The rows of a text file.
   *
   * @param firstRow the first one's place among the rows of all files
   * @param leftOut the rows of the file, from 0, that are not among them
   */
  record Part(DelimitedFile file, int firstRow, BitSet leftOut) {
    /** Returns where in the file a row of all files stands. */
    String where(int row) {
      int inFile = leftOut.nextClearBit(0);
      for (int i = firstRow; i < row; i++) {
        inFile = leftOut.nextClearBit(inFile + 1);
      }
      return PlainText.of("'%s', line %d", file.path(), file.line(inFile));
    }
  }

  private StagedTable(
      StagedDuck duck, List<Path> files, Contents contents, @Nullable NumberRows plain) {
    this.duck = duck;
    this.files = List.copyOf(files);
    this.contents = contents;
    this.plain = plain;
    this.texts = new StagedTexts(duck, contents, plain);
  }

  /** Loads all rows of the files. */
  public static StagedTable load(SourceFiles source, DataOptions options) {
    StagedTable small = ofNumbers(source, options);
    return small == null ? loadIntoDuck(source, options) : small;
  }

  /** The same, inside DuckDB whatever the files hold. */
  static StagedTable loadIntoDuck(SourceFiles source, DataOptions options) {
    return load(
        source.files(), options, duck -> new TableStager(duck, source, options.charset()).stage());
  }

  /** Returns the rows of a small text file of plain numbers, or null where there is none. */
  private static @Nullable StagedTable ofNumbers(SourceFiles source, DataOptions options) {
    if (source.format() != FileFormat.CSV || source.files().size() > 1) {
      return null;
    }
    DelimitedFile file = DelimitedFile.open(source.files().getFirst(), options.charset());
    NumberRows rows = NumberRows.of(file);
    if (rows == null) {
      return null;
    }
    List<ReadingNote> notes = new ArrayList<>(source.notes());
    notes.addAll(file.notes());
    Contents contents =
        new Contents(
            file.names(),
            Collections.nCopies(file.names().size(), Kind.TEXT),
            List.of(new Part(file, 0, new BitSet())),
            rows.rowCount(),
            notes);
    StagedDuck duck =
        new StagedDuck(
            options, opened -> new TableStager(opened, source, options.charset()).stage());
    return new StagedTable(duck, source.files(), contents, rows);
  }

  /**
   * Loads all rows of the files, or of the query where the options have a database.
   *
   * @param sha256 the hash that a query's rows must have; null where any rows will do
   * @throws Problem if there are none, or they can't be read
   */
  public static StagedTable load(DataOptions options, @Nullable String sha256) {
    DatabaseOptions database = options.database();
    return database == null
        ? load(SourceFiles.resolve(options.source()), options)
        : load(
            List.of(),
            options,
            duck -> new QueryStager(options.source(), database).stage(duck, sha256));
  }

  private static StagedTable load(
      List<Path> files, DataOptions options, Function<Duck, Contents> stager) {
    StagedDuck duck = new StagedDuck(options, stager);
    return new StagedTable(duck, files, duck.contents(), null);
  }

  /** Returns the files, in the order in which they were read; none where a query was. */
  public List<Path> files() {
    return files;
  }

  /** Returns the columns' names, as the files give them. */
  public List<String> names() {
    return contents.names();
  }

  /** Returns what the user ought to know of how the files are read. */
  public List<ReadingNote> notes() {
    return contents.notes();
  }

  /** Returns what the files say of a column. */
  public Kind kind(int column) {
    return contents.kinds().get(column);
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return contents.rowCount();
  }

  /** Returns what is asked of columns of texts. */
  public StagedTexts texts() {
    return texts;
  }

  /** Returns whether the rows come from delimited text. */
  public boolean areTextFiles() {
    return !contents.parts().isEmpty();
  }

  /** Returns how the first text file parts and quotes its cells; plain where there is none. */
  public TextStyle style() {
    return contents.parts().isEmpty()
        ? TextStyle.PLAIN
        : contents.parts().getFirst().file().style();
  }

  /** Returns where a row stands in the files, for a message. */
  public String where(int row) {
    return contents.parts().reversed().stream()
        .filter(part -> part.firstRow() <= row)
        .findFirst()
        .map(part -> part.where(row))
        .orElseGet(
            () ->
                files.isEmpty()
                    ? PlainText.of("the query's row %d", row + 1)
                    : PlainText.of("'%s', row %d", files.getFirst(), row + 1));
  }

  /**
   * Returns a column's numbers, NaN where the cell is missing or no number.
   *
   * <p>The next columns of numbers are read with it and kept until they are asked for, since a
   * query takes time in proportion to the table's columns, whatever it reads. Another column is
   * read alone, so that those that were read ahead are kept.
   */
  public double[] numbers(int column) {
    if (plain != null) {
      return plain.numbers(column);
    }
    double[] known = readAhead.remove(column);
    if (known != null) {
      return known;
    }
    if (!holdsNumbers(column)) {
      return Duck.run(
          () ->
              duck.get()
                  .doubles(
                      PlainText.of("SELECT TRY_CAST(c%d AS DOUBLE) FROM data", column),
                      rowCount()));
    }
    int[] block = block(column);
    String cells =
        Arrays.stream(block)
            .mapToObj(i -> String.format(Locale.ROOT, "TRY_CAST(c%d AS DOUBLE)", i))
            .collect(Collectors.joining(", "));
    double[][] read =
        Duck.run(
            () -> duck.get().doubles("SELECT " + cells + " FROM data", rowCount(), block.length));
    readAhead.clear();
    for (int i = 1; i < block.length; i++) {
      readAhead.put(block[i], read[i]);
    }
    return read[0];
  }

  /** A column and the next ones of numbers, as many as make a block of some hundred thousand. */
  private int[] block(int column) {
    int most = Math.clamp(BLOCK_CELLS / Math.max(1, rowCount()), 1, MOST_COLUMNS_A_BLOCK);
    IntStream next =
        IntStream.range(column + 1, names().size()).filter(this::holdsNumbers).limit(most - 1L);
    return IntStream.concat(IntStream.of(column), next).toArray();
  }

  private boolean holdsNumbers(int column) {
    return switch (kind(column)) {
      case NUMBER, WHOLE -> true;
      case TEXT -> texts.holdsNumbers(column);
      case DATE, INSTANT, NESTED -> false;
    };
  }

  /** Returns a column's points in time in microseconds, with one value for missing cells. */
  public long[] micros(int column, long nothing) {
    return Duck.run(
        () ->
            duck.get()
                .longs(
                    PlainText.of("SELECT epoch_us(c%d) FROM data", column), rowCount(), nothing));
  }

  /** Returns a column as texts, nothing cleaned, in no particular order of its values. */
  public Dictionary dictionary(int column) {
    if (kind(column) == Kind.NUMBER) {
      return Dictionary.of(numbers(column));
    }
    return texts.dictionary(column);
  }

  @Override
  public void close() {
    duck.close();
  }
}
