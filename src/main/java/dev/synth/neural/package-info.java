/** Dense networks trained in place. Deeplearning4j and ND4J live only here. */
@NullMarked
package dev.synth.neural;

import org.jspecify.annotations.NullMarked;
