/** Conditions that single columns of a row must meet. */
@NullMarked
package dev.synth.rule;

import org.jspecify.annotations.NullMarked;
