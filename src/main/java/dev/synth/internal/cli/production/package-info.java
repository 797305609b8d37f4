/** The commands for a model in use: fit, score, serve. */
@NullMarked
package dev.synth.internal.cli.production;

import org.jspecify.annotations.NullMarked;
