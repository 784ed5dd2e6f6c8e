package org.lectern.content.format;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Cleans HTML. The only class that knows the sanitiser. */
final class Html {
  private static final String[] FORMATTING = {"b", "bdi", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark",
      "q", "s", "small", "span", "strong", "sub", "sup", "u"};
  private static final String[] BLOCKS = {"blockquote", "hr", "li", "ol", "p", "pre", "ul"};
  private static final String[] RENDERED = {"a", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "td", "th", "thead",
      "tr"};
  private static final Pattern LANG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto");
  private static final Pattern PLAIN_TAG = Pattern
      .compile("</?([A-Za-z]+)((?:\\s+(?:lang|dir)=\"[A-Za-z0-9-]*\")*)\\s*/?>");

  /** What authors may write as HTML. */
  private static final PolicyFactory WRITTEN = formatting().toFactory();

  /** What may be shown: that, and what is made from Markdown. */
  private static final PolicyFactory SHOWN = formatting().allowElements(RENDERED)
      .allowUrlProtocols("http", "https", "mailto")
      .allowAttributes("href")
      .onElements("a")
      .allowAttributes("class")
      .matching(Pattern.compile("term|resource|outside"))
      .onElements("a")
      .allowAttributes("rel")
      .matching(Pattern.compile("noopener"))
      .onElements("a")
      .allowAttributes("id")
      .matching(Pattern.compile("[\\p{L}\\p{N}-]+"))
      .onElements("h2", "h3", "h4", "h5", "h6")
      .allowAttributes("start")
      .matching(Pattern.compile("\\d+"))
      .onElements("ol")
      .allowAttributes("align")
      .matching(Pattern.compile("left|right|center"))
      .onElements("td", "th")
      .allowAttributes("scope")
      .matching(Pattern.compile("col"))
      .onElements("th")
      .toFactory();

  private Html() {}

  private static HtmlPolicyBuilder formatting() {
    return new HtmlPolicyBuilder().allowElements(FORMATTING)
        .allowElements(BLOCKS)
        .allowWithoutAttributes("span")
        .allowAttributes("lang")
        .matching(LANG)
        .globally()
        .allowAttributes("dir")
        .matching(DIRECTION)
        .globally();
  }

  /** Rendered Markdown, ready to be sent. */
  static String clean(String html) {
    // The sanitiser breaks double braces apart for client-side template engines. There are none here.
    return SHOWN.sanitize(html).replace("<!-- -->", "");
  }

  /** A block of HTML that an author wrote; the names of what was taken out are put into {@code removed}. */
  static String plain(String html, Set<String> removed) {
    var listener = new HtmlChangeListener<Set<String>>() {
      @Override
      public void discardedTag(@Nullable Set<String> context, String elementName) {
        removed.add(elementName);
      }

      @Override
      public void discardedAttributes(@Nullable Set<String> context, String tagName, String... attributeNames) {
        removed.add(String.join(" ", new TreeSet<>(Set.of(attributeNames))) + " on " + tagName);
      }
    };
    return WRITTEN.sanitize(html, listener, removed);
  }

  /** Whether this one tag, written inside a line, is plain formatting. */
  static boolean isPlainTag(String tag) {
    var matcher = PLAIN_TAG.matcher(tag);
    return matcher.matches() && Set.of(FORMATTING).contains(matcher.group(1).toLowerCase(Locale.ROOT));
  }
}
