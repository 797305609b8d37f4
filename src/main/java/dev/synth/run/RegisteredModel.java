package dev.synth.run;

/**
 * A bundle as a version of a model on a server.
 *
 * @param name the model's name
 * @param version the version's number there
 * @param bundle the bundle's own version
 * @param page the version's page
 * @param wasThere whether the same bundle was registered before
 */
public record RegisteredModel(
    String name, String version, String bundle, String page, boolean wasThere) {}
