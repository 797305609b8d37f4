package dev.synth.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KindsTest {
  private sealed interface Fruit permits Pear, Apple {}

  @KindName("pear")
  private record Pear() implements Fruit {}

  @KindName("crab-apple")
  private record Apple() implements Fruit {}

  private sealed interface Unnamed permits Stone {}

  private record Stone() implements Unnamed {}

  private sealed interface Twins permits First, Second {}

  @KindName("twin")
  private record First() implements Twins {}

  @KindName("twin")
  private record Second() implements Twins {}

  @Test
  void findsTheRecordsOfAFamilyInTheOrderOfItsPermitsClause() {
    assertThat(Kinds.of(Fruit.class)).containsEntry("crab-apple", Apple.class);
    assertThat(Kinds.of(Fruit.class).keySet()).containsExactly("pear", "crab-apple");
  }

  @Test
  void refusesRecordsWithoutANameOrWithTheSame() {
    assertThatThrownBy(() -> Kinds.of(Unnamed.class)).hasMessageContaining("has no @Kind");
    assertThatThrownBy(() -> Kinds.of(Twins.class)).hasMessageContaining("have the same @Kind");
  }
}
