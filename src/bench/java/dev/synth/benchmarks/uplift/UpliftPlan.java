package dev.synth.benchmarks.uplift;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work that the benchmark is asked for.
 *
 * @param data the folder of the real sets
 * @param out the folder of the results
 * @param sets titles of sets; empty for all
 * @param sizes how many rare rows serve training and validation
 * @param splits how many splits
 * @param students the classifiers
 * @param arms the arms
 * @param shard the part that this process does
 * @param peers the folder of rows of other programs, if there is one
 */
record UpliftPlan(
    Path data,
    Path out,
    List<String> sets,
    List<CellSize> sizes,
    int splits,
    List<Student> students,
    List<UpliftArm> arms,
    Shard shard,
    Optional<PeerRows> peers) {
  private static final String SIZES = "16,32,64,all";
  private static final String CLASSIFIERS =
      "xgboost,xgboost-stock,random-forest,logistic-regression,mlp";
  private static final String ARMS =
      "none,class-weight,oversample,smote,regularised-booster,bag,booster-forest,teacher,"
          + "self-distillation,shuffle-soft,best-free,smote-soft,vae-hard,vae-soft,mgs-hard,"
          + "mgs-soft,auto";

  /** Procedures are measured with this classifier and these sizes alone, for their cost. */
  private static final List<String> PICKED_SIZES = List.of("16", "64");

  UpliftPlan {
    sets = List.copyOf(sets);
    sizes = List.copyOf(sizes);
    students = List.copyOf(students);
    arms = List.copyOf(arms);
  }

  /** Returns the plan of arguments, with what is left out at its default. */
  static UpliftPlan of(Map<String, String> arguments) {
    boolean small = arguments.containsKey("small");
    return new UpliftPlan(
        Path.of(arguments.getOrDefault("data", "../shared/data")),
        Path.of(arguments.getOrDefault("out", "evaluation/uplift")),
        list(arguments.getOrDefault("sets", small ? Small.SETS : "")),
        list(arguments.getOrDefault("sizes", small ? Small.SIZES : SIZES)).stream()
            .map(CellSize::new)
            .toList(),
        Integer.parseInt(arguments.getOrDefault("splits", small ? Small.SPLITS : "10")),
        list(arguments.getOrDefault("classifiers", small ? Small.CLASSIFIERS : CLASSIFIERS))
            .stream()
            .map(Student::of)
            .toList(),
        list(arguments.getOrDefault("arms", small ? Small.ARMS : ARMS)).stream()
            .map(UpliftArm::of)
            .toList(),
        Shard.of(arguments.getOrDefault("shard", "1/1")),
        Optional.ofNullable(arguments.get("peers")).map(folder -> new PeerRows(Path.of(folder))));
  }

  /** The small form, which ends in about five minutes on one core. */
  private static final class Small {
    static final String SETS = "simulated-clusters,simulated-normals,mammography,sick";
    static final String SIZES = "16,64";
    static final String SPLITS = "2";
    static final String CLASSIFIERS = "xgboost,xgboost-stock";
    static final String ARMS = "none,smote,vae-hard,vae-soft,mgs-soft";
  }

  private static List<String> list(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }

  /** Returns whether a set is asked for. */
  boolean has(UpliftSet set) {
    return sets.isEmpty() || sets.contains(set.title());
  }

  /** Returns a classifier's arms for a size. */
  List<UpliftArm> arms(Student student, CellSize size) {
    boolean mayPick = student == Student.XGBOOST && PICKED_SIZES.contains(size.text());
    return arms.stream().filter(arm -> mayPick || !isPicked(arm)).toList();
  }

  private static boolean isPicked(UpliftArm arm) {
    return switch (arm) {
      case UpliftArm.Auto auto -> true;
      case UpliftArm.BestFree bestFree -> true;
      case UpliftArm.Named named -> false;
      case UpliftArm.Rival rival -> false;
      case UpliftArm.Peer peer -> false;
    };
  }
}
