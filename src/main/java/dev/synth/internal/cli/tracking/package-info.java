/** The commands that log runs and models to a server. */
@NullMarked
package dev.synth.internal.cli.tracking;

import org.jspecify.annotations.NullMarked;
