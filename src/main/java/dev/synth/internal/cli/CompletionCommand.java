package dev.synth.internal.cli;

import dev.synth.internal.cli.shell.Shell;
import dev.synth.internal.cli.shell.ShellFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code synth completion}: scripts that let a shell complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Print a completion script for bash, zsh or fish.",
    description = {
      "Prints a script for a shell, which then completes commands and options at the tab key. Add",
      "one of the lines below to the shell's own startup file."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(synth completion bash)     in ~/.bashrc",
      "  source <(synth completion zsh)      in ~/.zshrc",
      "  synth completion fish | source      in ~/.config/fish/config.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      description = "The shell: ${COMPLETION-CANDIDATES}.")
  private @Nullable Shell shell;

  @Option(
      names = "--all",
      paramLabel = "DIR",
      description = "Writes the scripts of all shells and the man pages to a folder instead.")
  private @Nullable Path all;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    if (all != null && shell != null) {
      throw new ParameterException(
          spec.commandLine(), "--all writes the scripts of all shells; leave the shell out");
    }
    if (all != null) {
      ShellFiles.write(root, all);
    } else if (shell != null) {
      console.out().print(shell.script(root));
    } else {
      throw new ParameterException(spec.commandLine(), "which shell: bash, zsh or fish?");
    }
    return 0;
  }
}
