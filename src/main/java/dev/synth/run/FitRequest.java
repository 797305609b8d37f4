package dev.synth.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The request of {@code synth fit}.
 *
 * @param run the config, where its finished runs are, and whether a bundle may be replaced
 * @param to the bundle's folder
 * @param arm the arm as tables write it, or {@code auto} to have one picked inside the rows; null
 *     for the one that earned the verdict
 * @param judgedBy the finished run whose verdict counts, by name or folder; null for the config's
 *     own
 * @param unjudged whether an arm without a verdict of uplift may be fitted
 */
public record FitRequest(
    RunRequest run, Path to, @Nullable String arm, @Nullable String judgedBy, boolean unjudged) {}
