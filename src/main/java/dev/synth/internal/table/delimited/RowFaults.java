package dev.synth.internal.table.delimited;

import dev.synth.base.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the first line of a delimited file that cannot be read, and says what is wrong with it. */
final class RowFaults {
  private final DelimitedFile file;
  private boolean isFirstRow = true;

  private RowFaults(DelimitedFile file) {
    this.file = file;
  }

  /**
   * Returns what is wrong with the rows, if anything.
   *
   * @param ends remarks at the end of the file are added to it
   * @param finder takes all rows
   */
  static Optional<Problem> first(DelimitedFile file, List<String> ends, NoRowsFinder finder) {
    return new RowFaults(file).find(ends, finder);
  }

  private Optional<Problem> find(List<String> ends, NoRowsFinder finder) {
    Problem ofRemark = null;
    CsvRecords records = null;
    Problem fault = null;
    try (BufferedReader text = DelimitedFile.text(file.path(), file.encoding(), file.form())) {
      records = file.afterHeader(text);
      List<String> cells = DelimitedFile.record(records);
      while (cells != null && fault == null) {
        int line = records.line();
        boolean unclosed = records.isUnclosed();
        boolean torn = records.isTorn();
        List<String> next = unclosed ? null : DelimitedFile.record(records);
        Problem found = fault(cells, line, unclosed, torn, next == null);
        isFirstRow = false;
        if (found != null && isRemark(cells, unclosed) && ends.size() < Remarks.MOST) {
          ends.add(String.join(String.valueOf(file.form().delimiter()), cells));
          ofRemark = ofRemark == null ? found : ofRemark;
        } else {
          fault = ofRemark == null ? found : ofRemark; // a remark with rows below it is none
          finder.add(cells);
        }
        cells = next;
      }
    } catch (IOException e) {
      fault =
          DelimitedFile.problem(
              file.path(), file.encoding(), records == null ? 1 : records.lineReached(), e);
    }
    return Optional.ofNullable(fault);
  }

  private boolean isRemark(List<String> cells, boolean unclosed) {
    return !unclosed && Remarks.isShort(cells, file.names().size());
  }

  private @Nullable Problem fault(
      List<String> cells, int line, boolean unclosed, boolean torn, boolean isLast) {
    if (unclosed) {
      return Problem.data("'%s', line %d: a quote is opened and never closed", file.path(), line);
    }
    if (cells.size() != width(cells)) {
      return Problem.data(
          "'%s', line %d: %s expected, as in the header, but %s there%s",
          file.path(),
          line,
          file.names().size() == 1 ? "1 cell was" : file.names().size() + " cells were",
          cells.size() == 1 ? "1 is" : cells.size() + " are",
          cause(cells, isLast));
    }
    if (torn) {
      return Problem.data(
          "'%s', line %d: a cell goes on after its closing quote; write a quote inside quotes"
              + " twice",
          file.path(), line);
    }
    return null;
  }

  /** Guesses why a line has another number of cells than the header. */
  private String cause(List<String> cells, boolean isLast) {
    int width = file.names().size();
    if (isLast && cells.size() < width) {
      return "; it is the last line: delete it if it is cut, or a remark or a total";
    }
    if (width == 1) {
      return "; where another character than , ; | or a tab parts cells, name it in a first line"
          + " such as sep=^";
    }
    boolean isQuoted =
        cells.stream().anyMatch(cell -> cell.startsWith("'"))
            && cells.stream().anyMatch(cell -> cell.endsWith("'"));
    if (cells.size() > width && isQuoted) {
      return "; only double quotes hold a cell together";
    }
    return isFirstRow && cells.size() == width + 1
        ? "; where rows have a name or number that the header leaves out, as R writes them, name"
            + " that column too"
        : "";
  }

  /** Empty cells too many are delimiters at the line's end, as is a nameless last column. */
  private int width(List<String> cells) {
    int width = file.names().size();
    boolean extra =
        cells.size() > width
            && cells.subList(width, cells.size()).stream().allMatch(String::isBlank);
    boolean unclosed = cells.size() == width - 1 && file.hasClosingDelimiter();
    return extra || unclosed ? cells.size() : width;
  }
}
