package dev.synth.internal.table.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.table.ColumnType;
import dev.synth.table.reading.ReadingNote;
import dev.synth.table.reading.TypeNote;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberWarningsTest {
  private final ReadNotes notes = new ReadNotes();

  private List<ReadingNote> ofMissing(double... values) {
    new NumberWarnings(notes).ofMissing("age", values, new BitSet());
    return notes.all();
  }

  @Test
  void ninesFarAboveTheOthersMayBeMissing() {
    assertThat(ofMissing(31, 45, 999, 999))
        .containsExactly(new TypeNote.PerhapsMissing("age", "999", 2));
  }

  @Test
  void ninesBelowNothingBelowZeroMayBeMissing() {
    assertThat(ofMissing(-99, 31, 0, -99))
        .containsExactly(new TypeNote.PerhapsMissing("age", "-99", 2));
  }

  @Test
  void ninesNearTheOthersAreNumbers() {
    assertThat(ofMissing(31, 100, 999, 999)).isEmpty(); // less than ten times the next
    assertThat(ofMissing(-99, -1, 31, -99)).isEmpty();
    assertThat(ofMissing(31, 45, 999)).isEmpty(); // one cell is a number
  }

  @Test
  void numbersOutsideTheBoundsAreCounted() {
    BitSet absent = new BitSet();
    absent.set(0);
    new NumberWarnings(notes)
        .ofBounds(
            "age", new ColumnType.Numeric(0, 0.0, 120.0), new double[] {-5, -1, 130, 7}, absent);
    assertThat(notes.all()).containsExactly(new TypeNote.OutOfBounds("age", 2));
  }
}
