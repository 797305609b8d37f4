/** The network of flow matching, its training step and its sampling. */
@NullMarked
package dev.synth.internal.neural.flow;

import org.jspecify.annotations.NullMarked;
