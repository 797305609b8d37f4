package dev.synth.internal.cli.shell;

import dev.synth.base.Problem;
import dev.synth.internal.base.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The completion scripts and man pages that a distribution has beside the program. */
public final class ShellFiles {
  private ShellFiles() {}

  /**
   * Writes {@code completions/} and {@code man/man1/} below a folder.
   *
   * @throws Problem if they cannot be written
   */
  public static void write(CommandLine root, Path folder) {
    CommandSpec spec = root.getCommandSpec();
    Path completions = folder.resolve("completions");
    Path pages = folder.resolve("man").resolve("man1");
    try {
      Files.createDirectories(completions);
      Files.createDirectories(pages);
      for (Shell shell : Shell.values()) {
        Path file = completions.resolve(spec.name() + "." + shell);
        Files.writeString(file, shell.script(root));
      }
      writePage(spec, pages);
      for (CommandSpec command : HelpTexts.commands(spec)) {
        writePage(command, pages);
      }
    } catch (IOException e) {
      throw Problem.environment("cannot write the scripts and pages below %s: %s", folder, e)
          .causedBy(e);
    }
  }

  private static void writePage(CommandSpec spec, Path pages) throws IOException {
    Path file = pages.resolve(ManPage.name(spec) + ".1");
    Files.writeString(file, ManPage.of(spec, "synth " + Version.text()));
  }
}
