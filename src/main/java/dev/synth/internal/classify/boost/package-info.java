/** Small boosted trees, which validation fits hundreds of. */
@NullMarked
package dev.synth.internal.classify.boost;

import org.jspecify.annotations.NullMarked;
