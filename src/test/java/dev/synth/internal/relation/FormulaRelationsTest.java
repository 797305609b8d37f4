package dev.synth.internal.relation;

import static dev.synth.internal.relation.LearnedRules.ROWS;
import static dev.synth.internal.relation.LearnedRules.rules;
import static dev.synth.internal.relation.LearnedRules.table;
import static dev.synth.internal.relation.RelatedTables.drawn;
import static dev.synth.internal.relation.RelatedTables.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.rule.RelationOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formulas and sums that hold in all rows. */
class FormulaRelationsTest {
  /** Weights have three digits, so that a price of two is rounded. */
  @Test
  void findsRoundedFormulas() {
    double[] weight = drawn(ROWS, "weight", 0.1, 9, 3);
    double[] price = drawn(ROWS, "price", 1, 40, 2);
    double[] percent = drawn(ROWS, "percent", 1, 25, 2);
    double[] celsius = drawn(ROWS, "celsius", -20, 40, 1);
    assertThat(
            rules(
                table()
                    .numbers("weight", row -> weight[row])
                    .numbers("price", row -> price[row])
                    .numbers("cost", row -> rounded(weight[row] * price[row], 2))))
        .containsExactly("round(weight * price, 2) == cost");
    assertThat(
            rules(
                table()
                    .numbers("bill", row -> price[row])
                    .numbers("percent", row -> percent[row])
                    .numbers("tip", row -> rounded(price[row] * percent[row] / 100, 2))))
        .contains("round(bill * percent / 100, 2) == tip");
    assertThat(
            rules(
                table()
                    .numbers("celsius", row -> celsius[row])
                    .numbers("fahrenheit", row -> rounded(1.8 * celsius[row] + 32, 1))))
        .containsExactly("round(1.8 * celsius + 32, 1) == fahrenheit");
    assertThat(
            rules(
                table()
                    .numbers("net", row -> price[row])
                    .numbers("rate", row -> List.of(0.07, 0.19, 0.0).get(row % 3))
                    .numbers(
                        "gross",
                        row ->
                            rounded(price[row] * (1 + List.of(0.07, 0.19, 0.0).get(row % 3)), 2))))
        .contains("round(net * rate + net, 2) == gross");
  }

  @Test
  void findsSumsOfSeveralColumns() {
    double[] a = drawn(ROWS, "a", 0, 90, 2);
    double[] b = drawn(ROWS, "b", 0, 90, 2);
    double[] c = drawn(ROWS, "c", 0, 10, 2);
    assertThat(
            rules(
                table()
                    .numbers("goods", row -> a[row])
                    .numbers("tax", row -> b[row])
                    .numbers("postage", row -> c[row])
                    .numbers("total", row -> rounded(a[row] + b[row] + c[row], 2))))
        .containsExactly("goods + tax + postage == total");
    assertThat(
            rules(
                table()
                    .numbers("goods", row -> a[row])
                    .numbers("tax", row -> b[row])
                    .numbers("discount", row -> c[row])
                    .numbers("total", row -> rounded(a[row] + b[row] - c[row], 2))))
        .containsExactly("goods + tax - discount == total");
    assertThat(
            rules(
                table()
                    .numbers("cash", row -> c[row])
                    .numbers("card", row -> b[row])
                    .numbers("other", row -> rounded(100 - c[row] - b[row], 2))))
        .containsExactly("cash + card + other == 100");
  }

  @Test
  void findsSumsOfFour() {
    double[] a = drawn(ROWS, "a", 0, 90, 2);
    double[] b = drawn(ROWS, "b", 0, 90, 2);
    double[] c = drawn(ROWS, "c", 0, 10, 2);
    double[] d = drawn(ROWS, "d", 0, 30, 2);
    RelatedTables parts =
        table()
            .numbers("goods", row -> a[row])
            .numbers("tax", row -> b[row])
            .numbers("freight", row -> c[row])
            .numbers("other", row -> d[row]);
    assertThat(rules(parts.numbers("total", row -> rounded(a[row] + b[row] + c[row] + d[row], 2))))
        .containsExactly("goods + tax + freight + other == total");
    assertThat(rules(parts.numbers("total", row -> rounded(a[row] + b[row] - c[row] + d[row], 2))))
        .containsExactly("goods + tax + other - freight == total");
  }

  @Test
  void findsSumsOfFive() {
    List<double[]> parts =
        List.of("a", "b", "c", "d", "e").stream().map(name -> drawn(ROWS, name, 0, 90, 2)).toList();
    RelatedTables table = table();
    for (int i = 0; i < parts.size(); i++) {
      double[] part = parts.get(i);
      table.numbers("part" + i, row -> part[row]);
    }
    assertThat(
            rules(
                table.numbers(
                    "total",
                    row -> rounded(parts.stream().mapToDouble(part -> part[row]).sum(), 2))))
        .containsExactly("part0 + part1 + part2 + part3 + part4 == total");
  }

  /** A count that is nearly always zero, beside a divisor that often is. */
  @Test
  void aQuotientByZeroProvesNothing() {
    double[] divisor = drawn(ROWS, "divisor", -0.49, 1.49, 0);
    double[] bytes = drawn(ROWS, "bytes", 40, 9_000, 0);
    double[] hits = drawn(ROWS, "hits", -3, 3, 0);
    assertThat(
            rules(
                table()
                    .numbers("bytes", row -> divisor[row] * bytes[row])
                    .numbers("hits", row -> Math.max(0, hits[row]))
                    .numbers("wrong", row -> divisor[row] == 0 ? row % 3 : 0.0)))
        .noneMatch(rule -> rule.contains("/"));
  }

  @Test
  void sumsAreLookedForAmongSixtyColumnsAndSaidSo() {
    RelatedTables wide = table();
    for (int i = 0; i < 61; i++) {
      double[] values = drawn(ROWS, "x" + i, 0, 90, 3);
      wide.numbers("x" + i, row -> values[row]);
    }
    assertThat(Relations.learn(wide.training(), RelationOptions.defaults()).unsearched())
        .containsExactly(
            new RelationFacts.Unsearched(RelationFacts.Topic.SUMS_AND_PRODUCTS, 60, 61),
            new RelationFacts.Unsearched(RelationFacts.Topic.SUMS_OF_FOUR, 30, 61),
            new RelationFacts.Unsearched(RelationFacts.Topic.SUMS_OF_FIVE, 20, 61));
  }
}
