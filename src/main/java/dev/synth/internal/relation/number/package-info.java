/** Tables as plain numbers that can be changed, and numbers near others. */
@NullMarked
package dev.synth.internal.relation.number;

import org.jspecify.annotations.NullMarked;
