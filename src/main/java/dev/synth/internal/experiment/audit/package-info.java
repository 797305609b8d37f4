/** Reading a finished run and its data again to find leaks. */
@NullMarked
package dev.synth.internal.experiment.audit;

import org.jspecify.annotations.NullMarked;
