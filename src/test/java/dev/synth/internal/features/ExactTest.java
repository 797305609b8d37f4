package dev.synth.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ExactTest {
  @Test
  void aNumberIsTheShortestDecimalThatIsReadAsIt() {
    assertThat(Exact.unscaled(12.34, 2)).isEqualTo(1234);
    assertThat(Exact.unscaled(-0.1, 1)).isEqualTo(-1);
    assertThat(Exact.unscaled(12.345, 2)).isEqualTo(Long.MIN_VALUE);
    assertThat(Exact.unscaled(1e15, 0)).as("too many digits").isEqualTo(Long.MIN_VALUE);
    assertThat(Exact.scaleOf(12.345, 2)).isEqualTo(3);
    assertThat(Exact.scaleOf(Math.PI, 0)).isEqualTo(-1);
    assertThat(Exact.decimal(0.1).toPlainString()).isEqualTo("0.1");
  }

  @Test
  void aQuotientIsRoundedOnce() {
    assertThat(Exact.quotient(1, 3, 0)).isEqualTo(1.0 / 3);
    assertThat(Exact.quotient(12345, 1, 2)).isEqualTo(123.45);
    // 2^53 + 1 lies between two doubles; half to even is 2^53, and a third of it is not a tie
    assertThat(Exact.quotient((1L << 53) + 1, 1, 0)).isEqualTo(0x1p53);
    assertThat(Exact.quotient(3 * ((1L << 53) + 1), 3, 0)).isEqualTo(0x1p53);
    assertThat(Exact.quotient(0, -5, 0)).isEqualTo(0.0);
  }

  @Test
  void twoWordsAreOneWholeNumber() {
    assertThat(Exact.whole(0, -1)).isEqualTo(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
    assertThat(Exact.whole(-1, -1)).isEqualTo(BigInteger.ONE.negate());
    assertThat(Exact.whole(1, 0)).isEqualTo(BigInteger.TWO.pow(64));
  }
}
