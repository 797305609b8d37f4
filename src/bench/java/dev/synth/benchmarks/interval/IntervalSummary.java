package dev.synth.benchmarks.interval;

import dev.synth.benchmarks.interval.IntervalLine.Figure;
import dev.synth.compare.Detectable;
import dev.synth.compare.Protocol;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.StudentT;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of the interval benchmark, in Markdown. */
final class IntervalSummary {
  /** A tail misses in 2.5 % of data sets where all is right; its bound may not be above this. */
  private static final double MOST_MISSED = 0.04;

  private IntervalSummary() {}

  /** A population, a number of rare rows and an arm. */
  private record Cell(IntervalPopulation population, int rare, IntervalArm arm) {}

  /**
   * The record of a candidate in a cell.
   *
   * @param low how often the interval lies below what the estimate is on average, over the data
   *     sets
   * @param high how often it lies above
   * @param lowOfTrue the same for the true effect on endless rows
   * @param highOfTrue the same
   * @param error the root of the mean variance over the estimate's deviation
   * @param minimum the minimum detectable effect over (1.96 + .84) deviations, its mean
   */
  private record Score(
      int sets,
      double low,
      double high,
      double lowOfTrue,
      double highOfTrue,
      double error,
      double minimum) {}

  static String of(List<IntervalLine> lines, boolean withCells) {
    Map<Cell, List<IntervalLine>> sets = new LinkedHashMap<>();
    Map<Cell, List<IntervalLine>> effects = new LinkedHashMap<>();
    for (IntervalLine line : lines) {
      Cell cell = new Cell(line.population(), line.rare(), line.arm());
      (line.isTrue() ? effects : sets).computeIfAbsent(cell, key -> new ArrayList<>()).add(line);
    }
    sets.keySet()
        .removeIf(cell -> cell.arm() != IntervalArm.OTHER_VIEW && !effects.containsKey(cell));
    sets.values().removeIf(own -> own.size() < 2);
    StringBuilder text = new StringBuilder();
    for (boolean choosing : new boolean[] {true, false}) {
      text.append(choosing ? "\n### To choose by\n" : "\n### To confirm by\n");
      text.append(
          """

          | candidate | tails | sets a cell | mean missed | most missed | bound: median | most | above .04 | of truth: mean | most | error/deviation, least | median | most | minimum/2.8 deviations by rare rows |
          |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|
          """);
      for (IntervalCandidate candidate : IntervalCandidate.values()) {
        Map<Cell, Score> scores = new LinkedHashMap<>();
        sets.forEach(
            (cell, own) -> {
              boolean isKnown = !Double.isNaN(candidate.variance(own.getFirst())) && own.size() > 1;
              if (cell.population().isForChoosing() == choosing && isKnown) {
                scores.put(
                    cell, score(candidate, own, mean(effects.getOrDefault(cell, List.of()))));
              }
            });
        if (!scores.isEmpty()) {
          text.append(row(candidate, scores));
        }
      }
    }
    text.append(missed(sets)).append(minima(sets));
    return withCells ? text + cells(sets, effects) : text.toString();
  }

