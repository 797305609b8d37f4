package dev.synth.internal.demo;

/**
 * A payment card.
 *
 * @param number counts cards from 0
 * @param id the number as the column {@code card_id} has it
 * @param owner who holds it
 */
record Card(int number, String id, Customer owner) {}
