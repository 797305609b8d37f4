package dev.synth.internal.cli.shell;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The shells there are completion scripts for. */
public enum Shell {
  /** The GNU project's shell. */
  BASH,
  /** The Z shell. */
  ZSH,
  /** The friendly interactive shell. */
  FISH;

  /** Returns this shell's script; zsh reads bash's, which sets zsh up for it. */
  public String script(CommandLine root) {
    return switch (this) {
      case BASH, ZSH -> AutoComplete.bash(root.getCommandName(), root);
      case FISH -> FishScript.of(root.getCommandSpec());
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
