/** A simulator of card transactions with fraud. */
@NullMarked
package dev.synth.internal.demo;

import org.jspecify.annotations.NullMarked;
