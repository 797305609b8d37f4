package dev.synth.internal.cli.production;

import dev.synth.base.Problem;
import dev.synth.internal.serve.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} for TLS. */
final class TlsFlags {
  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "Serves HTTPS by this certificate, PEM, with those between it and its authority.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Its private key, PEM (PKCS #8, not encrypted).")
  private @Nullable Path key;

  @Option(
      names = "--tls-keystore",
      paramLabel = "FILE",
      description = "Certificate and key from a keystore (PKCS #12 or JKS) in place of both.")
  private @Nullable Path keystore;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description = "The keystore's password, one line.")
  private @Nullable Path password;

  @Option(
      names = "--tls-client-ca",
      paramLabel = "FILE",
      description =
          "Mutual TLS: callers must show a certificate of one of these authorities, PEM; "
              + "then no token is needed.")
  private @Nullable Path authorities;

  /** Returns what was asked for, or null for plain HTTP. */
  @Nullable Tls tls() {
    if (password != null && keystore == null) {
      throw Problem.usage("--tls-password-file is that of --tls-keystore, and there is none");
    }
    if (certificate == null && key == null && keystore == null) {
      if (authorities != null) {
        throw Problem.usage("--tls-client-ca needs --tls-cert and --tls-key, or --tls-keystore");
      }
      return null;
    }
    if (keystore != null) {
      if (certificate != null || key != null || password == null) {
        throw Problem.usage(
            "--tls-keystore needs --tls-password-file, and neither --tls-cert nor --tls-key");
      }
      return Tls.ofKeystore(keystore, line(password), authorities);
    }
    if (certificate == null || key == null) {
      throw Problem.usage("--tls-cert and --tls-key come together");
    }
    return Tls.ofPem(certificate, key, authorities);
  }

  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw Problem.environment("cannot read the password file %s", file).causedBy(e);
    }
  }
}
