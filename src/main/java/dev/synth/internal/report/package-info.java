/** Reports rendered from a run's JSON alone. */
@NullMarked
package dev.synth.internal.report;

import org.jspecify.annotations.NullMarked;
