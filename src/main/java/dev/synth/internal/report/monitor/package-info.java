/** The report on a model in use: for a terminal, for programs, as a page and for Prometheus. */
@NullMarked
package dev.synth.internal.report.monitor;

import org.jspecify.annotations.NullMarked;
