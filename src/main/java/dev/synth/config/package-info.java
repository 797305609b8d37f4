/** The config of an experiment as a record; its parts belong to what they configure. */
@NullMarked
package dev.synth.config;

import org.jspecify.annotations.NullMarked;
