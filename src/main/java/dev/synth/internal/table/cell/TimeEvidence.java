package dev.synth.internal.table.cell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The form of texts that follow a loose pattern, from which their own pattern is made. */
final class TimeEvidence {
  private final TimePattern loose;
  private final int[] seen;
  private final int[] oneDigit;
  private final int[] leadingZero;
  private final int[] longest;
  private final int[] blanks;
  private final Map<String, Integer> offsets = new TreeMap<>();
  private final Map<String, Integer> halves = new TreeMap<>();
  private final NameEvidence names = new NameEvidence();
  private int texts;

  TimeEvidence(TimePattern loose, int slots) {
    this.loose = loose;
    seen = new int[slots];
    oneDigit = new int[slots];
    leadingZero = new int[slots];
    longest = new int[slots];
    blanks = new int[slots];
  }

  /** Takes down a text that was read. */
  void add(TimeScan scan) {
    texts++;
    add(loose.elements(), scan);
  }

  private void add(List<TimeElement> elements, TimeScan scan) {
    for (TimeElement element : elements) {
      switch (element) {
        case TimeElement.Field field when scan.hasSeen(field.slot()) -> add(field, scan);
        case TimeElement.Section section when scan.hasSeen(section.slot()) -> {
          seen[section.slot()]++;
          add(section.inner(), scan);
        }
        case TimeElement.Field field -> {}
        case TimeElement.Section section -> {}
        case TimeElement.Literal literal -> {}
      }
    }
  }

  private void add(TimeElement.Field field, TimeScan scan) {
    int slot = field.slot();
    seen[slot]++;
    switch (field.letter()) {
      case 'X' -> offsets.merge(scan.seen(slot), 1, Integer::sum);
      case 'a' -> halves.merge(asAfternoon(scan.seen(slot)), 1, Integer::sum);
      default -> {
        if (field.count() > 2 && field.letter() == 'M') {
          names.addMonth(scan.month, scan.seen(slot));
        } else if (field.letter() == 'E') {
          names.addDay(scan.seen(slot));
        }
        int blank = TimeScan.isBlank(scan.first(slot)) ? 1 : 0;
        blanks[slot] += blank;
        int length = scan.length(slot) - blank;
        oneDigit[slot] += length == 1 ? 1 : 0;
        leadingZero[slot] += scan.first(slot) == '0' ? 1 : 0;
        longest[slot] = Math.max(longest[slot], length);
      }
    }
  }

  private static String asAfternoon(String half) {
    return half.replace('A', 'P').replace('a', 'p');
  }

  /** Returns the pattern that writes such texts. */
  TimePattern pattern() {
    StringBuilder text = new StringBuilder();
    write(loose.elements(), texts, text);
    return TimePattern.of(text.toString());
  }

  /** Returns how names, halves of a day and the most frequent offset are written. */
  TimeStyle style() {
    return new TimeStyle(
        names.style(),
        NameEvidence.mostFrequent(halves, TimeStyle.USUAL.afternoon()),
        NameEvidence.mostFrequent(offsets, ""));
  }

  /**
   * Writes elements; a section that stood in all texts that had what is around it needs no
   * brackets.
   */
  private void write(List<TimeElement> elements, int around, StringBuilder text) {
    for (TimeElement element : elements) {
      switch (element) {
        case TimeElement.Literal literal -> text.append(TimePatternParser.quoted(literal.text()));
        case TimeElement.Field field ->
            text.append(field.isPadded() ? padding(field) : "")
                .append(String.valueOf(field.letter()).repeat(count(field)));
        case TimeElement.Section section -> {
          int here = seen[section.slot()];
          boolean always = here == around;
          if (here > 0) {
            text.append(always ? "" : "[");
            write(section.inner(), here, text);
            text.append(always ? "" : "]");
          }
        }
      }
    }
  }

  /** A field is padded where one blank or more stand before its single digits. */
  private String padding(TimeElement.Field field) {
    return blanks[field.slot()] > 0 ? "pp" : "";
  }

  private int count(TimeElement.Field field) {
    int slot = field.slot();
    if (field.isPadded() && blanks[slot] > 0) {
      return 1;
    }
    return switch (field.letter()) {
      case 'S' -> longest[slot];
      case 'M' -> field.count() > 2 ? named(slot, names::areFullMonths) : digits(field);
      case 'E' -> named(slot, names::areFullDays);
      case 'd', 'H', 'h', 'k', 'm', 's' -> field.count() == 2 ? 2 : digits(field);
      default -> field.count();
    };
  }

  /** English names of more than three letters are full ones. */
  private int named(int slot, BooleanSupplier areFull) {
    boolean isLong = names.isEnglish() ? longest[slot] > 3 : areFull.getAsBoolean();
    return isLong ? 4 : 3;
  }

  /** One letter where any text has a single digit; without any evidence, as the date's others. */
  private int digits(TimeElement.Field field) {
    if (oneDigit[field.slot()] > 0) {
      return 1;
    }
    boolean isOpen = leadingZero[field.slot()] == 0 && "dM".indexOf(field.letter()) >= 0;
    return field.count() == 2 || !isOpen || !anyDateDigit(loose.elements()) ? 2 : 1;
  }

  private boolean anyDateDigit(List<TimeElement> elements) {
    return elements.stream()
        .anyMatch(
            element ->
                element instanceof TimeElement.Field field
                    && "dM".indexOf(field.letter()) >= 0
                    && oneDigit[field.slot()] > 0);
  }
}
