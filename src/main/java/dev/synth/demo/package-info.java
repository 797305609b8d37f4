/** A simulator of card transactions with fraud. */
@NullMarked
package dev.synth.demo;

import org.jspecify.annotations.NullMarked;
