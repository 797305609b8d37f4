package dev.synth.internal.classify.ensemble;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A teacher's results on training rows that it had not learned from, and what it was made of.
 *
 * @param used whether it labels rows: not where it is worse than the student
 * @param averagePrecision the teacher's, mean over folds; null where there were too few rare rows
 * @param student the student's name
 * @param studentAveragePrecision the student's with nothing added, mean over the same folds; null
 *     where there were too few rare rows
 * @param members what it was blended of
 */
public record Taught(
    boolean used,
    @Nullable Double averagePrecision,
    String student,
    @Nullable Double studentAveragePrecision,
    List<Member> members) {
  public Taught {
    members = List.copyOf(members);
  }

  /** Returns the same of a teacher that labels rows for another reason. */
  public Taught asUsed() {
    return new Taught(true, averagePrecision, student, studentAveragePrecision, members);
  }

  /**
   * One member.
   *
   * @param name the classifier's name
   * @param weight in [0, 1]; all weigh 1 in sum
   * @param averagePrecision mean over folds; null where there were too few rare rows
   */
  public record Member(String name, double weight, @Nullable Double averagePrecision) {}
}
