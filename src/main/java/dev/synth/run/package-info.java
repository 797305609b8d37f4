/** What a call asks of a run, and what the run leaves. */
@NullMarked
package dev.synth.run;

import org.jspecify.annotations.NullMarked;
