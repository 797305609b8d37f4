package dev.synth.internal.encode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import java.util.List;

/**
 * One column's way into an encoded row and back. A codec is placed at an offset when it is made.
 */
sealed interface ColumnCodec permits LevelCodec, NumberCodec, TimeOfDayCodec, TimestampCodec {
  /** Returns the column. */
  Column column();

  /** Returns the spans, side by side from the codec's offset; none where the column is constant. */
  List<Span> spans();

  /** Writes the cells into encoded rows that are all zero at the codec's spans. */
  void encode(Cells cells, double[][] rows);

  /** Reads cells from encoded rows. */
  Cells decode(double[][] rows);

  /** Adds what {@link CodecJson} needs to make the same codec again. */
  void write(ObjectNode json);

  /** Throws unless there is something for a cell to be. */
  static void requireCases(boolean hasCases) {
    if (!hasCases) {
      throw new IllegalArgumentException("no value, and never missing");
    }
  }

  /** Returns the position of the largest of some numbers of a row, the first one on ties. */
  static int largest(double[] row, int offset, int width) {
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (row[offset + i] > row[offset + best]) {
        best = i;
      }
    }
    return best;
  }
}
