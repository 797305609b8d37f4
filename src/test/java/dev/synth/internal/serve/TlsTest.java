package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.bundle;
import static dev.synth.internal.serve.Cards.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Certificates that sign themselves, of localhost, until 2126: {@code openssl req -x509 -newkey ec
 * -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=server -addext
 * subjectAltName=DNS:localhost,IP:127.0.0.1}.
 */
class TlsTest {
  private static final Path FILES = Path.of("src/test/resources/tls");
  private static final char[] PASSWORD = "of this test".toCharArray();

  private static ServedModel model;

  @TempDir Path folder;

  @BeforeAll
  static void fit() {
    model = ServedModel.of(bundle(2, 0.5, table(1, 400)));
  }

  private static Path file(String name) {
    return FILES.resolve(name);
  }

  private static ScoringServer start(Tls tls) {
    return ScoringServer.start(
        () -> model, null, ServeOptions.of("127.0.0.1", 0).withTls(tls), System::nanoTime);
  }

  private static KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Certificate certificate(String name) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file(name + ".pem"))) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /** Asks as one who trusts the server and, where a store is given, shows what is in it. */
  private static int ask(ScoringServer server, @Nullable KeyStore shown)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = store();
    trusted.setCertificateEntry("server", certificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(shown, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    HttpsURLConnection connection =
        (HttpsURLConnection)
            URI.create("https://127.0.0.1:" + server.port() + "/v2").toURL().openConnection();
    connection.setSSLSocketFactory(context.getSocketFactory());
    return connection.getResponseCode();
  }

  private KeyStore keystore(String name) throws IOException, GeneralSecurityException {
    KeyStore store = store();
    String pem = Files.readString(file(name + "-key.pem"));
    byte[] raw = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
    store.setKeyEntry(
        name,
        java.security.KeyFactory.getInstance("EC")
            .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(raw)),
        PASSWORD,
        new Certificate[] {certificate(name)});
    return store;
  }

  @Test
  void aServerWithACertificateAnswersThoseWhoTrustIt()
      throws IOException, GeneralSecurityException {
    try (ScoringServer server =
        start(Tls.ofPem(file("server.pem"), file("server-key.pem"), null))) {
      assertThat(ask(server, null)).isEqualTo(200);
    }
  }

  @Test
  void aKeystoreDoesAsWell() throws IOException, GeneralSecurityException {
    Path file = folder.resolve("server.p12");
    try (var out = Files.newOutputStream(file)) {
      keystore("server").store(out, PASSWORD);
    }
    try (ScoringServer server = start(Tls.ofKeystore(file, new String(PASSWORD), null))) {
      assertThat(ask(server, null)).isEqualTo(200);
    }
    assertThatThrownBy(() -> Tls.ofKeystore(file, "another", null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("server.p12 cannot be used for TLS: ");
  }

  @Test
  void mutualTlsAnswersThoseWhoShowACertificate() throws IOException, GeneralSecurityException {
    Tls mutual = Tls.ofPem(file("server.pem"), file("server-key.pem"), file("client.pem"));
    assertThat(mutual.isMutual()).isTrue();
    try (ScoringServer server = start(mutual)) {
      assertThat(ask(server, keystore("client"))).isEqualTo(200);
      assertThatThrownBy(() -> ask(server, null)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> ask(server, keystore("server"))).isInstanceOf(IOException.class);
    }
  }

  /** The file, and the sentence. */
  @Test
  void filesOfOtherKindsAreToldApart() throws IOException {
    Path none = folder.resolve("none.pem");
    refuses(none, file("server-key.pem"), "cannot read " + none);
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate\n");
    refuses(text, file("server-key.pem"), text + " ");
    refuses(
        file("server.pem"),
        file("server.pem"),
        "server.pem holds no private key in PKCS #8 without a password; 'openssl pkcs8 -topk8"
            + " -nodes -in KEY -out FILE' makes one");
    refuses(file("server.pem"), file("client-key.pem"), "client-key.pem is not that of the");
  }

  private static void refuses(Path certificate, Path key, String sentence) {
    assertThatThrownBy(() -> Tls.ofPem(certificate, key, null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(sentence);
  }
}
