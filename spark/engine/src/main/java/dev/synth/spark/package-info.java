/**
 * An engine that draws blocks of synthetic rows on an Apache Spark cluster, found by synth as a
 * service.
 */
@NullMarked
package dev.synth.spark;

import org.jspecify.annotations.NullMarked;
