package dev.synth.table;

/**
 * The form of a column of offsets from UTC, such as {@code +05:30}. It is no column of the text
 * file: the offsets stand there in the cells of a column of times.
 *
 * <p>So the offset of a row is modelled beside its local time, and text files have both in one
 * cell.
 *
 * @param times the name of the column of times
 */
public record OffsetForm(String times) implements CellForm {
  @Override
  public CellForm plain() {
    return this;
  }
}
