/** The files that fitted generators are kept in. */
@NullMarked
package dev.synth.internal.generate.model;

import org.jspecify.annotations.NullMarked;
