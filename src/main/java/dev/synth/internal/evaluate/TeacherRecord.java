package dev.synth.internal.evaluate;

import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.split.RareRows;

/**
 * The teacher that labelled synthetic rows in one repeat.
 *
 * @param repeat which repeat, from 1
 * @param rareRows how many real rare rows the training rows kept
 * @param taught how the teacher did, and what it was made of
 */
public record TeacherRecord(int repeat, RareRows rareRows, Taught taught) {}
