package dev.synth.internal.features;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The events that a machine remembers, in the order in which they came. Each has a place, a number
 * that counts on from event to event and begins anew after 2^32; only so many as an int can count
 * are remembered, so that two never have the same.
 *
 * <p>They stand in blocks, which an image shares: so it costs little, however many there are.
 */
final class RememberedEvents {
  static final int BLOCK = 1024;

  /** The room of the first block, which grows: a machine may have but a few events. */
  private static final int FIRST_ROOM = 16;

  private final EventBlock.Widths widths;
  private final List<EventBlock> blocks = new ArrayList<>();

  /** The place of the first row of the first block. */
  private int base;

  /** The row of the first event in the first block; those before it are forgotten. */
  private int first;

  private int size;

  /**
   * None yet.
   *
   * @param base the place of the first, a multiple of {@link #BLOCK}
   */
  RememberedEvents(FeaturePlan plan, int base) {
    this.base = base;
    widths =
        new EventBlock.Widths(
            plan.entities().size(), plan.numbers().size(), plan.texts().size(), plan.hasRisk());
  }

  int size() {
    return size;
  }

  /** Returns the place of the first. */
  int first() {
    return base + first;
  }

  /** Returns the place that the next one gets. */
  int next() {
    return base + first + size;
  }

  /**
   * Takes an event, with names and texts that are equal to its own.
   *
   * @return its place
   */
  int add(
      Event event,
      EventIds.EncodedId id,
      @Nullable String[] equalKeys,
      @Nullable String[] equalTexts) {
    int place = next();
    int row = row(place);
    if (row == 0) {
      blocks.add(new EventBlock(widths, blocks.isEmpty() ? FIRST_ROOM : BLOCK));
    }
    EventBlock block = blocks.getLast();
    if (row == block.room()) {
      block = block.grown(4 * row);
      blocks.set(blocks.size() - 1, block);
    }
    block.write(row, event, id, equalKeys, equalTexts);
    size++;
    return place;
  }

  private static int row(int place) {
    return place & (BLOCK - 1); // a block begins at a multiple of its size
  }

  private EventBlock block(int place) {
    return blocks.get((place - base) / BLOCK);
  }

  /** Forgets the first. Its row stays until its block goes, since an image may read it. */
  void removeFirst() {
    first++;
    size--;
    if (first == BLOCK) {
      blocks.removeFirst();
      base += BLOCK;
      first = 0;
    }
  }

  String id(int place) {
    return block(place).id(row(place));
  }

  int idHash(int place) {
    return block(place).idHash(row(place));
  }

  boolean hasId(int place, EventIds.EncodedId id) {
    return block(place).hasId(row(place), id);
  }

  long time(int place) {
    return block(place).time(row(place));
  }

  @Nullable String key(int place, int entity) {
    return block(place).key(row(place), entity);
  }

  double number(int place, int number) {
    return block(place).number(row(place), number);
  }

  @Nullable String text(int place, int text) {
    return block(place).text(row(place), text);
  }

  /** Returns an event's columns, or null where no retry gets them any more. */
  double @Nullable [] answer(int place) {
    return block(place).answer(row(place));
  }

  void answer(int place, double @Nullable [] columns) {
    block(place).answer(row(place), columns);
  }

  /**
   * Takes down a label.
   *
   * @param number how many labels the machine had taken before it
   */
  void label(int place, boolean isRare, long number) {
    block(place).label(row(place), isRare, number);
  }

  /** Returns whether an event is rare, where that is known; else null. */
  @Nullable Boolean label(int place) {
    return block(place).label(row(place), Long.MAX_VALUE);
  }

  /**
   * Returns what is there now, as an image has it. Another thread may read it while events come and
   * go.
   *
   * @param seen how many of them, from the first on, later rows see already
   * @param labels how many labels have been taken
   */
  List<MachineImage.Remembered> image(int seen, long labels) {
    return new Shared(blocks.toArray(new EventBlock[0]), first, size, seen, labels);
  }

  /** A part of shared blocks. */
  private static final class Shared extends AbstractList<MachineImage.Remembered>
      implements RandomAccess {
    private final EventBlock[] blocks;
    private final int first;
    private final int size;
    private final int seen;
    private final long labels;

    Shared(EventBlock[] blocks, int first, int size, int seen, long labels) {
      this.blocks = blocks;
      this.first = first;
      this.size = size;
      this.seen = seen;
      this.labels = labels;
    }

    @Override
    public MachineImage.Remembered get(int index) {
      if (index < 0 || index >= size) {
        throw new IndexOutOfBoundsException(index);
      }
      int place = first + index;
      EventBlock block = blocks[place / BLOCK];
      int row = place % BLOCK;
      return new MachineImage.Remembered(
          block.event(row), index < seen, block.label(row, labels), block.answer(row));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
