package dev.synth.internal.features;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.List;
import java.util.RandomAccess;

/**
 * The events that a machine remembers, in the order in which they came. They stand in blocks, which
 * an image shares: so it costs little, however many there are.
 */
final class RememberedEvents {
  static final int BLOCK = 1024;

  private final ArrayDeque<RememberedEvent[]> blocks = new ArrayDeque<>();

  /** The place of the first in the first block; those before it are forgotten. */
  private int first;

  private int size;

  int size() {
    return size;
  }

  void add(RememberedEvent event) {
    int place = (first + size) % BLOCK;
    if (place == 0) {
      blocks.add(new RememberedEvent[BLOCK]);
    }
    blocks.getLast()[place] = event;
    size++;
  }

  RememberedEvent first() {
    return blocks.getFirst()[first];
  }

  /** Forgets the first. Its place keeps it until its block goes, since an image may read it. */
  RememberedEvent removeFirst() {
    RememberedEvent event = first();
    first++;
    size--;
    if (first == BLOCK) {
      blocks.removeFirst();
      first = 0;
    }
    return event;
  }

  /**
   * Returns what is there now, as an image has it. Another thread may read it while events come and
   * go.
   *
   * @param seen how many of them, from the first on, later rows see already
   * @param labels how many labels have been taken
   */
  List<MachineImage.Remembered> image(int seen, long labels) {
    return new Shared(blocks.toArray(new RememberedEvent[0][]), first, size, seen, labels);
  }

  /** A part of shared blocks. */
  private static final class Shared extends AbstractList<MachineImage.Remembered>
      implements RandomAccess {
    private final RememberedEvent[][] blocks;
    private final int first;
    private final int size;
    private final int seen;
    private final long labels;

    Shared(RememberedEvent[][] blocks, int first, int size, int seen, long labels) {
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
      RememberedEvent event = blocks[place / BLOCK][place % BLOCK];
      return new MachineImage.Remembered(
          event.event(), index < seen, event.label(labels), event.answer());
    }

    @Override
    public int size() {
      return size;
    }
  }
}
