package org.lectern.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of styles and scripts; each carries a hash of its content, so that browsers may keep it for ever. */
public final class Assets {

  private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

  private Assets() {}

  /** In templates: <code>{asset:of('lectern.css')}</code>. */
  @io.quarkus.qute.TemplateExtension(namespace = "asset")
  static String of(String name) {
    return ADDRESSES.computeIfAbsent(name, Assets::address);
  }

  private static String address(String name) {
    var resource = "META-INF/resources/assets/" + name;
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException("no such asset: " + name);
      }
      var digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
      return "/assets/" + name + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
