/** Several unlike classifiers as one: the teacher that gives synthetic rows their soft labels. */
@NullMarked
package dev.synth.internal.classify.ensemble;

import org.jspecify.annotations.NullMarked;
