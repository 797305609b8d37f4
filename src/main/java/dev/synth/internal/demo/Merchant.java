package dev.synth.internal.demo;

/**
 * Somebody who takes cards.
 *
 * @param number counts merchants from 0
 * @param category what is sold
 * @param country where the merchant is registered
 * @param online whether the merchant sells at a distance only
 * @param east kilometres east of the issuer's centre; of no meaning online
 * @param north kilometres north of the issuer's centre; of no meaning online
 */
record Merchant(
    int number, Category category, Country country, boolean online, double east, double north) {}
