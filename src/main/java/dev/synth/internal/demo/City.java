package dev.synth.internal.demo;

import java.util.List;

/**
 * A place with shops.
 *
 * @param country where it lies
 * @param east kilometres east of the issuer's centre
 * @param north kilometres north of the issuer's centre
 * @param shops the merchants there, the popular ones first
 */
record City(Country country, double east, double north, List<Merchant> shops) {
  City {
    shops = List.copyOf(shops);
  }
}
