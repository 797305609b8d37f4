package dev.synth.internal.experiment.production;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.synth.run.RegisteredModel;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a retraining.
 *
 * @param entry what was added to the record
 * @param registered the promoted bundle on a server; null where none was named, nothing was
 *     promoted, or the server failed
 * @param trouble why a promoted bundle was not registered, in a sentence; null where it was, or
 *     nobody asked
 */
public record RetrainResult(
    @JsonUnwrapped RetrainAudit.Retraining entry,
    @Nullable RegisteredModel registered,
    @Nullable String trouble) {}
