/** Generators of synthetic rare rows, and their trainers. */
@NullMarked
package dev.synth.generate;

import org.jspecify.annotations.NullMarked;
