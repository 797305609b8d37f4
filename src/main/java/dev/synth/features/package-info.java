/** Options of features: what an entity, such as a card, did before each row. */
@NullMarked
package dev.synth.features;

import org.jspecify.annotations.NullMarked;
