package dev.synth.spark;

import dev.synth.base.Problem;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The connection to a cluster, or to the threads of this process where none is named. */
final class Cluster {
  private static final String MASTER = "spark.master";
  private static final String LOG_LEVEL = "spark.log.level";

  private Cluster() {}

  /**
   * Connects.
   *
   * @param jobs how many tasks this machine runs at once where no cluster is named
   * @throws Problem if there is no cluster at the address
   */
  static JavaSparkContext connect(int jobs) {
    SparkConf conf = new SparkConf();
    if (!conf.contains(MASTER)) {
      conf.setMaster("local[" + jobs + "]");
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.driver.host", "localhost");
    }
    conf.setIfMissing("spark.app.name", "synth");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing(LOG_LEVEL, "OFF"); // what goes wrong is told in a sentence
    environment(System.getenv())
        .forEach((name, value) -> conf.setIfMissing("spark.executorEnv." + name, value));
    try {
      return new JavaSparkContext(conf);
    } catch (Exception e) { // Spark's are checked ones that no signature names
      throw Failures.problem("cannot start Spark at " + conf.get(MASTER), e);
    }
  }

  /** Returns the variables that executors need as the launcher of this process has them. */
  private static Map<String, String> environment(Map<String, String> own) {
    return "1".equals(own.get("SYNTH_PORTABLE"))
        ? Map.of(
            "OMP_NUM_THREADS", "1",
            "OPENBLAS_NUM_THREADS", "1",
            "SYNTH_PORTABLE", "1",
            "OPENBLAS_CORETYPE", "Haswell")
        : Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1");
  }
}
