package dev.synth.internal.experiment.profile;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.report.profile.FirstConfig;
import java.nio.file.Path;
import java.util.List;

/** {@code synth init}: a first config for a table. */
public final class ConfigDraft {
  private static final int LONGEST_NAME = 40;

  private ConfigDraft() {}

  /**
   * The config that was written.
   *
   * @param file the config
   * @param guesses what was guessed and why, a sentence each
   * @param enough how far the rare rows carry
   */
  public record Written(Path file, List<String> guesses, RareProfile.Enough enough) {
    public Written {
      guesses = List.copyOf(guesses);
    }
  }

  /** Returns a run's name for a data file: its own name, as far as that may be one. */
  public static String nameFor(String source) {
    String file = source.replaceAll("^.*[/\\\\]", "");
    String stem = file.replaceAll("\\.(csv|tsv|txt|gz|parquet|json|ndjson)$", "");
    stem = stem.replaceAll("\\.(csv|tsv|txt|json|ndjson)$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
    String name = stem.replaceAll("^[^A-Za-z0-9]+", "");
    return name.isEmpty() ? "mine" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  /**
   * Looks at a table and writes a config for it.
   *
   * @param request the table, and what of it was named
   * @param named what was named
   * @param to the file to write
   * @param overwrite whether it may be replaced
   * @throws Problem if the file is there, or no column looks like a label
   */
  public static Written write(
      ProfileRequest request,
      FirstConfig.NamedChoices named,
      Path to,
      boolean overwrite,
      Context context) {
    FinishedRun.checkFree(to, overwrite);
    ProfiledData data = ProfiledData.read(request, context);
    if (data.rows() == null) {
      throw Problem.invalid(
          "label",
          "must be named: no column looks like one (the columns are %s)",
          String.join(", ", data.table().schema().names()));
    }
    DataProfile profile = TableLook.profile(data, context);
    FirstConfig draft = new FirstConfig(profile, named);
    String yaml = draft.yaml(nameFor(data.config().data().source()), to.toString());
    ConfigLoader.parse(yaml, to.toString(), List.of()); // what is written must be one
    FinishedRun.write(to, yaml, overwrite);
    return new Written(to, draft.guesses(), draft.enough());
  }
}
