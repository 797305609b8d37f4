/** Table rows as the numbers that classifiers take. */
@NullMarked
package dev.synth.internal.classify.feature;

import org.jspecify.annotations.NullMarked;
