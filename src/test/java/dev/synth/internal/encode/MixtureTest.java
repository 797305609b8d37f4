package dev.synth.internal.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.encode.FeatureEncoder.QuantileRows;
import dev.synth.table.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixtureTest {
  private static final Decimals WHOLE = new Decimals(0);

  private static double[] range(int from, int to) {
    return IntStream.range(from, to).asDoubleStream().toArray();
  }

  private static double[] join(double[]... parts) {
    return Stream.of(parts).flatMapToDouble(DoubleStream::of).toArray();
  }

  private static double[] repeat(double value, int times) {
    return DoubleStream.generate(() -> value).limit(times).toArray();
  }

  private static Mixture fit(double[] all, double[] rare, QuantileRows scope) {
    List<Double> others = new ArrayList<>(DoubleStream.of(all).boxed().toList());
    DoubleStream.of(rare).boxed().forEach(others::remove);
    return Mixture.fit(
        rare, others.stream().mapToDouble(Double::doubleValue).toArray(), WHOLE, scope);
  }

  @Test
  void twentyDistinctValuesAreAllAtoms() {
    Mixture mixture = fit(range(0, 20), range(0, 3), QuantileRows.RARE);

    assertThat(mixture.atoms()).isEqualTo(range(0, 20));
    assertThat(mixture.hasRest()).isFalse();
  }

  @Test
  void moreValuesAreAContinuousRest() {
    Mixture mixture = fit(range(0, 21), range(0, 3), QuantileRows.RARE);

    assertThat(mixture.atoms()).isEmpty();
    assertThat(mixture.cases()).isEqualTo(1);
  }

  /** Of 100 values: five are 5 %, four are less. */
  @Test
  void aValueOfFivePercentOfAllRowsIsAnAtom() {
    Mixture mixture =
        fit(join(range(0, 91), repeat(500, 5), repeat(600, 4)), range(0, 8), QuantileRows.RARE);

    assertThat(mixture.atoms()).containsExactly(500);
  }

  @Test
  void aValueOfFivePercentOfTheRareRowsIsAnAtom() {
    double[] rare = join(range(0, 95), repeat(7000, 5));

    assertThat(fit(join(range(0, 5000), rare), rare, QuantileRows.RARE).atoms())
        .containsExactly(7000);
  }

  @Test
  void anAtomHasFiveRowsOfThoseThatMakeItOne() {
    double[] rare = join(range(0, 20), repeat(7000, 4)); // a sixth, but four rows

    assertThat(fit(join(range(0, 5000), rare), rare, QuantileRows.RARE).atoms()).isEmpty();
  }

  /** 19 values of 5 in 96 rare rows, and 15 of 30 in 547 rows, 5.5 %: 34, the former cut to 17. */
  @Test
  void theMostFrequentAtomsAreKept() {
    double[] rare = join(repeatEach(1000, 19, 5), range(0, 1));
    double[] others = join(repeatEach(2000, 15, 30), range(0, 1));

    double[] atoms = fit(join(rare, others), rare, QuantileRows.RARE).atoms();

    assertThat(atoms).hasSize(32).contains(range(2000, 2015));
  }

  private static double[] repeatEach(int from, int values, int times) {
    return IntStream.range(0, values * times)
        .mapToDouble(i -> from + Math.floorDiv(i, times))
        .toArray();
  }

  /** A rest of one value has no scale of its own. */
  @Test
  void aRestOfOneValueIsAnAtomToo() {
    double[] rare = repeatEach(0, 20, 5);

    Mixture mixture = fit(join(rare, repeat(99, 1)), rare, QuantileRows.RARE);

    assertThat(mixture.hasRest()).isFalse();
    assertThat(mixture.atoms()).hasSize(21);
  }

  @Test
  void quantilesComeFromTheRareRowsFromFortyOn() {
    double[] all = range(0, 10_000);

    QuantileCurve few = curve(fit(all, range(0, 39), QuantileRows.RARE));
    QuantileCurve enough = curve(fit(all, range(0, 40), QuantileRows.RARE));

    assertThat(few.value(0)).isBetween(4990.0, 5010.0);
    assertThat(enough.value(0)).isBetween(19.0, 20.0);
  }

  /** 100 rare values have a quarter of the scale; Φ⁻¹(.75) is 0.674. */
  @Test
  void inTheScopeOfAllTheRareRowsHaveMoreThanTheirShare() {
    QuantileCurve curve = curve(fit(range(0, 10_100), range(10_000, 10_100), QuantileRows.ALL));

    assertThat(curve.value(0.66)).isBetween(9000.0, 9999.0);
    assertThat(curve.value(0.69)).isBetween(10_000.0, 10_010.0);
  }

  /** A column that is constant, or missing, within one class has the other's quantiles. */
  @Test
  void aClassWithoutAContinuousRestHasNoSay() {
    double[] atom = repeat(-1, 30);
    double[] continuous = range(0, 100);

    QuantileCurve ofRare = curve(Mixture.fit(continuous, atom, WHOLE, QuantileRows.ALL));
    QuantileCurve ofOthers = curve(Mixture.fit(atom, continuous, WHOLE, QuantileRows.ALL));

    assertThat(ofRare.value(0)).isCloseTo(49.5, within(0.6));
    assertThat(ofOthers.value(0)).isCloseTo(49.5, within(0.6));
  }

  @Test
  void boundsComeFromAllRowsButNotFromAtoms() {
    double[] rare = range(3000, 3100);

    QuantileCurve curve =
        curve(fit(join(repeat(-999_999, 500), range(0, 5000), rare), rare, QuantileRows.RARE));

    assertThat(curve.min()).isZero();
    assertThat(curve.max()).isEqualTo(4999);
  }

  private static QuantileCurve curve(Mixture mixture) {
    return Objects.requireNonNull(mixture.rest());
  }

  @Test
  void aValueThatIsNoAtomGoesToTheNearestWhereThereIsNoRest() {
    Mixture mixture = new Mixture(new double[] {0, 10, 20}, null, WHOLE);

    assertThat(mixture.caseOf(-5)).isZero();
    assertThat(mixture.caseOf(4)).isZero();
    assertThat(mixture.caseOf(5)).isZero();
    assertThat(mixture.caseOf(6)).isEqualTo(1);
    assertThat(mixture.caseOf(1e300)).isEqualTo(2);
  }
}
