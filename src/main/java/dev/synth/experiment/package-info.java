/** The pipeline, run folders and provenance. */
@NullMarked
package dev.synth.experiment;

import org.jspecify.annotations.NullMarked;
