package dev.synth.internal.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

final class NeuralRuntimeTest {
  @Test
  void givesBlasAndOpenMpOneThread() {
    NeuralRuntime.start();
    assertThat(openblas_nolapack.blas_get_num_threads()).isOne();
    assertThat(Nd4j.factory().blas().getMaxThreads()).isOne();
    assertThat(Nd4j.getEnvironment().maxMasterThreads()).isOne();
  }

  @Test
  void saysWhereTheNetworksRun() {
    assertThat(NeuralRuntime.backend()).isEqualTo("CPU (OpenBLAS, 1 thread a fit)");
    assertThat(NeuralRuntime.lacksGpu()).isFalse(); // the tests' class path has no CUDA backend
  }

  /** JavaCPP unpacks a library anew where its time, by the clock of the zone, is another one. */
  @Test
  void unpacksLibrariesByTimeZone() {
    NeuralRuntime.start();
    assertThat(System.getProperty("org.bytedeco.javacpp.cachedir"))
        .matches(".*[/\\\\]zone-[A-Za-z0-9+-]+");
  }

  @Test
  void isQuiet() {
    NeuralRuntime.start();
    assertThat(Logger.getLogger("org.nd4j.linalg.factory.Nd4jBackend").isLoggable(Level.INFO))
        .isFalse();
  }
}
