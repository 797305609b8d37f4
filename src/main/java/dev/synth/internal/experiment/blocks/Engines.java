package dev.synth.internal.experiment.blocks;

import dev.synth.base.Problem;
import dev.synth.internal.base.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engines of this program: its own, and those of other jars on its class path. */
final class Engines {
  private static final String SPARK = "spark";

  private Engines() {}

  /**
   * Returns the engine of a name.
   *
   * @throws Problem if there is none
   */
  static BlockEngine.Provider named(String name) {
    List<BlockEngine.Provider> all = new ArrayList<>();
    all.add(new LocalEngine.Own());
    ServiceLoader.load(BlockEngine.Provider.class).forEach(all::add);
    for (BlockEngine.Provider each : all) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    if (name.equals(SPARK)) {
      throw Problem.environment(
          "the engine 'spark' is not here: it comes with synth's Spark jar; docs/spark.md says how"
              + " to build and start it");
    }
    List<String> names = all.stream().map(BlockEngine.Provider::name).toList();
    throw Problem.usage(
        "there is no engine '%s'%s; here there is %s",
        name, Spelling.hint(name, names), String.join(", ", names));
  }
}
