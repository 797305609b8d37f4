package dev.synth.run;

import java.nio.file.Path;

/**
 * What {@code synth fit} wrote.
 *
 * @param folder the bundle's folder
 * @param version the model's version
 */
public record FitResult(Path folder, String version) {}