  /** The tails of what is adopted whose bound is too high, and how their estimates behave. */
  private static String missed(Map<Cell, List<IntervalLine>> sets) {
    StringBuilder text =
        new StringBuilder(
            """

            ### What is adopted: tails with a bound above .04

            Error and estimate: the correlation between the stated error and the estimate, over data sets.

            | population | rare | arm | sets | mean | tail | missed | lower bound | upper bound | error/deviation | error and estimate |
            |---|---:|---|---:|---:|---|---:|---:|---:|---:|---:|
            """);
    int tails = 0;
    int above = 0;
    for (Map.Entry<Cell, List<IntervalLine>> entry : sets.entrySet()) {
      Cell cell = entry.getKey();
      List<IntervalLine> own = entry.getValue();
      Score score = score(IntervalCandidate.ADOPTED, own, 0);
      for (boolean isHigh : new boolean[] {false, true}) {
        double share = isHigh ? score.high() : score.low();
        tails++;
        if (bound(share, score.sets()) > MOST_MISSED) {
          above++;
          text.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %d | %s | %d | %+.3f | %s | %.3f | %.3f | %.3f | %.2f | %+.2f |%n",
                  cell.population().title(),
                  cell.rare(),
                  cell.arm().title(),
                  score.sets(),
                  mean(own),
                  isHigh ? "above" : "below",
                  share,
                  least(share, score.sets()),
                  bound(share, score.sets()),
                  score.error(),
                  correlation(own)));
        }
      }
    }
    return text + PlainText.of("\n%d of %d tails.\n", above, tails);
  }

  /** The correlation between the estimate and its stated error. */
  private static double correlation(List<IntervalLine> own) {
    double mean = mean(own);
    double error = own.stream().mapToDouble(IntervalSummary::error).average().orElseThrow();
    double both = 0;
    double ofMean = 0;
    double ofError = 0;
    for (IntervalLine line : own) {
      double one = line.figure(Figure.MEAN) - mean;
      double other = error(line) - error;
      both += one * other;
      ofMean += one * one;
      ofError += other * other;
    }
    return both / Math.sqrt(ofMean * ofError);
  }

  private static double error(IntervalLine line) {
    return Math.sqrt(IntervalCandidate.ADOPTED.variance(line));
  }

  /** The minimum detectable effect of each arm, over 2.8 deviations of its estimate. */
  private static String minima(Map<Cell, List<IntervalLine>> sets) {
    Map<IntervalArm, Map<Integer, List<Double>>> of = new EnumMap<>(IntervalArm.class);
    TreeSet<Integer> rares = new TreeSet<>();
    sets.forEach(
        (cell, own) -> {
          rares.add(cell.rare());
          of.computeIfAbsent(cell.arm(), key -> new TreeMap<>())
              .computeIfAbsent(cell.rare(), key -> new ArrayList<>())
              .add(score(IntervalCandidate.ADOPTED, own, 0).minimum());
        });
    StringBuilder text =
        new StringBuilder(
            "\n### What is adopted: minimum detectable effect over 2.8 deviations\n\n"
                + "Mean over populations, and the least and the most.\n\n| arm |");
    rares.forEach(rare -> text.append(' ').append(rare).append(" rare rows |"));
    text.append("\n|---|").append("---|".repeat(rares.size())).append('\n');
    of.forEach(
        (arm, byRare) -> {
          text.append("| ").append(arm.title()).append(" |");
          for (int rare : rares) {
            List<Double> all = byRare.getOrDefault(rare, List.of(Double.NaN));
            text.append(
                PlainText.of(
                    " %.2f (%.2f to %.2f) |", average(all), Collections.min(all), most(all)));
          }
          text.append('\n');
        });
    return text.toString();
  }

  private static String row(IntervalCandidate candidate, Map<Cell, Score> scores) {
    List<Double> missed = new ArrayList<>();
    List<Double> ofTrue = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    List<Double> bounds = new ArrayList<>();
    Map<Integer, List<Double>> minima = new TreeMap<>();
    for (Map.Entry<Cell, Score> entry : scores.entrySet()) {
      Score score = entry.getValue();
      missed.addAll(List.of(score.low(), score.high()));
      ofTrue.addAll(List.of(score.lowOfTrue(), score.highOfTrue()));
      errors.add(score.error());
      minima.computeIfAbsent(entry.getKey().rare(), key -> new ArrayList<>()).add(score.minimum());
      bounds.add(bound(score.low(), score.sets()));
      bounds.add(bound(score.high(), score.sets()));
    }
    List<Double> ordered = errors.stream().sorted().toList();
    List<Double> orderedBounds = bounds.stream().sorted().toList();
    IntSummaryStatistics sets = scores.values().stream().mapToInt(Score::sets).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %.3f | %.3f | %.3f | %.3f | %d | %.3f | %.3f | %.2f | %.2f | %.2f | %s"
            + " |%n",
        candidate.title(),
        missed.size(),
        sets.getMin() == sets.getMax()
            ? String.valueOf(sets.getMax())
            : PlainText.of("%d–%d", sets.getMin(), sets.getMax()),
        average(missed),
        most(missed),
        orderedBounds.get(orderedBounds.size() / 2),
        orderedBounds.getLast(),
        bounds.stream().filter(bound -> bound >= MOST_MISSED).count(),
        average(ofTrue),
        most(ofTrue),
        ordered.getFirst(),
        ordered.get(ordered.size() / 2),
        ordered.getLast(),
        minima.entrySet().stream()
            .map(each -> PlainText.of("%d: %.2f", each.getKey(), average(each.getValue())))
            .collect(Collectors.joining(", ")));
  }

  private static String cells(
      Map<Cell, List<IntervalLine>> sets, Map<Cell, List<IntervalLine>> effects) {
    StringBuilder text =
        new StringBuilder(
            """

            ### Every cell, with what is adopted

            | population | rare | arm | sets | true effect | bias | deviation | error/deviation | half-width | missed below | above | of truth below | above | minimum/2.8 deviations |
            |---|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """);
    sets.forEach(
        (cell, own) -> {
          double effect = mean(effects.getOrDefault(cell, List.of()));
          Score score = score(IntervalCandidate.ADOPTED, own, effect);
          text.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %d | %s | %d | %+.4f | %+.4f | %.4f | %.2f | %.4f | %.3f | %.3f | %.3f |"
                      + " %.3f | %.2f |%n",
                  cell.population().title(),
                  cell.rare(),
                  cell.arm().title(),
                  own.size(),
                  effect,
                  mean(own) - effect,
                  deviation(own),
                  score.error(),
                  own.stream().mapToDouble(IntervalSummary::halfWidth).average().orElseThrow(),
                  score.low(),
                  score.high(),
                  score.lowOfTrue(),
                  score.highOfTrue(),
                  score.minimum()));
        });
    return text.toString();
  }

  private static double halfWidth(IntervalLine line) {
    return Math.sqrt(IntervalCandidate.ADOPTED.variance(line))
        * IntervalCandidate.ADOPTED.distribution(line).quantile(1 - Protocol.ALPHA / 2);
  }

  private static Score score(IntervalCandidate candidate, List<IntervalLine> own, double effect) {
    double expected = mean(own);
    double deviation = deviation(own);
    int[] missed = new int[4];
    double variance = 0;
    double minimum = 0;
    for (IntervalLine line : own) {
      StudentT t = candidate.distribution(line);
      double error = Math.sqrt(candidate.variance(line));
      double quantile = t.quantile(1 - Protocol.ALPHA / 2);
      double low = line.figure(Figure.MEAN) - quantile * error;
      double high = line.figure(Figure.MEAN) + quantile * error;
      missed[0] += high < expected ? 1 : 0;
      missed[1] += low > expected ? 1 : 0;
      missed[2] += high < effect ? 1 : 0;
      missed[3] += low > effect ? 1 : 0;
      variance += error * error / own.size();
      minimum += (quantile + t.quantile(Detectable.POWER)) * error / own.size();
    }
    double sets = own.size();
    double least =
        StudentT.NORMAL.quantile(1 - Protocol.ALPHA / 2)
            + StudentT.NORMAL.quantile(Detectable.POWER);
    return new Score(
        own.size(),
        missed[0] / sets,
        missed[1] / sets,
        missed[2] / sets,
        missed[3] / sets,
        Math.sqrt(variance) / deviation,
        minimum / (least * deviation));
  }

  /**
   * Returns the upper bound of a share, of confidence .95 (Clopper and Pearson, Biometrika 26,
   * 1934): the rate at which so few misses, or fewer, have a probability of .05.
   */
  private static double bound(double share, int sets) {
    long misses = Math.round(share * sets);
    double low = share;
    double high = 1;
    for (int halving = 0; halving < 50; halving++) {
      double rate = (low + high) / 2;
      if (atMost(misses, sets, rate) >= 0.05) {
        low = rate;
      } else {
        high = rate;
      }
    }
    return low;
  }

  /** Returns the lower bound, where so many misses, or more, have a probability of .05. */
  private static double least(double share, int sets) {
    long misses = Math.round(share * sets);
    double low = 0;
    double high = share;
    for (int halving = 0; misses > 0 && halving < 50; halving++) {
      double rate = (low + high) / 2;
      if (1 - atMost(misses - 1, sets, rate) >= 0.05) {
        high = rate;
      } else {
        low = rate;
      }
    }
    return low;
  }

  /** The probability of so many misses or fewer, at a rate in (0, 1). */
  private static double atMost(long misses, int sets, double rate) {
    double term = StrictMath.pow(1 - rate, sets);
    double sum = term;
    for (int k = 1; k <= misses; k++) {
      term *= (sets - k + 1) * rate / (k * (1 - rate));
      sum += term;
    }
    return sum;
  }

  /** The mean; 0 of none, since twins have no effect. */
  private static double mean(List<IntervalLine> lines) {
    return lines.stream().mapToDouble(line -> line.figure(Figure.MEAN)).average().orElse(0);
  }

  private static double deviation(List<IntervalLine> own) {
    double mean = mean(own);
    double squares = 0;
    for (IntervalLine line : own) {
      squares += (line.figure(Figure.MEAN) - mean) * (line.figure(Figure.MEAN) - mean);
    }
    return Math.sqrt(squares / (own.size() - 1));
  }

  private static double average(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double most(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
