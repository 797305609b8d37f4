package dev.synth.table;

/**
 * The form of a column that is no column of the text file: its levels are the offsets from UTC that
 * stand in the cells of a column of times, such as {@code +05:30}.
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
