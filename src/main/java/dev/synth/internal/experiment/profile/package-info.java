/** Looks at tables before anything is trained: profiles, segments, first configs. */
@NullMarked
package dev.synth.internal.experiment.profile;

import org.jspecify.annotations.NullMarked;
