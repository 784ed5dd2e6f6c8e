package org.lectern.content.format;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A drawing, made safe to stand in a page: only listed elements and attributes, no scripts, no styles, nothing from
 * outside, ids that no other drawing on the page has.
 *
 * @param markup the drawing
 * @param size of its view box
 */
public record Svg(String markup, PictureSize size) {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final Set<String> ELEMENTS = Set.of("svg", "g", "path", "rect", "circle", "ellipse", "line",
      "polyline",
      "polygon", "text", "tspan", "textPath", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "mask",
      "pattern", "marker", "use", "symbol");
  private static final Set<String> ATTRIBUTES = Set.of("clip-path", "clip-rule", "clipPathUnits", "cx", "cy", "d",
      "direction",
      "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "fill-rule", "font-family", "font-size", "font-style",
      "font-weight", "fx", "fy", "gradientTransform", "gradientUnits", "height", "id", "lang", "lengthAdjust",
      "letter-spacing", "marker-end", "marker-mid", "marker-start", "markerHeight", "markerUnits", "markerWidth",
      "mask",
      "maskUnits", "offset", "opacity", "orient", "pathLength", "patternTransform", "patternUnits", "points",
      "preserveAspectRatio", "r", "refX", "refY", "rotate", "rx", "ry", "spreadMethod", "startOffset", "stop-color",
      "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
      "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "text-decoration", "textLength",
      "transform",
      "unicode-bidi", "vector-effect", "viewBox", "width", "word-spacing", "x", "x1", "x2", "y", "y1", "y2");
  /** Left away in silence: what the page says in another way, and what drawing programs leave behind. */
  private static final Set<String> NEEDLESS = Set.of("title", "desc", "metadata");
  private static final Set<String> NEEDLESS_AT_ROOT = Set.of("width", "height", "x", "y", "version", "role",
      "focusable",
      "aria-label", "aria-labelledby", "id");
  /** The classes whose colours the page knows; the manual lists them. */
  private static final Set<String> CLASSES = Set.of("accent", "soft", "muted", "paper");
  private static final Pattern LOCAL_URL = Pattern.compile("url\\(\\s*['\"]?#([A-Za-z_][\\w.-]*)['\"]?\\s*\\)");
  private static final Pattern LOCAL_REFERENCE = Pattern.compile("#([A-Za-z_][\\w.-]*)");
  /** Only in these does white space show. */
  private static final Set<String> TEXT = Set.of("text", "tspan", "textPath");
  private static final Pattern ID = Pattern.compile("[A-Za-z_][\\w.-]*");

