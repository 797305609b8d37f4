package dev.synth.internal.table.write;

import dev.synth.base.Problem;
import dev.synth.table.FileFormat;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TextStyle;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a table, batch by batch, as {@code .csv}, {@code .csv.gz} or {@code .parquet}.
 *
 * <p>The rows are written beside the target, to {@code target.tmp}, and {@link #commit} moves them
 * into place in one step; a writer closed without it leaves nothing behind. The same rows give the
 * same bytes. Text follows RFC 4180 with line feeds, and with another delimiter where the style has
 * one. In columns of plain form a missing cell is empty. A number is the shortest decimal text that
 * reads back as the same number ({@code 12}, {@code 12.5}; an exponent only below 1e-9 and from
 * 1e21). A time is {@code 2024-01-31 23:59:59} with six more digits where it has microseconds, a
 * date {@code 2024-01-31}. In Parquet a number is a BIGINT where the column's type says that it has
 * no decimals and a DOUBLE otherwise.
 */
public final class TableWriter implements RowWriter {
  /** The destination of the rows of one format. */
  interface Sink extends AutoCloseable {
    /** Takes further rows. */
    void append(Table batch) throws IOException;

    /** Writes out whatever is still in memory. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
  }

  private final Path target;
  private final Path beside;
  private final Schema schema;
  private final Sink sink;
  private boolean closed;

  private TableWriter(Path target, Path beside, Schema schema, Sink sink) {
    this.target = target;
    this.beside = beside;
    this.schema = schema;
    this.sink = sink;
  }

  /**
   * Writes a whole table. In Parquet a number column whose numbers are all whole is a BIGINT.
   *
   * @param target the file, replaced if it exists; its name ends in .csv, .csv.gz or .parquet
   * @param table all its columns are written, identifiers too
   * @throws Problem if the name ends otherwise, or the file can't be written
   */
  public static void write(Path target, Table table) {
    write(target, table, TextStyle.PLAIN);
  }

  /**
   * Writes a whole table, text in a style.
   *
   * @param target see {@link #write(Path, Table)}
   */
  public static void write(Path target, Table table, TextStyle style) {
    boolean isTyped = FileFormat.toWrite(target) == FileFormat.PARQUET;
    Table typed = isTyped ? WholeNumbers.declare(table) : table;
    try (TableWriter writer = open(target, typed.schema(), style)) {
      writer.append(typed);
      writer.commit();
    }
  }

  /**
   * Starts a file, with commas where it is text; its folder is made if it is missing.
   *
   * @param target see {@link #open(Path, Schema, TextStyle)}
   */
  public static TableWriter open(Path target, Schema schema) {
    return open(target, schema, TextStyle.PLAIN);
  }

  /**
   * Starts a file; its folder is made if it is missing.
   *
   * @param target the file, replaced on commit if it exists; its name ends in .csv, .csv.gz or
   *     .parquet
   * @param schema the columns of every batch
   * @param style how text parts and quotes its cells
   * @throws Problem if the name ends otherwise, or the file can't be written
   */
  public static TableWriter open(Path target, Schema schema, TextStyle style) {
    FileFormat format = FileFormat.toWrite(target);
    Path absolute = target.toAbsolutePath();
    Path beside = absolute.resolveSibling(absolute.getFileName() + ".tmp");
    try {
      Path folder = absolute.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Sink sink = sink(format, beside, schema, style, FileFormat.isCompressed(target));
      return new TableWriter(absolute, beside, schema, sink);
    } catch (IOException e) {
      throw failed(absolute, e);
    }
  }

  /**
   * Appends rows.
   *
   * @throws IllegalArgumentException if their schema is not the file's
   * @throws Problem if they can't be written
   */
  @Override
  public void append(Table batch) {
    if (!batch.schema().equals(schema)) {
      throw new IllegalArgumentException("the batch's schema is not the file's");
    }
    try {
      sink.append(batch);
    } catch (IOException e) {
      close();
      throw failed(target, e);
    }
  }

  /**
   * Moves the file into place and closes the writer.
   *
   * @throws Problem if the rows can't be written out
   */
  @Override
  public void commit() {
    try {
      sink.finish();
      sink.close();
      move();
    } catch (IOException e) {
      throw failed(target, e);
    } finally {
      close();
    }
  }

  private void move() throws IOException {
    try {
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Closes the writer; without a {@link #commit} before, nothing is left behind. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      sink.close();
    } catch (IOException e) {
      // what could not be flushed is thrown away anyway
    }
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      throw failed(target, e);
    }
  }

  private static Problem failed(Path target, IOException cause) {
    return Problem.environment(
            "'%s' can't be written; is there space in '%s', and may you write there?",
            target.getFileName(), String.valueOf(target.getParent()))
        .causedBy(cause);
  }

  private static Sink sink(
      FileFormat format, Path file, Schema schema, TextStyle style, boolean compressed)
      throws IOException {
    return switch (format) {
      case CSV -> CsvSink.open(file, schema, style, compressed);
      case PARQUET -> new ParquetSink(file, schema);
      case JSON -> throw new IllegalStateException("JSON is not written");
    };
  }
}
