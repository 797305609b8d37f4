/** Reports rendered from a run's JSON alone. */
@NullMarked
package dev.synth.report;

import org.jspecify.annotations.NullMarked;
