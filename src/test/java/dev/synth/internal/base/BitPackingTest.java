package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class BitPackingTest {
  @Test
  void numbersReadBack() {
    for (int[] numbers :
        new int[][] {
          {}, {0}, {0, 0, 0}, {5}, {1, 0, 1, 1}, {7, 130, 3, 0, 99}, {Integer.MAX_VALUE, 1}
        }) {
      assertThat(BitPacking.unpack(BitPacking.pack(numbers))).isEqualTo(numbers);
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
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BitPacking.unpack(BitPacking.pack(new int[] {5, 1, 4}) + "AAAA"));
  }
}
