/** The parts that fitted generators share: model files, sampling in blocks, conditions. */
@NullMarked
package dev.synth.internal.generate.model;

import org.jspecify.annotations.NullMarked;
