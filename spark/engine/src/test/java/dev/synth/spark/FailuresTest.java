package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Problem;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What Spark throws while it works, and while it ends the application. */
class FailuresTest {
  private static final String MASTER = "spark://127.0.0.1:9";

  /** Spark's exceptions are checked, and no signature names them. */
  @Test
  void anApplicationThatHasEndedIsToldWhateverWasThrown() {
    for (Exception each :
        new Exception[] {
          new IOException("Block broadcast_0_piece0 does not exist"),
          new IllegalStateException("Cannot call methods on a stopped SparkContext")
        }) {
      assertThat(Failures.told(true, MASTER, each))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.exitCode().code()).isEqualTo(6))
          .hasMessageStartingWith("Spark at spark://127.0.0.1:9 has ended this application")
          .hasCause(each);
    }
  }

  @Test
  void whatIsThrownMeanwhileIsAProblemOrABug() {
    IllegalStateException bug = new IllegalStateException("a bug");
    assertThat(Failures.told(false, MASTER, bug)).isSameAs(bug);
    assertThat(Failures.told(false, MASTER, new IOException("no space")))
        .isInstanceOf(Problem.class)
        .hasMessage("Spark gave up: no space");
  }
}
