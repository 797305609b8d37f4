/** A run on disk: identity, provenance, staging, files, and finding it again. */
@NullMarked
package dev.synth.internal.experiment.run;

import org.jspecify.annotations.NullMarked;
