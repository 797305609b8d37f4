package dev.synth.internal.table.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The names of months and days of the week in a column's texts, from which their style is made. */
final class NameEvidence {
  /** The weight of a name that a language has, with accents or without them. */
  private static final long LIKE = 1_000_000;

  /** The weight that is added where a language has the name letter by letter. */
  private static final long EXACT = 2;

  /** The texts of each month as they stand, and how many cells have each. */
  private final List<Map<String, Integer>> months = new ArrayList<>();

  /** The texts of days, whichever they are: a day need not fit its date. */
  private final Map<String, Integer> days = new TreeMap<>();

  private final Map<String, Integer> cases = new TreeMap<>();

  /** A set of names, and how well it fits. */
  private record Fit(Language language, Language.NameSet set, long score) {}

  NameEvidence() {
    for (int i = 0; i < 12; i++) {
      months.add(new TreeMap<>());
    }
  }

  /** Takes down the name of a month, from 1 on. */
  void addMonth(int month, String text) {
    months.get(month - 1).merge(text, 1, Integer::sum);
    cases.merge(NameStyle.likeJanuary(text), 1, Integer::sum);
  }

  /** Takes down the name of a day of the week. */
  void addDay(String text) {
    days.merge(text, 1, Integer::sum);
    cases.merge(NameStyle.likeJanuary(text), 1, Integer::sum);
  }

  /** Returns whether all names are English, in full or by three letters. */
  boolean isEnglish() {
    return Stream.concat(months.stream(), Stream.of(days))
        .flatMap(texts -> texts.keySet().stream())
        .allMatch(Language::isUsualEnglish);
  }

  /** Returns whether names of months, which are not all English, are full ones. */
  boolean areFullMonths() {
    return ofMonths().set.isFull();
  }

  /** Returns whether names of days, which are not all English, are full ones. */
  boolean areFullDays() {
    return ofDays(ofMonths()).set.isFull();
  }

  /** Returns how all names are written, those that no cell has among them. */
  NameStyle style() {
    String january = mostFrequent(cases, NameStyle.USUAL.text());
    if (isEnglish()) {
      return NameStyle.of(january);
    }
    Fit month = ofMonths();
    Fit day = ofDays(month);
    List<Map<String, Integer>> seenDays = new ArrayList<>();
    for (String name : day.set.names()) {
      Map<String, Integer> same = new TreeMap<>(days);
      same.keySet().removeIf(text -> !isLike(text, name));
      seenDays.add(same);
    }
    return NameStyle.of(
        (month.score > 1 ? month : day).language.code(),
        names(months, month, month.language.months(), january),
        names(seenDays, day, day.language.days(), january));
  }

  private Fit ofMonths() {
    return best(
        Language.ALL.stream(),
        Language::months,
        set -> {
          long score = bonus(set, months.stream());
          for (int i = 0; i < months.size(); i++) {
            score += score(months.get(i), set.names().get(i));
          }
          return score;
        });
  }

  /** Of languages that fit equally well, that of the months is taken. */
  private Fit ofDays(Fit month) {
    return best(
        Stream.concat(Stream.of(month.language), Language.ALL.stream()),
        Language::days,
        set ->
            bonus(set, Stream.of(days))
                + set.names().stream().mapToLong(name -> score(days, name)).sum());
  }

  /** Of sets that fit equally well, the full names are likelier where any has four letters. */
  private static long bonus(Language.NameSet set, Stream<Map<String, Integer>> seen) {
    boolean anyLong =
        seen.flatMap(texts -> texts.keySet().stream())
            .anyMatch(text -> withoutDot(text).length() > 3);
    return set.isFull() && anyLong ? 1 : 0;
  }

  /** Returns the first set of those that fit best. */
  private static Fit best(
      Stream<Language> languages,
      Function<Language, List<Language.NameSet>> sets,
      ToLongFunction<Language.NameSet> score) {
    Optional<Fit> best =
        languages
            .flatMap(
                language ->
                    sets.apply(language).stream()
                        .map(set -> new Fit(language, set, score.applyAsLong(set))))
            .reduce((first, second) -> second.score > first.score ? second : first);
    return best.orElseThrow();
  }

  private static long score(Map<String, Integer> texts, String name) {
    long score = 0;
    for (Map.Entry<String, Integer> each : texts.entrySet()) {
      if (isLike(each.getKey(), name)) {
        boolean isExact = withoutDot(each.getKey()).equalsIgnoreCase(name);
        score += (isExact ? LIKE + EXACT : LIKE) * each.getValue();
      }
    }
    return score;
  }

  private static boolean isLike(String text, String name) {
    return NameWords.folded(withoutDot(text)).equals(NameWords.folded(name));
  }

  /** Returns each name as most cells write it, or as they would where none has it. */
  private static List<String> names(
      List<Map<String, Integer>> seen, Fit fit, List<Language.NameSet> sets, String january) {
    List<String> names = new ArrayList<>();
    boolean isBare = hasNoAccents(seen, fit.set.names());
    boolean isDotted = isDotted(seen, sets);
    for (int i = 0; i < seen.size(); i++) {
      String name = fit.set.names().get(i);
      String word = NameStyle.inCase(isBare ? withoutAccents(name) : name, january);
      boolean dot = isDotted && !isFull(name, i, sets);
      names.add(mostFrequent(seen.get(i), dot ? word + "." : word));
    }
    return names;
  }

  /** Returns whether most shortened names end in a dot. */
  private static boolean isDotted(List<Map<String, Integer>> seen, List<Language.NameSet> sets) {
    int balance = 0;
    for (int i = 0; i < seen.size(); i++) {
      for (Map.Entry<String, Integer> each : seen.get(i).entrySet()) {
        if (each.getKey().endsWith(".")) {
          balance += each.getValue();
        } else if (!isFull(each.getKey(), i, sets)) {
          balance -= each.getValue();
        }
      }
    }
    return balance > 0;
  }

  private static boolean isFull(String name, int place, List<Language.NameSet> sets) {
    return sets.stream()
        .anyMatch(set -> set.isFull() && set.names().get(place).equalsIgnoreCase(name));
  }

  /** Returns whether names that have accents in their language stand there without any. */
  private static boolean hasNoAccents(List<Map<String, Integer>> seen, List<String> names) {
    boolean any = false;
    for (int i = 0; i < seen.size(); i++) {
      for (String text : seen.get(i).keySet()) {
        if (!isAscii(text)) {
          return false;
        }
        any |= !isAscii(names.get(i));
      }
    }
    return any;
  }

  private static String withoutAccents(String name) {
    String bare = NameWords.folded(name);
    return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** Returns the text that was counted most often, the first of several. */
  static String mostFrequent(Map<String, Integer> counts, String otherwise) {
    String best = otherwise;
    int most = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }
}
