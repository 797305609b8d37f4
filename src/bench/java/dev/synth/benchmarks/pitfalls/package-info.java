/** Wrong and right protocols of an experiment, side by side. */
@NullMarked
package dev.synth.benchmarks.pitfalls;

import org.jspecify.annotations.NullMarked;
