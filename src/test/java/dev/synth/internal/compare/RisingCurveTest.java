package dev.synth.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RisingCurveTest {
  private static final double[] SIZES = {10, 20, 40, 80};

  @Test
  void aValueIsReachedByTheFewestRowsThatDo() {
    // pooled: .45, .45, .55, .65; halfway in the logarithm is the geometric mean
    RisingCurve curve = RisingCurve.of(SIZES, new double[] {.5, .4, .55, .65});
    assertThat(curve.sizeOf(.5)).isCloseTo(Math.sqrt(20 * 40), within(1e-9));
    assertThat(curve.sizeOf(.575)).isCloseTo(40 * Math.pow(2, .25), within(1e-9));
    assertThat(curve.sizeOf(.55)).isEqualTo(40);
    assertThat(curve.sizeOf(.65)).isEqualTo(80);
    assertThat(curve.sizeOf(curve.value(1))).isEqualTo(10);
  }

  @Test
  void valuesBelowAndAboveTheCurveGetItsEnds() {
    RisingCurve curve = RisingCurve.of(SIZES, new double[] {.1, .2, .3, .3});
    assertThat(curve.sizeOf(.05)).isEqualTo(10);
    assertThat(curve.sizeOf(.3)).isEqualTo(40);
    assertThat(curve.sizeOf(.31)).isEqualTo(80);
    RisingCurve flat = RisingCurve.of(SIZES, new double[] {.75, .5, .25, 0});
    assertThat(flat.sizeOf(.375)).isEqualTo(10);
    assertThat(flat.sizeOf(.376)).isEqualTo(80);
  }

  @Test
  void sizesThatDoNotRiseAreRefused() {
    double[] means = {.1, .2};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RisingCurve.of(new double[] {16, 16}, means))
        .withMessageContaining("16.0 does not follow 16.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RisingCurve.of(new double[] {0, 16}, means));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RisingCurve.of(new double[] {16}, means))
        .withMessageContaining("2 means at 1 sizes");
  }
}
