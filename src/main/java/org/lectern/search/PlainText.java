package org.lectern.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sanitised HTML as plain text: a line for each paragraph, heading, list item or cell. */
final class PlainText {
  private static final Pattern BREAK = Pattern
      .compile("</(p|h[1-6]|li|td|th|tr|blockquote|pre|div)>|<(br|hr)\\b[^>]*>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|nbsp);");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\r\\u00A0]*(\\n)\\s*|[ \\t\\x0B\\f\\r\\u00A0]+");

  private PlainText() {}

  static String of(String html) {
    var lines = BREAK.matcher(html.replace('\n', ' ')).replaceAll("\n");
    var text = ENTITY.matcher(TAG.matcher(lines).replaceAll("")).replaceAll(PlainText::decoded);
    return SPACES.matcher(text).replaceAll(space -> space.group(1) == null ? " " : "\n").strip();
  }

  private static String decoded(java.util.regex.MatchResult entity) {
    var name = entity.group(1);
    return Matcher.quoteReplacement(switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> " ";
      default -> character(name);
    });
  }

  private static String character(String name) {
    boolean hexadecimal = Character.toLowerCase(name.charAt(1)) == 'x';
    int character = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(character) ? Character.toString(character) : "";
  }
}
