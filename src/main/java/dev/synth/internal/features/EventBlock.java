package dev.synth.internal.features;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Rows of events that a machine remembers, as arrays of their parts. An event is no object, so that
 * a collector has little to look through, however many there are.
 *
 * <p>One thread writes. Another one may read the rows that were there when it got the block: they
 * stay, but that their columns may go, and that labels come, which have numbers.
 */
final class EventBlock {
  private static final int BYTES_AN_ID = 12;
  private static final byte WIDE = 1;
  private static final byte LABELLED = 2;
  private static final byte RARE = 4;

  private final Widths widths;
  private final long[] times;
  private final long[] locals;
  private final long[] arrivals;
  private final @Nullable String[] keys;
  private final double[] numbers;
  private final @Nullable String[] texts;
  private final byte[] flags;

  /** The end of each id in the bytes; the first begins at 0. */
  private final int[] idEnds;

  /** Renewed where there is no room; what has been written stays. */
  private volatile byte[] idBytes;

  /** Of a row without a known label 0, else its number and class. */
  private final AtomicLongArray labels;

  private final double[] @Nullable [] answers;

  /**
   * The number of parts that events have.
   *
   * @param keys entities
   * @param numbers numbers
   * @param texts texts
   * @param hasLabels whether labels are looked at
   */
  record Widths(int keys, int numbers, int texts, boolean hasLabels) {}

  /**
   * An empty block.
   *
   * @param room how many rows it may hold
   */
  EventBlock(Widths widths, int room) {
    this.widths = widths;
    times = new long[room];
    locals = new long[room];
    arrivals = new long[room];
    keys = new @Nullable String[room * widths.keys()];
    numbers = new double[room * widths.numbers()];
    texts = new @Nullable String[room * widths.texts()];
    flags = new byte[room];
    idEnds = new int[room];
    idBytes = new byte[room * BYTES_AN_ID];
    labels = new AtomicLongArray(widths.hasLabels() ? room : 0);
    answers = new double[room][];
  }

  int room() {
    return times.length;
  }

  /** Returns a block with the same rows and more room. */
  EventBlock grown(int more) {
    EventBlock grown = new EventBlock(widths, more);
    int rows = room();
    System.arraycopy(times, 0, grown.times, 0, rows);
    System.arraycopy(locals, 0, grown.locals, 0, rows);
    System.arraycopy(arrivals, 0, grown.arrivals, 0, rows);
    System.arraycopy(keys, 0, grown.keys, 0, keys.length);
    System.arraycopy(numbers, 0, grown.numbers, 0, numbers.length);
    System.arraycopy(texts, 0, grown.texts, 0, texts.length);
    System.arraycopy(flags, 0, grown.flags, 0, rows);
    System.arraycopy(idEnds, 0, grown.idEnds, 0, rows);
    grown.idBytes = Arrays.copyOf(idBytes, Math.max(idBytes.length, more * BYTES_AN_ID));
    for (int row = 0; row < labels.length(); row++) {
      grown.labels.setPlain(row, labels.getPlain(row));
    }
    System.arraycopy(answers, 0, grown.answers, 0, rows);
    return grown;
  }

  /** Writes a row behind those that are there. */
  void write(
      int row,
      Event event,
      EventIds.EncodedId id,
      @Nullable String[] ownKeys,
      @Nullable String[] ownTexts) {
    times[row] = event.timeMicros();
    locals[row] = event.localMicros();
    arrivals[row] = event.arrivalMicros();
    System.arraycopy(ownKeys, 0, keys, row * widths.keys(), widths.keys());
    System.arraycopy(event.numbers(), 0, numbers, row * widths.numbers(), widths.numbers());
    System.arraycopy(ownTexts, 0, texts, row * widths.texts(), widths.texts());
    Boolean label = event.label();
    flags[row] =
        (byte)
            ((id.isWide() ? WIDE : 0) | (label == null ? 0 : label ? LABELLED | RARE : LABELLED));
    int start = idStart(row);
    int end = start + id.bytes().length;
    if (end > idBytes.length) {
      idBytes = Arrays.copyOf(idBytes, end + end / 2);
    }
    System.arraycopy(id.bytes(), 0, idBytes, start, id.bytes().length);
    idEnds[row] = end;
  }

  private int idStart(int row) {
    return row == 0 ? 0 : idEnds[row - 1];
  }

  /** Returns the event of a row, as it came. */
  Event event(int row) {
    int key = row * widths.keys();
    int number = row * widths.numbers();
    int text = row * widths.texts();
    Boolean label = (flags[row] & LABELLED) == 0 ? null : (Boolean) ((flags[row] & RARE) != 0);
    return new Event(
        id(row),
        times[row],
        locals[row],
        arrivals[row],
        Arrays.asList(Arrays.copyOfRange(keys, key, key + widths.keys())),
        Arrays.copyOfRange(numbers, number, number + widths.numbers()),
        Arrays.asList(Arrays.copyOfRange(texts, text, text + widths.texts())),
        label);
  }

  String id(int row) {
    return EventIds.EncodedId.text(idBytes, idStart(row), idEnds[row], (flags[row] & WIDE) != 0);
  }

  int idHash(int row) {
    return EventIds.EncodedId.hash(idBytes, idStart(row), idEnds[row]);
  }

  boolean hasId(int row, EventIds.EncodedId id) {
    return ((flags[row] & WIDE) != 0) == id.isWide()
        && Arrays.equals(idBytes, idStart(row), idEnds[row], id.bytes(), 0, id.bytes().length);
  }

  long time(int row) {
    return times[row];
  }

  @Nullable String key(int row, int entity) {
    return keys[row * widths.keys() + entity];
  }

  double number(int row, int number) {
    return numbers[row * widths.numbers() + number];
  }

  @Nullable String text(int row, int text) {
    return texts[row * widths.texts() + text];
  }

  /** Returns the row's columns, or null where no retry gets them any more. */
  double @Nullable [] answer(int row) {
    return answers[row];
  }

  void answer(int row, double @Nullable [] columns) {
    answers[row] = columns;
  }

  /**
   * Takes down a label.
   *
   * @param number how many labels the machine had taken before it
   */
  void label(int row, boolean isRare, long number) {
    labels.set(row, 2 * (number + 1) + (isRare ? 1 : 0));
  }

  /** Returns whether a row is rare, where that was among the first so many labels; else null. */
  @Nullable Boolean label(int row, long count) {
    long label = widths.hasLabels() ? labels.get(row) : 0;
    boolean isKnown = label != 0 && label / 2 <= count;
    return isKnown ? (Boolean) (label % 2 == 1) : null;
  }
}
