package dev.synth.internal.generate.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.table.TableJson;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;

/** The model files of generators whose state is nothing but the rare training rows. */
public final class KeptRows {
  private static final String RARE = "rare";

  private KeptRows() {}

  /** Writes the rows into the folder of a model, in a version of its kind's format. */
  public static void save(Path folder, int version, GeneratorOptions options, Table rare)
      throws IOException {
    ObjectNode state = Json.mapper().createObjectNode();
    state.set(RARE, TableJson.write(rare));
    new ModelFile(version, options, state).write(folder);
  }

  /**
   * Reads the rows back.
   *
   * @param version the one version that can be read
   * @param purpose what is done with a row, such as {@code repeat}
   * @throws IllegalArgumentException if there is none, or the version is another one
   */
  public static Table load(ModelFile file, int version, String purpose) {
    file.requireVersion(version, version);
    Table rare = TableJson.read(file.state().object(RARE).json());
    if (rare.rowCount() == 0) {
      throw new IllegalArgumentException("there is no row to " + purpose);
    }
    return rare;
  }
}
