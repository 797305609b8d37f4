package dev.synth.internal.demo;

import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.Device;
import dev.synth.internal.demo.Level.EntryMode;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, before the card's history is looked at.
 *
 * @param seconds when, in seconds since the simulation began
 * @param card what was paid with
 * @param merchant who was paid
 * @param means how it was paid
 * @param amount in euros, above 0, with two decimals
 * @param fraud whether somebody else than the owner paid
 */
record Purchase(
    double seconds, Card card, Merchant merchant, Means means, double amount, boolean fraud) {
  /**
   * The means by which a purchase was paid.
   *
   * @param channel where
   * @param entryMode how the number was read
   * @param device what the buyer used; null in shops, by phone, and where the browser hides it
   * @param located whether the terminal said where it stands
   */
  record Means(Channel channel, EntryMode entryMode, @Nullable Device device, boolean located) {}
}
