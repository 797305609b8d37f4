/**
 * Sentences made of the facts that records hold, a class a subject, and the JSON files that carry
 * such sentences beside the facts.
 */
@NullMarked
package dev.synth.report.wording;

import org.jspecify.annotations.NullMarked;
