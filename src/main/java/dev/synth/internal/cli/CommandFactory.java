package dev.synth.internal.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, which want the console, and leaves everything else to picocli. */
record CommandFactory(Console console) implements IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == GenerateCommand.class) {
      return type.cast(new GenerateCommand(console));
    }
    if (type == DemoCommand.class) {
      return type.cast(new DemoCommand(console));
    }
    if (type == ValidateCommand.class) {
      return type.cast(new ValidateCommand(console));
    }
    if (type == EvaluateCommand.class) {
      return type.cast(new EvaluateCommand(console));
    }
    if (type == CompareCommand.class) {
      return type.cast(new CompareCommand(console));
    }
    if (type == AugmentCommand.class) {
      return type.cast(new AugmentCommand(console));
    }
    if (type == ReportCommand.class) {
      return type.cast(new ReportCommand(console));
    }
    if (type == AuditCommand.class) {
      return type.cast(new AuditCommand(console));
    }
    if (type == CompletionCommand.class) {
      return type.cast(new CompletionCommand(console));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
