package dev.synth.run;

import java.nio.file.Path;

/**
 * The result of {@code synth fit}.
 *
 * @param folder the bundle's folder
 * @param version the model's version
 */
public record FitResult(Path folder, String version) {}
