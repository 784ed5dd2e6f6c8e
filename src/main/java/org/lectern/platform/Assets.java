package org.lectern.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** The addresses of styles and scripts; each carries a hash of its content, so that browsers may keep it for ever. */
public final class Assets {

  private static final Map<String, Asset> ASSETS = new ConcurrentHashMap<>();

  private Assets() {}

  /** @param source how a Content Security Policy names the text, by its SHA-256 */
  private record Asset(String address, String text, String source) {}

  /** In templates: <code>{asset:of('lectern.css')}</code>. */
  @TemplateExtension(namespace = "asset")
  static String of(String name) {
    return asset(name).address();
  }

  /** The whole text, for the first page of a visit; see {@link FirstPages}. */
  @TemplateExtension(namespace = "asset")
  static RawString text(String name) {
    return new RawString(asset(name).text());
  }

  /** How a Content Security Policy names this text where it stands within a page. */
  static String source(String name) {
    return asset(name).source();
  }

  private static Asset asset(String name) {
    return ASSETS.computeIfAbsent(name, Assets::read);
  }

  private static Asset read(String name) {
    var resource = "META-INF/resources/assets/" + name;
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException("no such asset: " + name);
      }
      var bytes = file.readAllBytes();
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset("/assets/" + name + "?v=" + HexFormat.of().formatHex(digest, 0, 6),
          new String(bytes, StandardCharsets.UTF_8), "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
