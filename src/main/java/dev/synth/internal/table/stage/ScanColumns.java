package dev.synth.internal.table.stage;

import java.io.Serializable;
import java.util.List;

/**
 * The columns of files that are queried where they lie; column i is {@code ci} in a query.
 *
 * @param names the columns' names
 * @param kinds as what each comes
 */
public record ScanColumns(List<String> names, List<StagedTable.Kind> kinds)
    implements Serializable {
  public ScanColumns {
    names = List.copyOf(names);
    kinds = List.copyOf(kinds);
  }
}
