package org.lectern.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Link;

/**
 * Where the text of a unit comes from.
 *
 * @param file below the content folder, with slashes
 * @param hash SHA-256, in hexadecimal, over what readers see: the title, the text, and the pictures and clips in it as
 *        they are in its language; a new date of review does not change it
 * @param terms ids of the glossary's terms that the text links to, in the order of the text
 */
public record Origin(String file, String hash, List<String> terms) {

  public Origin {
    terms = List.copyOf(terms);
  }

  static Origin of(UnitDraft unit) {
    var terms = unit.reading()
        .links()
        .stream()
        .filter(link -> link.kind() == Link.Kind.TERM)
        .map(Link::target)
        .distinct()
        .toList();
    return new Origin(unit.spot().file(), hash(unit), terms);
  }

  private static String hash(UnitDraft unit) {
    var digest = sha256();
    add(digest, unit.title());
    unit.text().lines().map(String::stripTrailing).forEach(line -> add(digest, line));
    if (unit.body() instanceof UnitDraft.PageBody page) {
      page.sources().forEach(source -> add(digest, source));
    }
    unit.media().forEach(file -> add(digest, file.hash()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
