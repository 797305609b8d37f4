package dev.synth.internal.experiment.grid;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The finished cells of a unit, on their way to where the grid grows.
 *
 * @param unit the unit's key
 * @param cells the text of each cell's file, by its key
 */
public record UnitCells(String unit, Map<String, String> cells) implements Serializable {
  public UnitCells {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }
}
