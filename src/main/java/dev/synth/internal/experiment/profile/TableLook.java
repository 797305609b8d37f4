package dev.synth.internal.experiment.profile;

import dev.synth.base.Context;
import dev.synth.internal.compare.Foresight;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.Profiler;
import dev.synth.table.LabelledTable;

/** {@code synth profile}: what a table looks like, before anything is trained. */
public final class TableLook {
  private TableLook() {}

  /** Returns the profile of a table that was read. */
  public static DataProfile profile(ProfiledData data, Context context) {
    Profiler profiler = new Profiler(data.source(), data.notes(), data.columns(), context);
    LabelledTable rows = data.rows();
    return rows == null
        ? profiler.plain(data.table(), data.guesses())
        : profiler.labelled(rows, data.guesses(), units -> Foresight.of(units, 1));
  }
}
