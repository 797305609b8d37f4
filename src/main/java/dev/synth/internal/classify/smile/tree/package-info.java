/** The trees of the random forest, grown on Smile's random numbers. */
@NullMarked
package dev.synth.internal.classify.smile.tree;

import org.jspecify.annotations.NullMarked;
