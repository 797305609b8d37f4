/** Clusters of rows and segments of customers, in words, tables and charts. */
@NullMarked
package dev.synth.internal.report.cluster;

import org.jspecify.annotations.NullMarked;
