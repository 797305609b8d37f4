/** The isolation forest, which learns without labels. */
@NullMarked
package dev.synth.internal.classify.isolation;

import org.jspecify.annotations.NullMarked;
