package dev.synth.table;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.cell.TimeStyle;

/**
 * The form of a column of points in time, days, months or times of day: {@code 15/03/2024 09:30},
 * {@code 13-Jan-2024}, {@code 7:08pm}.
 *
 * @param pattern a pattern of letters such as {@code dd/MM/yyyy HH:mm}, as docs/reading.md has them
 * @param names how names of months and days are written: English ones by the example of one, {@code
 *     Jan}, {@code JAN} or {@code jan}; others as a language and all names, {@code
 *     de:Jan.,Feb.,…;Mo,Di,…}
 * @param afternoon how the second half of a day is written, such as {@code PM} or {@code p.m.}
 * @param offset the offset from UTC of rows for which no {@link OffsetForm} column has another, as
 *     it is written, such as {@code +05:30}; empty where the pattern has none
 */
public record TimeForm(String pattern, String names, String afternoon, String offset)
    implements CellForm {
  /** ISO 8601 with an offset: what programs read where times have one. */
  private static final String PLAIN_WITH_OFFSET = "yyyy-MM-dd HH:mm:ss[.SSSSSS]X";

  public TimeForm {
    TimePattern known = TimePattern.of(pattern);
    names = new TimeStyle(names, afternoon, offset).namesText(); // throws where they are no style
    if (!offset.isEmpty() && !known.hasOffset()) {
      throw new IllegalArgumentException(PlainText.of("'%s' has no place for an offset", pattern));
    }
  }

  /** Returns whether cells say how far their clock is from UTC. */
  public boolean hasOffset() {
    return !offset.isEmpty();
  }

  @Override
  public CellForm plain() {
    return hasOffset() ? new TimeForm(PLAIN_WITH_OFFSET, names, afternoon, offset) : PLAIN;
  }
}
