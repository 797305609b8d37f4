package dev.synth.internal.table.cell;

import dev.synth.internal.table.cell.DateCandidates.PatternCandidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds how a column's texts say times, from the texts alone. */
public final class TimeFinder {
  /** Texts that differ in more than their digits and are looked at for patterns, at most. */
  private static final int EXAMPLES = 64;

  /** The fewest different hours of times that are told by their digits alone. */
  private static final int HOURS_OF_A_DAY = 12;

  /** A pattern must read this share of what the best one reads of a sample. */
  private static final double WORTH_TRYING = 0.9;

  /** Texts of a sample, besides one of each shape. */
  private static final int SAMPLE = 1_000;

  private static final int TRIED = 8;

  private static final Pattern FOUR_DIGITS = Pattern.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]");

  private static final Pattern END_OF_DAY = Pattern.compile("(?<![0-9:])24:00(?::00)?(?![0-9:])");

  /** The value of a text that a pattern does not read. */
  private static final long UNREAD = Long.MIN_VALUE;

  private TimeFinder() {}

  /**
   * A pattern that reads most texts.
   *
   * @param pattern the pattern that also writes them
   * @param style how it writes them; its offset is the most frequent one
   * @param failing the positions of the texts that it does not read, in rising order
   */
  public record FoundPattern(TimePattern pattern, TimeStyle style, List<Integer> failing) {
    public FoundPattern {
      failing = List.copyOf(failing);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Tried(FoundPattern found, int rank, long[] values) {}

  /**
   * Returns the patterns that read the most texts: none where no text looks like a time, and
   * several where they read equally many and understand them differently, such as days before
   * months and months before days.
   *
   * @param texts the different texts, stripped
   */
  public static List<FoundPattern> find(List<String> texts) {
    List<String> examples = examples(texts);
    List<Tried> tried = new ArrayList<>();
    List<PatternCandidate> candidates = withEndOfDay(candidates(examples), texts);
    for (PatternCandidate candidate : worthTrying(candidates, sample(examples, texts))) {
      Tried one = tryOn(TimePattern.of(candidate.pattern()), texts);
      tried.add(new Tried(one.found, candidate.rank(), one.values));
    }
    int fewest = tried.stream().mapToInt(each -> failures(each)).min().orElse(0);
    List<Tried> best = tried.stream().filter(each -> failures(each) == fewest).toList();
    int rank = likeliestRank(best);
    List<Tried> different = new ArrayList<>();
    for (Tried each : best) {
      boolean isNew =
          different.stream().noneMatch(other -> Arrays.equals(other.values, each.values));
      if (each.rank == rank && isNew) {
        different.add(each);
      }
    }
    return different.stream().map(Tried::found).toList();
  }

  /**
   * The lowest rank, unless another one understands the texts as at most half as long a time: years
   * of two digits that come first repeat, and days that are taken for years do not.
   */
  private static int likeliestRank(List<Tried> best) {
    int lowest = best.stream().mapToInt(Tried::rank).min().orElse(0);
    double span = span(best, lowest);
    return best.stream()
        .filter(each -> each.rank >= DateCandidates.YEAR_FIRST && 2 * span(best, each.rank) < span)
        .mapToInt(Tried::rank)
        .findFirst()
        .orElse(lowest);
  }

  private static double span(List<Tried> best, int rank) {
    return best.stream()
        .filter(each -> each.rank == rank)
        .mapToDouble(each -> span(each.values))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double span(long[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (long value : values) {
      if (value != UNREAD) {
        least = Math.min(least, (double) value);
        most = Math.max(most, (double) value);
      }
    }
    return most - least;
  }

  /**
   * Returns how texts follow a given pattern: which do not, and how the others are written.
   *
   * @param texts the different texts, stripped
   */
  public static FoundPattern of(List<String> texts, TimePattern pattern) {
    FoundPattern found = tryOn(pattern, texts).found;
    return new FoundPattern(pattern, found.style(), found.failing());
  }

  /**
   * Returns whether texts say times of day in four digits alone, as timetables do: one before ten
   * o'clock is there, and one that is no day of the year.
   *
   * @param texts the different texts
   * @param fewest how many different ones there must be
   */
  public static boolean areFourDigits(List<String> texts, int fewest) {
    return texts.size() >= fewest
        && texts.stream().allMatch(text -> FOUR_DIGITS.matcher(text).matches())
        && texts.stream().anyMatch(text -> text.startsWith("0"))
        && texts.stream().anyMatch(text -> text.compareTo("1232") >= 0 || text.charAt(2) > '3');
  }

  /**
   * Returns whether times of day in four digits are of most hours, and of the last minutes of some:
   * numbers of rooms and branches are not.
   */
  public static boolean coverADay(List<String> texts) {
    long hours = texts.stream().map(text -> text.substring(0, 2)).distinct().count();
    long late =
        texts.stream()
            .filter(text -> text.charAt(2) >= '4')
            .map(text -> text.substring(0, 2))
            .distinct()
            .count();
    return hours >= HOURS_OF_A_DAY && late >= HOURS_OF_A_DAY / 3;
  }

  /** Returns how texts say whole hours of a day, in digits alone. */
  public static FoundPattern hours(List<String> texts) {
    return tryOn(TimePattern.of("H"), texts).found;
  }

  private static int failures(Tried tried) {
    return tried.found.failing.size();
  }

  /** The first text of each shape, where a digit has one shape with any other. */
  private static List<String> examples(List<String> texts) {
    Set<String> shapes = new HashSet<>();
    List<String> examples = new ArrayList<>();
    for (String text : texts) {
      if (shapes.add(shape(text))) {
        examples.add(text);
        if (examples.size() == EXAMPLES) {
          break;
        }
      }
    }
    return examples;
  }

  private static List<String> sample(List<String> examples, List<String> texts) {
    List<String> sample = new ArrayList<>(examples);
    int step = texts.size() / SAMPLE + 1;
    for (int i = 0; i < texts.size(); i += step) {
      sample.add(texts.get(i));
    }
    return sample;
  }

  private static String shape(String text) {
    char[] shape = text.toCharArray();
    for (int i = 0; i < shape.length; i++) {
      shape[i] = shape[i] >= '0' && shape[i] <= '9' ? '0' : shape[i];
    }
    return new String(shape);
  }

  private static List<PatternCandidate> candidates(List<String> examples) {
    Map<PatternCandidate, Integer> counts = new LinkedHashMap<>();
    for (String example : examples) {
      TimeCandidates.of(example).forEach(candidate -> counts.merge(candidate, 1, Integer::sum));
    }
    return List.copyOf(counts.keySet());
  }

  /** Adds patterns by which 24:00 is the end of a day, where a text says so. */
  private static List<PatternCandidate> withEndOfDay(
      List<PatternCandidate> all, List<String> texts) {
    if (texts.stream().noneMatch(text -> END_OF_DAY.matcher(text).find())) {
      return all;
    }
    List<PatternCandidate> more = new ArrayList<>(all);
    for (PatternCandidate each : all) {
      if (each.pattern().contains("H")) {
        more.add(new PatternCandidate(each.pattern().replace('H', 'k'), each.rank()));
      }
    }
    return more;
  }

  /** Those that read nearly as much of a sample as the best one, the best first. */
  private static List<PatternCandidate> worthTrying(
      List<PatternCandidate> all, List<String> sample) {
    Map<PatternCandidate, Integer> reads = new LinkedHashMap<>();
    for (PatternCandidate candidate : all) {
      TimePattern pattern = TimePattern.of(candidate.pattern());
      int read = 0;
      for (String example : sample) {
        read += pattern.parse(example) == null ? 0 : 1;
      }
      reads.put(candidate, read);
    }
    int most = reads.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return reads.entrySet().stream()
        .filter(entry -> entry.getValue() >= WORTH_TRYING * most && entry.getValue() > 0)
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<PatternCandidate, Integer> entry) -> -entry.getValue()))
        .map(Map.Entry::getKey)
        .limit(TRIED)
        .toList();
  }

  private static Tried tryOn(TimePattern loose, List<String> texts) {
    TimeScan scan = loose.scan();
    TimeEvidence evidence = new TimeEvidence(loose, scan.slots());
    List<Integer> failing = new ArrayList<>();
    long[] values = new long[texts.size()];
    for (int i = 0; i < values.length; i++) {
      TimePattern.ReadTime reading = loose.parse(texts.get(i), scan);
      values[i] = reading == null ? UNREAD : reading.micros();
      if (reading == null) {
        failing.add(i);
      } else {
        evidence.add(scan);
      }
    }
    TimePattern exact = loose.isEpoch() ? loose : evidence.pattern();
    return new Tried(new FoundPattern(exact, evidence.style(), failing), 0, values);
  }
}
