package dev.synth.internal.cli;

import dev.synth.internal.base.Version;
import picocli.CommandLine.IVersionProvider;

/** The text that {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"synth " + Version.text()};
  }
}
