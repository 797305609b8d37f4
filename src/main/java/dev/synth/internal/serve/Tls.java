package dev.synth.internal.serve;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import dev.synth.base.Problem;
import dev.synth.internal.files.OutputFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a server and, for mutual TLS, the authorities that callers' certificates must
 * come from.
 */
public final class Tls {
  private static final char[] IN_MEMORY = "synth".toCharArray();

  private final SSLContext context;
  private final boolean isMutual;

  private Tls(SSLContext context, boolean isMutual) {
    this.context = context;
    this.isMutual = isMutual;
  }

  /**
   * Reads PEM files.
   *
   * @param certificates the server's certificate, then those between it and its authority
   * @param key its private key, PKCS #8 and not encrypted
   * @param authorities certificates that callers' certificates must come from, or null
   * @throws Problem if they can't be read or used
   */
  public static Tls ofPem(Path certificates, Path key, @Nullable Path authorities) {
    List<Certificate> chain = certificates(certificates);
    PublicKey known = chain.getFirst().getPublicKey();
    PrivateKey secret = privateKey(key, known.getAlgorithm());
    if (!areAPair(known, secret)) {
      throw Problem.data("the key in %s is not that of the certificate in %s", key, certificates);
    }
    try {
      KeyStore store = empty();
      store.setKeyEntry("server", secret, IN_MEMORY, chain.toArray(Certificate[]::new));
      return of(store, IN_MEMORY, authorities);
    } catch (GeneralSecurityException e) {
      throw unusable(certificates, e);
    }
  }

  /** Returns whether the one verifies what the other signs; else no connection would succeed. */
  private static boolean areAPair(PublicKey known, PrivateKey secret) {
    String algorithm =
        switch (known.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> "";
        };
    if (algorithm.isEmpty()) {
      return true; // nobody can tell
    }
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(secret);
      byte[] signed = signature.sign();
      signature.initVerify(known);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Reads a keystore (PKCS #12 or JKS) with one key.
   *
   * @param password the keystore's, and the key's
   * @throws Problem if it can't be read or used
   */
  public static Tls ofKeystore(Path keystore, String password, @Nullable Path authorities) {
    try {
      KeyStore store = KeyStore.getInstance(keystore.toFile(), password.toCharArray());
      return of(store, password.toCharArray(), authorities);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(keystore, e);
    }
  }

  private static Tls of(KeyStore keys, char[] password, @Nullable Path authorities)
      throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    TrustManager[] trusted = null;
    if (authorities != null) {
      KeyStore store = empty();
      int number = 0;
      for (Certificate each : certificates(authorities)) {
        store.setCertificateEntry("authority-" + number++, each);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      trusted = factory.getTrustManagers();
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted, null);
    return new Tls(context, authorities != null);
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing is read
    }
  }

  private static List<Certificate> certificates(Path file) {
    try (InputStream in = new ByteArrayInputStream(bytes(file))) {
      List<Certificate> all =
          new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (all.isEmpty()) {
        throw Problem.data("%s holds no certificate (PEM)", file);
      }
      return all;
    } catch (CertificateException | IOException e) {
      throw unusable(file, e);
    }
  }

  private static PrivateKey privateKey(Path file, String algorithm) {
    String text = new String(bytes(file), StandardCharsets.US_ASCII);
    String begin = "-----BEGIN PRIVATE KEY-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END PRIVATE KEY-----");
    if (from < 0 || to < from) {
      throw Problem.data(
          "%s holds no private key in PKCS #8 without a password;"
              + " 'openssl pkcs8 -topk8 -nodes -in KEY -out FILE' makes one",
          file);
    }
    try {
      byte[] raw = Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(raw));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(file, e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  private static Problem unusable(Path file, Exception e) {
    return Problem.data("%s cannot be used for TLS: %s", file, String.valueOf(e.getMessage()))
        .causedBy(e);
  }

  /** Returns whether callers must show a certificate. */
  public boolean isMutual() {
    return isMutual;
  }

  /** Returns what the JDK's server asks at each connection. */
  HttpsConfigurator configurator() {
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters own = context.getDefaultSSLParameters();
        own.setNeedClientAuth(isMutual);
        parameters.setSSLParameters(own);
      }
    };
  }
}
