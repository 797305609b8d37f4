/** A model behind HTTP: the Open Inference Protocol, MLflow's paths, and metrics. */
@NullMarked
package dev.synth.internal.serve;

import org.jspecify.annotations.NullMarked;
