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
    refuseUnknown(service, name);
    for (P each : ServiceLoader.load(service)) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw Problem.environment(
        "the engine '%s' is not here: it comes with synth's Spark jar; docs/spark.md says how to"
            + " build and start it",
        name);
  }

  /**
   * Refuses a name that no engine has, here or elsewhere.
   *
   * @param service the kind of provider
   * @throws Problem (usage) if there is none
   */
  public static <P extends EngineProvider<?>> void refuseUnknown(Class<P> service, String name) {
    List<String> names = new ArrayList<>(List.of(LOCAL));
    ServiceLoader.load(service).forEach(each -> names.add(each.name()));
    if (!names.contains(name) && !name.equals(SPARK)) {
      String here = String.join(", ", names);
      names.add(SPARK); // which may be meant where its jar is missing, too
      throw Problem.usage(
          "there is no engine '%s'; here there is %s%s", name, here, Spelling.hint(name, names));
    }
  }
}
