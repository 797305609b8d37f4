package dev.synth.cli;

import dev.synth.base.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"synth " + Version.text()};
  }
}