  /** Reads and cleans a drawing; what is taken out is reported, and what cannot be shown at all is an error. */
  public static Optional<Svg> read(String file, String text, String alt, String prefix, Report report) {
    try {
      return new Cleaner(file, alt, prefix, report).clean(text);
    } catch (XMLStreamException e) {
      var location = e.getLocation();
      var spot = location == null
          ? Spot.startOf(file)
          : new Spot(file, Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()));
      var message = String.valueOf(e.getMessage());
      report.error(
          spot,
          "L024",
          "This is not a drawing that can be read: "
              + message.substring(message.lastIndexOf('\n') + 1).replace("Message: ", ""),
          "The figure cannot be shown.",
          "Save the drawing again as plain SVG.");
      return Optional.empty();
    }
  }

  private static final class Cleaner {
    private final String file;
    private final String alt;
    private final String prefix;
    private final Report report;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> told = new LinkedHashSet<>();
    private Optional<PictureSize> size = Optional.empty();

    Cleaner(String file, String alt, String prefix, Report report) {
      this.file = file;
      this.alt = alt;
      this.prefix = prefix;
      this.report = report;
    }

    Optional<Svg> clean(String text) throws XMLStreamException {
      var factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      var reader = factory.createXMLStreamReader(new StringReader(text));
      int skipped = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> skipped = skipped > 0 || !start(reader) ? skipped + 1 : 0;
          case XMLStreamConstants.END_ELEMENT -> {
            if (skipped > 0) {
              skipped--;
            } else {
              out.append("</").append(open.pop()).append('>');
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (skipped == 0 && (!reader.isWhiteSpace() || (!open.isEmpty() && TEXT.contains(open.getFirst())))) {
              out.append(escape(reader.getText()));
            }
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> doctype(reader);
          default -> {
            // comments and processing instructions are nobody's picture
          }
        }
      }
      return size.map(known -> new Svg(out.toString(), known));
    }

    private void doctype(XMLStreamReader reader) {
      report.error(
          spot(reader),
          "L024",
          "The drawing has a document type or an entity.",
          "These can read other files or use up all memory.",
          "Remove the line that begins with <!DOCTYPE, and write characters instead of entities.");
    }

    /** Writes the start of an element; says whether it is kept. */
    private boolean start(XMLStreamReader reader) {
      var name = reader.getLocalName();
      boolean root = open.isEmpty() && out.isEmpty();
      if (root && !name.equals("svg")) {
        report.error(
            spot(reader),
            "L024",
            "The file holds <" + name + ">, not <svg>.",
            "The figure cannot be shown.",
            "Save the drawing as SVG.");
        return false;
      }
      var namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
      if ((!namespace.isEmpty() && !namespace.equals(NAMESPACE)) || NEEDLESS.contains(name)) {
        return false;
      }
      if (!ELEMENTS.contains(name)) {
        remove(reader, "<" + name + ">");
        return false;
      }
      out.append('<').append(name);
      if (root) {
        root(reader);
      }
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attribute(reader, i, root);
      }
      out.append('>');
      open.push(name);
      return true;
    }

    private void root(XMLStreamReader reader) {
      write("role", "img");
      write("aria-label", alt);
      write("focusable", "false");
      size = viewBox(reader.getAttributeValue(null, "viewBox"));
      if (size.isEmpty()) {
        report.error(
            spot(reader),
            "L024",
            "The drawing has no usable viewBox.",
            "Without it the figure cannot grow and shrink with the screen.",
            "Write viewBox=\"0 0 360 H\" on <svg>, where H is the height of the drawing.");
      }
    }

    private static Optional<PictureSize> viewBox(@org.jspecify.annotations.Nullable String viewBox) {
      if (viewBox == null) {
        return Optional.empty();
      }
      try {
        var numbers = Arrays.stream(viewBox.strip().split("[\\s,]+")).mapToDouble(Double::parseDouble).toArray();
        boolean usable = numbers.length == 4 && numbers[2] > 0 && numbers[3] > 0 && numbers[2] < 1e5
            && numbers[3] < 1e5;
        return usable
            ? Optional.of(new PictureSize((int) Math.ceil(numbers[2]), (int) Math.ceil(numbers[3])))
            : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    private void attribute(XMLStreamReader reader, int index, boolean root) {
      var name = reader.getAttributeLocalName(index);
      var namespace = Optional.ofNullable(reader.getAttributeNamespace(index)).orElse("");
      var value = reader.getAttributeValue(index);
      if (name.equals("href") && LOCAL_REFERENCE.matcher(value).matches()) {
        write("href", "#" + prefix + value.substring(1));
      } else if ((!namespace.isEmpty() && !name.equals("href")) || (root && NEEDLESS_AT_ROOT.contains(name))
          || name.startsWith("data-") || name.startsWith("aria-")) {
        return;
      } else if (name.equals("class")) {
        classes(reader, value);
      } else if (name.equals("id") && ID.matcher(value).matches()) {
        write("id", prefix + value);
      } else if (!ATTRIBUTES.contains(name) || name.equals("id")) {
        remove(reader, name);
      } else {
        var local = LOCAL_URL.matcher(value).replaceAll("url(#" + prefix + "$1)");
        if (isHarmless(LOCAL_URL.matcher(value).replaceAll(""))) {
          write(name, local);
        } else {
          remove(reader, name + "=\"" + value + "\"");
        }
      }
    }

    private static boolean isHarmless(String value) {
      var lower = value.toLowerCase(Locale.ROOT);
      return !lower.contains("url(") && !lower.contains(":") && !lower.contains("expression") && !lower.contains("\\");
    }

    private void classes(XMLStreamReader reader, String value) {
      var known = Arrays.stream(value.strip().split("\\s+")).filter(CLASSES::contains).toList();
      if (!known.isEmpty()) {
        write("class", String.join(" ", known));
      }
      Arrays.stream(value.strip().split("\\s+"))
          .filter(one -> !CLASSES.contains(one) && !one.isEmpty())
          .forEach(
              one -> remove(reader, "class " + one));
    }

    /** Says once for each kind of thing that it was taken out. */
    private void remove(XMLStreamReader reader, String what) {
      if (told.add(what)) {
        report.warning(
            spot(reader),
            "L024",
            "Taken out of the drawing: " + what,
            "Drawings stand inside the page, where scripts, styles and outside files could do harm.",
            "Draw with shapes and text, colours as plain attributes, and the classes accent, soft, muted and paper.");
      }
    }

    private void write(String name, String value) {
      out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }

    private Spot spot(XMLStreamReader reader) {
      var location = reader.getLocation();
      return new Spot(file, Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()));
    }

    private static String escape(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
  }
}
