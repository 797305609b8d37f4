package dev.synth.internal.cli.tracking;

import dev.synth.base.ExitCode;
import dev.synth.experiment.Experiment;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.cli.production.Desk;
import dev.synth.run.RegisteredModel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth register}: a fitted model as a version on an MLflow server. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = Desk.WIDTH,
    header = "Register a fitted model with an MLflow server.",
    description = {
      "Uploads the folder that 'fit' has written, and registers it as a new version of a model;"
          + " the",
      "same folder is registered once. With --alias the version gets an alias, such as champion."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth register model --mlflow http://localhost:5000",
      "  synth register model --mlflow http://localhost:5000 --name cards --alias champion"
    })
public final class RegisterCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(paramLabel = "DIR", description = "The bundle's folder.")
  private Path model = Path.of("");

  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's name on the server (default: the name of the config).")
  private @Nullable String name;

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      description = "An alias for this version, such as champion; another version loses it.")
  private @Nullable String alias;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  /** A command that talks to a desk. */
  public RegisterCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    RegisteredModel registered =
        Experiment.register(
            model, name, alias, server.read(System.getenv()), desk.context(0, true));
    desk.out().print(json ? Json.write(registered) : text(registered));
    return ExitCode.DONE.code();
  }

  private String text(RegisteredModel registered) {
    return PlainText.of(
        "%s %s of '%s'%s: %s\n",
        registered.wasThere() ? "registered before, as version" : "registered as version",
        registered.version(),
        registered.name(),
        alias == null ? "" : " with the alias " + alias,
        registered.page());
  }
}
