package dev.synth.internal.experiment.audit;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.classify.ensemble.Teacher;
import dev.synth.internal.evaluate.TeacherRecord;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fits the teachers of a run again, each on the training rows of its repeat alone, and holds labels
 * and blends against them: a teacher that saw any other row says something else.
 */
final class TeacherAudit {
  /** Other processors may add in another order; a teacher of other rows is off by far more. */
  private static final double ROUNDING = 1e-6;

  private final Repeats repeats;
  private final List<String> alarms = new ArrayList<>();

  TeacherAudit(Repeats repeats) {
    this.repeats = repeats;
  }

  /** Returns what is wrong with the labels of the first repeat's rows, a sentence each. */
  List<String> alarmsOfLabels(StoredRows rows, String file) {
    double[] shares = rows.shares();
    if (!rows.whole()) {
      alarms.add(
          file + ": synthetic rows do not stand there once for each class, weighing 1 in sum");
    }
    FitRows first = repeats.rows(1, RareRows.ALL).fit();
    Teacher teacher = first.trainers().teacher(first.features()).teacher();
    int count = rows.synthetic().rowCount();
    if (teacher == null && count > 0) {
      alarms.add(
          PlainText.of(
              "%s: %d synthetic rows joined, but the teacher of the training rows is worse than"
                  + " its student",
              file, count));
    } else if (teacher != null && shares == null) {
      alarms.add(file + ": it has no column that says how rare its synthetic rows are");
    } else if (teacher != null && shares != null && count > 0) {
      check(shares, teacher.score(rows.synthetic()), file);
    }
    return alarms;
  }

  private void check(double[] stored, double[] anew, String file) {
    int other = 0;
    for (int row = 0; row < stored.length; row++) {
      other += isSame(stored[row], anew[row]) ? 0 : 1;
    }
    if (other > 0) {
      alarms.add(
          PlainText.of(
              "%s: the labels of %d synthetic rows are not those of a teacher that learned from the"
                  + " training rows alone",
              file, other));
    }
  }

  /**
   * Returns what is wrong with what a run says of its teachers, a sentence each.
   *
   * @param refit whether those of all repeats are fitted again, and not of the first alone
   */
  List<String> alarmsOfRecords(List<TeacherRecord> stored, boolean refit) {
    for (TeacherRecord record : stored) {
      if (refit || record.repeat() == 1) {
        FitRows rows = repeats.rows(record.repeat(), record.rareRows()).fit();
        Taught anew = rows.trainers().teacher(rows.features()).taught();
        if (!isSame(record.taught(), anew)) {
          alarms.add(
              PlainText.of(
                  "description.json: the teacher of repeat %d, %s is not the one that learned from"
                      + " the training rows alone",
                  record.repeat(), words(record.rareRows())));
        }
      }
    }
    return alarms;
  }

  /** Returns which teachers are missing, a sentence each. */
  List<String> alarmsOfMissing(
      List<TeacherRecord> stored, int count, List<RareRows> trainingSizes) {
    for (int repeat = 1; repeat <= count; repeat++) {
      for (RareRows trainingSize : trainingSizes) {
        int own = repeat;
        if (stored.stream()
            .noneMatch(each -> each.repeat() == own && each.rareRows().equals(trainingSize))) {
          alarms.add(
              PlainText.of(
                  "description.json: the teacher of repeat %d, %s is missing",
                  repeat, words(trainingSize)));
        }
      }
    }
    return alarms;
  }

  private static String words(RareRows rareRows) {
    return switch (rareRows) {
      case RareRows.All all -> "all rare rows";
      case RareRows.AtMost some -> PlainText.of("%d rare rows", some.count());
    };
  }

  private static boolean isSame(Taught stored, Taught anew) {
    boolean same =
        stored.used() == anew.used()
            && stored.student().equals(anew.student())
            && isSame(stored.averagePrecision(), anew.averagePrecision())
            && isSame(stored.studentAveragePrecision(), anew.studentAveragePrecision())
            && stored.members().size() == anew.members().size();
    for (int i = 0; same && i < anew.members().size(); i++) {
      Taught.Member one = stored.members().get(i);
      Taught.Member other = anew.members().get(i);
      same =
          one.name().equals(other.name())
              && isSame(one.weight(), other.weight())
              && isSame(one.averagePrecision(), other.averagePrecision());
    }
    return same;
  }

  private static boolean isSame(@Nullable Double stored, @Nullable Double anew) {
    if (stored == null || anew == null) {
      return Objects.equals(stored, anew);
    }
    return Math.abs(stored - anew) <= ROUNDING;
  }
}
