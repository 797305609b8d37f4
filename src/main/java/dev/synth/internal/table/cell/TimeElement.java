package dev.synth.internal.table.cell;

import java.time.temporal.IsoFields;
import java.util.List;

/** A part of a {@link TimePattern}. */
sealed interface TimeElement {
  /** Reads the part; returns whether it was there. What it moved by then is of no account. */
  boolean read(TimeScan scan);

  void write(DateTimeFields parts, TimeStyle style, StringBuilder target);

  /** Returns whether the part says anything but zero. */
  boolean says(DateTimeFields parts, TimeStyle style);

  /** Text that stands for itself. */
  record Literal(String text) implements TimeElement {
    @Override
    public boolean read(TimeScan scan) {
      return scan.literal(text);
    }

    @Override
    public void write(DateTimeFields parts, TimeStyle style, StringBuilder target) {
      target.append(text);
    }

    @Override
    public boolean says(DateTimeFields parts, TimeStyle style) {
      return false;
    }
  }

  /**
   * A letter, so many times.
   *
   * @param slot the slot that holds what it read
   * @param isPadded whether a blank stands in the place of a missing first digit
   * @param mayEndInDot whether a name may end in a dot, since none follows in the pattern
   */
  record Field(char letter, int count, int slot, boolean isPadded, boolean mayEndInDot)
      implements TimeElement {
    @Override
    public boolean read(TimeScan scan) {
      int start = scan.position();
      if (!scan.field(this)) {
        return false;
      }
      scan.saw(slot, start);
      return true;
    }

    @Override
    public void write(DateTimeFields parts, TimeStyle style, StringBuilder target) {
      int start = target.length();
      writeBare(parts, style, target);
      if (isPadded && target.length() == start + 1) {
        target.insert(start, ' ');
      }
    }

    private void writeBare(DateTimeFields parts, TimeStyle style, StringBuilder target) {
      switch (letter) {
        case 'y' -> {
          int year = parts.date.getYear();
          pad(count == 2 ? Math.floorMod(year, 100) : year, count, target);
        }
        case 'M' -> {
          int month = parts.date.getMonthValue();
          if (count <= 2) {
            pad(month, count, target);
          } else {
            target.append(style.names().month(month, count >= 4));
          }
        }
        case 'd' -> pad(parts.date.getDayOfMonth(), count, target);
        case 'o' -> target.append(style.names().ordinal(parts.date.getDayOfMonth()));
        case 'Y' -> pad(parts.date.get(IsoFields.WEEK_BASED_YEAR), count, target);
        case 'w' -> pad(parts.date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), count, target);
        case 'e' -> pad(parts.date.getDayOfWeek().getValue(), count, target);
        case 'D' -> pad(parts.date.getDayOfYear(), count, target);
        case 'E' ->
            target.append(style.names().day(parts.date.getDayOfWeek().getValue(), count >= 4));
        case 'H', 'k' -> pad(parts.hour, count, target);
        case 'h' -> pad((parts.hour + 11) % 12 + 1, count, target);
        case 'm' -> pad(parts.minute, count, target);
        case 's' -> pad(parts.second, count, target);
        case 'S' -> fraction(parts.micros, target);
        case 'a' -> target.append(style.half(parts.hour >= 12));
        default -> target.append(style.offset());
      }
    }

    private void fraction(int micros, StringBuilder target) {
      int start = target.length();
      pad(micros, 6, target);
      while (target.length() < start + count) {
        target.append('0');
      }
      target.setLength(start + count);
    }

    private static void pad(int number, int width, StringBuilder target) {
      String digits = Integer.toString(number);
      target.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }

    @Override
    public boolean says(DateTimeFields parts, TimeStyle style) {
      return switch (letter) {
        case 'X' -> !style.offset().isEmpty();
        case 'o' -> !style.names().ordinal(parts.date.getDayOfMonth()).isEmpty();
        default -> parts.says(letter);
      };
    }
  }

  /** Parts that are there together, or not at all. */
  record Section(List<TimeElement> inner, int slot) implements TimeElement {
    public Section {
      inner = List.copyOf(inner);
    }

    @Override
    public boolean read(TimeScan scan) {
      int start = scan.position();
      for (TimeElement element : inner) {
        if (!element.read(scan)) {
          scan.back(start);
          inner.forEach(part -> forget(part, scan));
          return true;
        }
      }
      scan.saw(slot, start);
      return true;
    }

    private static void forget(TimeElement element, TimeScan scan) {
      switch (element) {
        case Field field -> {
          scan.forget(field.slot);
          scan.forgetValue(field.letter);
        }
        case Section section -> {
          scan.forget(section.slot);
          section.inner.forEach(part -> forget(part, scan));
        }
        case Literal literal -> {}
      }
    }

    @Override
    public void write(DateTimeFields parts, TimeStyle style, StringBuilder target) {
      if (says(parts, style)) {
        inner.forEach(element -> element.write(parts, style, target));
      }
    }

    @Override
    public boolean says(DateTimeFields parts, TimeStyle style) {
      return inner.stream().anyMatch(element -> element.says(parts, style));
    }
  }
}
