package dev.synth.internal.monitor;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.read.CellReader;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.table.DataOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The labels of rows that became known later, by the name of the row.
 *
 * @param byName the label of each name
 * @param id the column of names; null where rows are matched by their place
 */
record LateLabels(Map<String, LateLabel> byName, @Nullable String id) {
  /** The column of the probability with which a row's label could become known. */
  static final String PROPENSITY = "propensity";

  /**
   * The label of a row.
   *
   * @param isRare whether it is rare
   * @param propensity the probability with which its label could become known, in (0, 1]
   */
  record LateLabel(boolean isRare, double propensity) {}

  /**
   * The columns of a file of labels.
   *
   * @param label the label column
   * @param options how labels are read: which are rare, and which stand for none
   */
  record Columns(@Nullable String id, String label, DataOptions options, List<String> ids) {}

  /**
   * Reads labels; a cell without one is passed over.
   *
   * @param source a file or glob
   * @param columns the label column and how it is read; the column of names, or null to take the
   *     only one of {@code ids} that is there
   * @param byPlace whether rows are matched by their number, since it is the file of the rows
   * @throws Problem (data) if a column is not there, or a name comes twice with different labels
   */
  static LateLabels read(String source, Columns columns, boolean byPlace) {
    Reader reader = new Reader(source, columns, byPlace);
    RowStream.read(source, null, reader);
    return new LateLabels(reader.known(), byPlace ? null : reader.id);
  }

  /** A row whose label may stand for none, which all labels together tell. */
  private record Doubtful(String name, String text, LateLabel label) {}

  private static final class Reader implements RowStream.Sink {
    private final String source;
    private final Columns columns;
    private final boolean byPlace;
    private final Map<String, LateLabel> known = new HashMap<>();
    private final Map<String, Boolean> mayBeNone = new HashMap<>();
    private final List<Doubtful> doubtful = new ArrayList<>();
    private @Nullable String id;
    private int idPlace;
    private int labelPlace;
    private int propensityPlace;
    private long row;

    Reader(String source, Columns columns, boolean byPlace) {
      this.source = source;
      this.columns = columns;
      this.byPlace = byPlace;
    }

    @Override
    public void columns(List<String> names) {
      labelPlace = place(names, columns.label());
      propensityPlace = names.indexOf(PROPENSITY);
      if (!byPlace) {
        String wanted = columns.id();
        id = wanted == null ? only(names) : wanted;
        idPlace = place(names, id);
      }
    }

    private int place(List<String> names, String name) {
      int place = names.indexOf(name);
      if (place < 0) {
        throw Problem.data("'%s' has no column '%s'%s", source, name, Spelling.hint(name, names));
      }
      return place;
    }

    private String only(List<String> names) {
      List<String> found = new ArrayList<>(columns.ids());
      found.retainAll(names);
      if (found.size() != 1) {
        throw Problem.usage(
                found.isEmpty()
                    ? "'%s' has none of the columns that may name rows (%s)"
                    : "'%s' has several columns that may name rows (%s)",
                source,
                String.join(", ", found.isEmpty() ? columns.ids() : found))
            .remedy(Remedy.NAME_ID);
      }
      return found.getFirst();
    }

    @Override
    public void row(RowStream.@Nullable Cell[] cells) {
      row++;
      String label = CellReader.textOf(cells[labelPlace]);
      String name = byPlace ? Long.toString(row) : CellReader.textOf(cells[idPlace]);
      if (label == null || name == null) {
        return;
      }
      LateLabel own =
          new LateLabel(TableReader.isPositive(label, columns.options()), propensity(cells));
      if (mayBeNone.computeIfAbsent(label, this::mayBeNone)) {
        doubtful.add(new Doubtful(name, label, own));
      } else {
        add(name, own);
      }
    }

    private boolean mayBeNone(String label) {
      return !TableReader.missingLabels(Set.of(label), columns.options()).isEmpty();
    }

    private void add(String name, LateLabel own) {
      LateLabel other = known.putIfAbsent(name, own);
      if (other != null && !other.equals(own)) {
        throw Problem.data("'%s': '%s' comes twice, with different labels", source, name);
      }
    }

    /** Returns the labels, when all rows are read. */
    Map<String, LateLabel> known() {
      Set<String> missing = TableReader.missingLabels(mayBeNone.keySet(), columns.options());
      doubtful.stream()
          .filter(row -> !missing.contains(row.text()))
          .forEach(row -> add(row.name(), row.label()));
      return known;
    }

    private double propensity(RowStream.@Nullable Cell[] cells) {
      String text = propensityPlace < 0 ? null : CellReader.textOf(cells[propensityPlace]);
      if (text == null) {
        return 1;
      }
      double value = NumberText.parse(text).orElse(Double.NaN);
      if (!(value > 0 && value <= 1)) { // written so that NaN fails too
        throw Problem.data(
            "'%s': row %d: '%s' is '%s', which is no probability above 0",
            source, row, PROPENSITY, text);
      }
      return value;
    }
  }
}
