package dev.synth.internal.neural.layer;

import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The native library below the networks: quiet, and one thread a fit.
 *
 * <p>Everything in this package starts it before its first native call. BLAS and OpenMP get one
 * thread each, whatever the environment says: a sum over several threads has no fixed order, and
 * small products are far slower that way. Independent fits run side by side instead.
 *
 * <p>Which kernels OpenBLAS takes depends on the processor, and results differ between kernels in
 * their last bits. Only the environment can choose them, since OpenBLAS reads it while it is being
 * loaded: {@code OPENBLAS_CORETYPE=Haswell} makes x86-64 machines agree. The {@code synth} launcher
 * sets it under {@code SYNTH_PORTABLE=1}; a program that uses the library sets it itself.
 */
public final class NeuralRuntime {
  /** Kept, because the logging system forgets a level whose logger nobody holds. */
  private static final List<Logger> QUIETED =
      List.of(
          Logger.getLogger("org.nd4j"),
          Logger.getLogger("org.deeplearning4j"),
          Logger.getLogger("org.bytedeco"));

  private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";

  /** The property of the folder that native libraries are unpacked to. */
  private static final String UNPACKED = "org.bytedeco.javacpp.cachedir";

  private NeuralRuntime() {}

  /** Loads the native library if that has not happened yet, and pins its threads. */
  public static void start() {
    if (!Started.ON_CPU && !Started.ON_GPU) {
      throw new IllegalStateException("no backend");
    }
  }

  /** Returns where the networks run, for provenance: {@code CPU (OpenBLAS, 1 thread a fit)}. */
  public static String backend() {
    return Started.ON_GPU ? "GPU (CUDA)" : "CPU (OpenBLAS, 1 thread a fit)";
  }

  /** Returns whether networks run on a GPU. */
  public static boolean onGpu() {
    return Started.ON_GPU;
  }

  /** Returns whether this build could use a GPU: whether it has the CUDA backend. */
  public static boolean isBuiltForGpu() {
    return isOnClassPath(CUDA_BACKEND);
  }

  /** Returns whether this build could use a GPU and this machine has none that serves. */
  public static boolean lacksGpu() {
    return Started.ON_CPU && isBuiltForGpu();
  }

  /** Returns whether matrices lie in this process's own memory. */
  static boolean onCpu() {
    return Started.ON_CPU;
  }

  private static boolean isOnClassPath(String name) {
    String file = name.replace('.', '/') + ".class";
    return NeuralRuntime.class.getClassLoader().getResource(file) != null;
  }

  /** Its initialiser runs once, when the first caller asks. */
  private static final class Started {
    static final boolean ON_CPU;
    static final boolean ON_GPU;

    static {
      QUIETED.forEach(Started::quieten);
      setUnlessSet("org.nd4j.log.initialization", "false");
      // The check counts the whole process, so that another library's memory would fail a fit.
      setUnlessSet("org.bytedeco.javacpp.maxphysicalbytes", "0");
      unpackByZone();
      ON_CPU = Nd4j.getEnvironment().isCPU();
      ON_GPU = !ON_CPU;
      Nd4j.getEnvironment().setMaxMasterThreads(1); // holds for every thread, unlike OpenMP's own
      if (ON_CPU) {
        Nd4j.factory().blas().setMaxThreads(1);
        openblas_nolapack.blas_set_num_threads(1);
      }
    }

    /**
     * Has native libraries unpacked into a folder of this time zone. JavaCPP compares the time of
     * an unpacked file with that of the jar's entry, which Java reads by the clock of the zone; so
     * a process of another zone would unpack it anew, and remove it while others load it.
     */
    private static void unpackByZone() {
      String home = System.getProperty("user.home") + "/.javacpp/cache";
      String zone = TimeZone.getDefault().getID().replaceAll("[^A-Za-z0-9+-]", "-");
      Path cache = Path.of(System.getProperty(UNPACKED, home), "zone-" + zone);
      System.setProperty(UNPACKED, cache.toString());
    }

    private static void quieten(Logger logger) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.WARNING);
      }
    }

    private static void setUnlessSet(String key, String value) {
      if (System.getProperty(key) == null) {
        System.setProperty(key, value);
      }
    }
  }
}
