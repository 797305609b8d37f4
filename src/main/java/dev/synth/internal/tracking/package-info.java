/** Runs and models on an MLflow server, over its plain REST API. */
@NullMarked
package dev.synth.internal.tracking;

import org.jspecify.annotations.NullMarked;
