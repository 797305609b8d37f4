package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitPackingTest {
  @Test
  void numbersReadBack() {
    for (int[] numbers :
        new int[][] {
          {}, {0}, {0, 0, 0}, {5}, {1, 0, 1, 1}, {7, 130, 3, 0, 99}, {Integer.MAX_VALUE, 1}
        }) {
      String packed = BitPacking.pack(numbers);
      assertThat(BitPacking.unpack(packed)).isEqualTo(numbers);
      assertThat(BitPacking.count(packed)).isEqualTo(numbers.length);
      assertThat(BitPacking.size(numbers.length, IntStream.of(numbers).max().orElse(0)))
          .isEqualTo(Base64.getDecoder().decode(packed).length);
    }
  }

  @Test
  void eachTakesAsManyBitsAsTheLargest() {
    // by hand: count 3 in four bytes, width 3, then 101, 001, 100 from the lowest bit up:
    // 0b00_001101
    // = 5 + 1·8 + (4 & 3)·64 = 13, and the rest of 4, 1
    assertThat(Base64.getDecoder().decode(BitPacking.pack(new int[] {5, 1, 4})))
        .containsExactly(3, 0, 0, 0, 3, 13, 1);
  }

  @Test
  void refusesNegativeNumbersAndOtherTexts() {
    assertThatIllegalArgumentException().isThrownBy(() -> BitPacking.pack(new int[] {-1}));
    assertThatIllegalArgumentException().isThrownBy(() -> BitPacking.unpack("AAAA"));
    assertThatIllegalArgumentException().isThrownBy(() -> BitPacking.count("AAAA"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BitPacking.unpack(BitPacking.pack(new int[] {5, 1, 4}) + "AAAA"));
  }
}
