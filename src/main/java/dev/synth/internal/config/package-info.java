/** Loading, checking and printing configs; YAML lives only here. */
@NullMarked
package dev.synth.internal.config;

import org.jspecify.annotations.NullMarked;
