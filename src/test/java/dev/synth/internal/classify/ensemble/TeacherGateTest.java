package dev.synth.internal.classify.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeacherGateTest {
  @Test
  void shutsWhereTheStudentIsAheadByMoreThanItsError() {
    assertThat(TeacherGate.isOpen(List.of(0.1, 0.2, 0.1, 0.2))).isTrue();
    assertThat(TeacherGate.isOpen(List.of(-0.1, -0.2, -0.1, -0.2))).isFalse();
    // −.05 with a deviation of .3: an error of .15 with four rows, and of .03 with a hundred
    assertThat(TeacherGate.isOpen(List.of(-0.31, 0.21, -0.31, 0.21))).isTrue();
    List<Double> many =
        IntStream.range(0, 100).mapToObj(row -> row % 2 == 0 ? -0.31 : 0.21).toList();
    assertThat(TeacherGate.isOpen(many)).isFalse();
  }

  @Test
  void shutsOutATeacherThatSaysWhatItsStudentSays() {
    assertThat(TeacherGate.isOpen(List.of(0.0, 0.0, 0.0))).isFalse();
  }

  /** Each fold is ranked by itself, since its scores come from other fits. */
  @Test
  void ranksEachFoldByItself() {
    BitSet first = new BitSet();
    first.set(0);
    BitSet second = new BitSet();
    second.set(1);
    double[] perfect = {0.9, 0.1, 0.2, 0.05, 0.08, 0.01};
    double[] worse = {0.1, 0.2, 0.9, 0.8, 0.7, 0.1};
    List<BitSet> rare = List.of(first, second);
    int[] sizes = {3, 3};
    assertThat(TeacherGate.isOpen(perfect, worse, rare, sizes)).isTrue();
    assertThat(TeacherGate.isOpen(worse, perfect, rare, sizes)).isFalse();
  }
}
