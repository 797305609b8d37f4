/** Requests of runs, and what runs leave. */
@NullMarked
package dev.synth.run;

import org.jspecify.annotations.NullMarked;
