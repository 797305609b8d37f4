package dev.synth.internal.features;

import java.nio.charset.StandardCharsets;

/**
 * Finds remembered events by their ids. It is a hash table of open addresses (linear probing), and
 * an entry is the id's hash beside the event's place: no object for an event.
 */
final class EventIds {
  /** The place of an event that is not there. */
  static final long NONE = -1;

  private static final int FIRST_ROOM = 16;

  /** 2^32 by the golden ratio (Knuth, "The Art of Computer Programming", 6.4): spreads hashes. */
  private static final int SPREAD = 0x9E3779B9;

  private final RememberedEvents events;

  /** 0 where there is none. */
  private long[] entries = new long[FIRST_ROOM];

  private int size;

  /**
   * An id as bytes: one a character, or two where one is not enough.
   *
   * @param bytes the bytes
   * @param isWide whether a character has two
   */
  @SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
  record EncodedId(byte[] bytes, boolean isWide) {
    /** Returns the bytes of an id. */
    static EncodedId of(String id) {
      for (int i = 0; i < id.length(); i++) {
        if (id.charAt(i) > 0xFF) {
          return new EncodedId(wide(id), true);
        }
      }
      return new EncodedId(id.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    /** Not by a charset, which would replace half a pair of surrogates. */
    private static byte[] wide(String id) {
      byte[] bytes = new byte[2 * id.length()];
      for (int i = 0; i < id.length(); i++) {
        bytes[2 * i] = (byte) (id.charAt(i) >> Byte.SIZE);
        bytes[2 * i + 1] = (byte) id.charAt(i);
      }
      return bytes;
    }

    /** Returns the id that a part of bytes is. */
    static String text(byte[] bytes, int from, int to, boolean isWide) {
      if (!isWide) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      }
      char[] characters = new char[(to - from) / 2];
      for (int i = 0; i < characters.length; i++) {
        int at = from + 2 * i;
        characters[i] = (char) ((bytes[at] << Byte.SIZE) | (bytes[at + 1] & 0xFF));
      }
      return new String(characters);
    }

    /** Returns the hash of a part of bytes. */
    static int hash(byte[] bytes, int from, int to) {
      int hash = 1;
      for (int i = from; i < to; i++) {
        hash = 31 * hash + bytes[i];
      }
      return hash;
    }

    int hash() {
      return hash(bytes, 0, bytes.length);
    }
  }

  /** A table of the ids of events that are remembered elsewhere. */
  EventIds(RememberedEvents events) {
    this.events = events;
  }

  private static long entry(int hash, int place) {
    return ((long) (hash | 1) << Integer.SIZE) | Integer.toUnsignedLong(place);
  }

  private int home(long entry) {
    int hash = (int) (entry >>> Integer.SIZE);
    return (hash * SPREAD) >>> (Integer.numberOfLeadingZeros(entries.length) + 1);
  }

  private int next(int slot) {
    return slot + 1 == entries.length ? 0 : slot + 1;
  }

  /** Returns the place of the event with an id, or {@link #NONE}. */
  long find(EncodedId id) {
    int slot = slot(id);
    return entries[slot] == 0 ? NONE : Integer.toUnsignedLong((int) entries[slot]);
  }

  /** Returns where an id stands, or where it would. */
  private int slot(EncodedId id) {
    long sought = entry(id.hash(), 0) >>> Integer.SIZE;
    int slot = home(sought << Integer.SIZE);
    while (entries[slot] != 0) {
      if (entries[slot] >>> Integer.SIZE == sought && events.hasId((int) entries[slot], id)) {
        return slot;
      }
      slot = next(slot);
    }
    return slot;
  }

  /** Takes an event, in the place of an older one with its id. */
  void put(EncodedId id, int place) {
    if (3L * (size + 1) > 2L * entries.length) {
      grow();
    }
    int slot = slot(id);
    size += entries[slot] == 0 ? 1 : 0;
    entries[slot] = entry(id.hash(), place);
  }

  private void grow() {
    long[] old = entries;
    entries = new long[2 * old.length];
    for (long entry : old) {
      if (entry != 0) {
        int slot = home(entry);
        while (entries[slot] != 0) {
          slot = next(slot);
        }
        entries[slot] = entry;
      }
    }
  }

  /** Forgets an event, unless another one has its id by now. */
  void remove(int hash, int place) {
    long gone = entry(hash, place);
    int slot = home(gone);
    while (entries[slot] != 0 && entries[slot] != gone) {
      slot = next(slot);
    }
    if (entries[slot] == gone) {
      size--;
      close(slot);
    }
  }

  /** Moves those up that were put behind a gap since their own slot was taken. */
  private void close(int freed) {
    int gap = freed;
    for (int slot = next(gap); entries[slot] != 0; slot = next(slot)) {
      int home = home(entries[slot]);
      boolean isReached = gap <= slot ? (home <= gap || home > slot) : (home <= gap && home > slot);
      if (isReached) {
        entries[gap] = entries[slot];
        gap = slot;
      }
    }
    entries[gap] = 0;
  }
}
