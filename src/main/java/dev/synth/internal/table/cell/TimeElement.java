package dev.synth.internal.table.cell;

import java.time.temporal.IsoFields;
import java.util.List;

/** A part of a {@link TimePattern}. */
sealed interface TimeElement {
  /** Reads the part; returns whether it was there. What it moved by then is of no account. */
  boolean read(TimeScan scan);

  void write(TimeParts parts, TimeStyle style, StringBuilder target);

  /** Returns whether the part says anything but zero. */
  boolean says(TimeParts parts, TimeStyle style);

  /** Text that stands for itself. */
  record Literal(String text) implements TimeElement {
    @Override
    public boolean read(TimeScan scan) {
      return scan.literal(text);
    }

    @Override
    public void write(TimeParts parts, TimeStyle style, StringBuilder target) {
      target.append(text);
    }

    @Override
    public boolean says(TimeParts parts, TimeStyle style) {
      return false;
    }
  }

  /** A letter, so many times, and the slot that holds what it read. */
  record Field(char letter, int count, int slot) implements TimeElement {
    @Override
    public boolean read(TimeScan scan) {
      int start = scan.position();
      if (!scan.field(letter, count)) {
        return false;
      }
      scan.saw(slot, start);
      return true;
    }

    @Override
    public void write(TimeParts parts, TimeStyle style, StringBuilder target) {
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
            target.append(name(EnglishNames.MONTHS, month, style));
          }
        }
        case 'd' -> pad(parts.date.getDayOfMonth(), count, target);
        case 'o' -> target.append(ordinal(parts.date.getDayOfMonth()));
        case 'Y' -> pad(parts.date.get(IsoFields.WEEK_BASED_YEAR), count, target);
        case 'w' -> pad(parts.date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), count, target);
        case 'e' -> pad(parts.date.getDayOfWeek().getValue(), count, target);
        case 'D' -> pad(parts.date.getDayOfYear(), count, target);
        case 'E' ->
            target.append(name(EnglishNames.DAYS, parts.date.getDayOfWeek().getValue(), style));
        case 'H' -> pad(parts.hour, count, target);
        case 'h' -> pad((parts.hour + 11) % 12 + 1, count, target);
        case 'm' -> pad(parts.minute, count, target);
        case 's' -> pad(parts.second, count, target);
        case 'S' -> fraction(parts.micros, target);
        case 'a' -> target.append(style.half(parts.hour >= 12));
        default -> target.append(style.offset());
      }
    }

    private static String ordinal(int day) {
      if (day / 10 == 1) {
        return "th";
      }
      return switch (day % 10) {
        case 1 -> "st";
        case 2 -> "nd";
        case 3 -> "rd";
        default -> "th";
      };
    }

    private String name(List<String> names, int number, TimeStyle style) {
      String name = names.get(number - 1);
      return style.name(count >= 4 ? name : name.substring(0, 3));
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
    public boolean says(TimeParts parts, TimeStyle style) {
      return letter == 'X' ? !style.offset().isEmpty() : parts.says(letter);
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
    public void write(TimeParts parts, TimeStyle style, StringBuilder target) {
      if (says(parts, style)) {
        inner.forEach(element -> element.write(parts, style, target));
      }
    }

    @Override
    public boolean says(TimeParts parts, TimeStyle style) {
      return inner.stream().anyMatch(element -> element.says(parts, style));
    }
  }
}
