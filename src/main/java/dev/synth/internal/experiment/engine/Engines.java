package dev.synth.internal.experiment.engine;

import dev.synth.base.Problem;
import dev.synth.internal.base.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engines of this program: its own, and those of other jars on its class path. */
public final class Engines {
  /** The name of the engine that is always there: this process. */
  public static final String LOCAL = "local";

  private static final String SPARK = "spark";

  private Engines() {}

  /**
   * Returns the provider of a name that another jar brings.
   *
   * @param service the kind of provider
   * @throws Problem if there is none
   */
  public static <P extends EngineProvider<?>> P named(Class<P> service, String name) {
    List<String> names = new ArrayList<>(List.of(LOCAL));
    for (P each : ServiceLoader.load(service)) {
      if (each.name().equals(name)) {
        return each;
      }
      names.add(each.name());
    }
    if (name.equals(SPARK)) {
      throw Problem.environment(
          "the engine 'spark' is not here: it comes with synth's Spark jar; docs/spark.md says how"
              + " to build and start it");
    }
    String here = String.join(", ", names);
    names.add(SPARK); // which may be meant where its jar is missing, too
    throw Problem.usage(
        "there is no engine '%s'; here there is %s%s", name, here, Spelling.hint(name, names));
  }
}
