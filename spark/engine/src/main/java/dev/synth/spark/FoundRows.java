package dev.synth.spark;

import dev.synth.internal.table.stage.RowPart;
import dev.synth.internal.table.stage.TypedColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a file that an executor has looked at.
 *
 * @param parts its rows
 * @param typed its columns where they have types, else none
 * @param columns its columns' names
 */
record FoundRows(List<RowPart> parts, TypedColumns typed, List<String> columns)
    implements Serializable {
  FoundRows {
    parts = new ArrayList<>(parts); // which can be sent to other machines
    columns = new ArrayList<>(columns);
  }
}
