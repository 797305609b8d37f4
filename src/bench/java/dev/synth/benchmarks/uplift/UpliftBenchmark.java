package dev.synth.benchmarks.uplift;

import dev.synth.base.Problem;
import dev.synth.benchmarks.Arguments;
import dev.synth.internal.base.PlainText;
import dev.synth.split.Split;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Measures what every arm does for classifiers with few rare rows, on real and on simulated tables:
 * the public table of {@code docs/uplift.md}, which has the commands and what they found.
 *
 * <p>Resumable: called again with the same folder it computes what is missing. A cell is a pure
 * function of its name, so that shards and their order leave the same lines.
 */
public final class UpliftBenchmark {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  static final String TOO_FEW = "too few rare rows";

  private final UpliftPlan plan;
  private final PrintStream told;
  private @Nullable LabelledTable rows;
  private String lastRead = "";

  private UpliftBenchmark(UpliftPlan plan, PrintStream told) {
    this.plan = plan;
    this.told = told;
  }

  /**
   * Runs the benchmark, and prints the tables of all results in its folder.
   *
   * @param args {@code key=value}, lists separated by commas: the folder of the real sets (data),
   *     that of the results (out), sets, sizes, splits, classifiers and arms, the part of the work
   *     (shard, such as 1/4), the folder of rows of other programs (peers); {@code small=yes} is
   *     the small form, {@code mode=summary} prints the tables alone, {@code mode=export} writes
   *     training rows for other programs into the folder of peers, {@code mode=time} learns from
   *     the earliest weeks of streams and prints what the later ones show, {@code mode=sweep} tries
   *     the {@code recipes} of soft labels on a {@code half} of the sets ({@link UpliftSweep})
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> arguments = Arguments.of(args);
    UpliftPlan plan = UpliftPlan.of(arguments);
    switch (arguments.getOrDefault("mode", "run")) {
      case "run" -> {
        run(plan, System.err);
        OUT.print(summary(plan));
      }
      case "summary" -> OUT.print(summary(plan));
      case "export" -> new UpliftBenchmark(plan, System.err).export();
      case "time" -> OUT.print(UpliftInTime.of(plan));
      case "sweep" -> OUT.print(UpliftSweep.of(arguments, System.err));
      default -> throw Problem.usage("mode is run, summary, export, time or sweep");
    }
  }

  private static String summary(UpliftPlan plan) throws IOException {
    return UpliftSummary.of(UpliftFolder.lines(plan.out()), UpliftSet.all(plan.data()));
  }

  /** Computes what the folder of results lacks. */
  static void run(UpliftPlan plan, PrintStream told) throws IOException {
    new UpliftBenchmark(plan, told).run();
  }

  private void run() throws IOException {
    UpliftFolder folder = new UpliftFolder(plan.out(), plan.shard());
    int piece = 0;
    for (int split = 1; split <= plan.splits(); split++) {
      for (UpliftSet set : sets()) {
        for (CellSize size : plan.sizes()) {
          if (plan.shard().has(piece++)) {
            compute(set, size, split, folder);
          }
        }
      }
    }
  }

  private List<UpliftSet> sets() {
    return UpliftSet.all(plan.data()).stream().filter(plan::has).toList();
  }

  /** Computes a classifier's arms together, since they share a teacher. */
  private void compute(UpliftSet set, CellSize size, int number, UpliftFolder folder)
      throws IOException {
    UpliftGroup.CellPlace place = new UpliftGroup.CellPlace(set.title(), size.text(), number);
    Optional<UpliftGroup> group = Optional.empty();
    for (Student student : plan.students()) {
      List<UpliftArm> missing =
          plan.arms(student, size).stream()
              .filter(arm -> !folder.has(place.key(student, arm)))
              .toList();
      if (missing.isEmpty()) {
        continue;
      }
      if (group.isEmpty()) {
        group = split(set, size, place).map(cut -> new UpliftGroup(place, cut, plan.peers()));
      }
      for (UpliftLine line : lines(group, student, missing, place)) {
        folder.append(line);
      }
      told.println(PlainText.of("%s, %s", place.text(), student.title()));
    }
  }

  private static List<UpliftLine> lines(
      Optional<UpliftGroup> group,
      Student student,
      List<UpliftArm> arms,
      UpliftGroup.CellPlace place) {
    return group
        .map(each -> each.compute(student, arms))
        .orElseGet(
            () ->
                arms.stream()
                    .map(arm -> UpliftLine.impossible(place.key(student, arm), TOO_FEW))
                    .toList());
  }

  /** Cuts a set; empty where it has too few rare rows for the size. */
  private Optional<Split> split(UpliftSet set, CellSize size, UpliftGroup.CellPlace place) {
    LabelledTable all = read(set);
    OptionalInt rare = size.of(all);
    return rare.isEmpty()
        ? Optional.empty()
        : Optional.of(CellSplit.of(all, rare.getAsInt(), place.seeds()));
  }

  /** Reads a set, unless it is the one that was read last. */
  private LabelledTable read(UpliftSet set) {
    LabelledTable known = rows;
    if (known == null || !lastRead.equals(set.title())) {
      rows = null; // two large tables need not be in memory at once
      known = set.rows().get();
      rows = known;
      lastRead = set.title();
    }
    return known;
  }

  /** Writes the training rows of all cells for other programs. */
  private void export() throws IOException {
    PeerRows peers = plan.peers().orElseThrow(() -> Problem.usage("export takes peers=FOLDER"));
    for (UpliftSet set : sets()) {
      for (CellSize size : plan.sizes()) {
        for (int number = 1; number <= plan.splits(); number++) {
          UpliftGroup.CellPlace place = new UpliftGroup.CellPlace(set.title(), size.text(), number);
          Optional<Split> split = split(set, size, place);
          if (split.isPresent()) {
            peers.write(place, split.get().training());
          }
        }
      }
    }
  }
}
